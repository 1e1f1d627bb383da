package io.github.corsstarter.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.corsstarter.policy.RejectionReason;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The shop answers what the guide to rejections shows.
 */
class TroubleshootingGuideTests {

	private static final Pattern QUESTION = Pattern
		.compile("```shell\\s+curl -s 'http://localhost:8080([^']+)'\\s+```\\s+```json\\s+(.*?)```", Pattern.DOTALL);

	private static final RunningShop SHOP = RunningShop.start("default");

	@AfterAll
	static void close() {
		SHOP.close();
	}

	@ParameterizedTest
	@MethodSource
	void answersAsShown(String question, String answer) {
		HttpResponse<String> response = SHOP.client().send("GET", question);
		assertThat(response.body().replace(":" + SHOP.port(), ":8080")).isEqualToIgnoringWhitespace(answer);
	}

	static Stream<Arguments> answersAsShown() {
		return QUESTION.matcher(guide())
			.results()
			.map((question) -> Arguments.of(question.group(1), question.group(2)));
	}

	@ParameterizedTest
	@EnumSource
	void everyReasonHasItsSection(RejectionReason reason) {
		assertThat(guide()).contains("\n### " + reason + "\n");
	}

	@Test
	void preflightIsRejectedAsShown() {
		HttpResponse<String> response = SHOP.client()
			.send("OPTIONS", "/api/books/1", "Origin", "http://127.0.0.1:5173", "Access-Control-Request-Method",
					"PATCH");
		assertThat(guide().replaceAll("(?m)^ +", "")).contains("""
				HTTP/1.1 %d
				Vary: %s
				Content-Type: text/plain
				Content-Length: 20

				%s
				""".formatted(response.statusCode(), response.headers().firstValue("Vary").orElseThrow(),
				response.body()));
	}

	private static String guide() {
		try {
			return Files.readString(Path.of("..", "docs", "troubleshooting.md"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
