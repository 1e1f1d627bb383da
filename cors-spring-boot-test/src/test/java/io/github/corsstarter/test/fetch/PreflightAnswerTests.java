package io.github.corsstarter.test.fetch;

import java.net.URI;
import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PreflightAnswer}.
 */
class PreflightAnswerTests {

	private static final FetchRequest PUT = request("PUT");

	private static final FetchRequest PATCH = request("patch");

	@Test
	void methodIsAllowedByName() {
		assertThat(sentence(PUT, "Access-Control-Allow-Methods: GET, PUT")).isNull();
		assertThat(sentence(PUT, "Access-Control-Allow-Methods: put")).startsWith("Method PUT is not allowed");
		assertThat(sentence(PUT)).startsWith("Method PUT is not allowed");
	}

	@Test
	void methodThatIsNotNormalizedNeedsItsOwnSpelling() {
		assertThat(sentence(PATCH, "Access-Control-Allow-Methods: PATCH")).startsWith("Method patch is not allowed");
		assertThat(sentence(PATCH, "Access-Control-Allow-Methods: patch")).isNull();
	}

	@Test
	void safelistedMethodNeedsNoMention() {
		assertThat(sentence(request("POST"), "Access-Control-Allow-Methods: PUT")).isNull();
	}

	@Test
	void headersAreAllowedByNameInAnyCase() {
		FetchRequest request = PUT.header("x-B", "1").header("X-a", "1");
		String methods = "Access-Control-Allow-Methods: PUT";
		assertThat(sentence(request, methods, "Access-Control-Allow-Headers: x-b,X-A")).isNull();
		assertThat(sentence(request, methods)).startsWith("Request header field x-a is not allowed");
		assertThat(sentence(request, methods, "Access-Control-Allow-Headers: X-A"))
			.startsWith("Request header field x-b is not allowed");
	}

	@Test
	void wildcardCountsWithoutCredentialsOnly() {
		FetchRequest request = PUT.header("X-A", "1");
		String[] all = { "Access-Control-Allow-Methods: *", "Access-Control-Allow-Headers: *" };
		assertThat(sentence(request, all)).isNull();
		assertThat(sentence(request.includeCredentials(), all)).startsWith("Method PUT");
		assertThat(sentence(request.includeCredentials(), "Access-Control-Allow-Methods: PUT", all[1]))
			.startsWith("Request header field x-a");
	}

	@Test
	void wildcardNeverStandsForAuthorization() {
		FetchRequest request = request("GET").header("authorization", "x");
		assertThat(sentence(request, "Access-Control-Allow-Headers: *"))
			.startsWith("Request header field authorization is not allowed");
		assertThat(sentence(request, "Access-Control-Allow-Headers: *, Authorization")).isNull();
		assertThat(remedy(request, "Access-Control-Allow-Headers: *"))
			.isEqualTo("add authorization to Access-Control-Allow-Headers: * never stands for authorization");
	}

	@Test
	void remedySaysWhyWildcardDoesNotCount() {
		assertThat(remedy(PUT.includeCredentials(), "Access-Control-Allow-Methods: *"))
			.isEqualTo("add PUT to Access-Control-Allow-Methods: with credentials, * is a name like any other");
	}

	@Test
	void unreadableListFailsWhateverIsAsked() {
		assertThat(sentence(PUT, "Access-Control-Allow-Methods: PUT;", "Access-Control-Allow-Headers: ("))
			.startsWith("Cannot parse Access-Control-Allow-Methods");
		assertThat(sentence(PUT, "Access-Control-Allow-Methods: PUT", "Access-Control-Allow-Headers: ("))
			.startsWith("Cannot parse Access-Control-Allow-Headers");
	}

	@ParameterizedTest
	@CsvSource({ "0, 0", "10, 10", "-1, 0", "x, 5", "'', 5", "1.5, 5", "'5, 6', 5", "+5, 5",
			"99999999999999999999, 2147483647" })
	void maxAgeIsFiveSecondsUnlessItIsANumber(String value, long seconds) {
		assertThat(PreflightAnswer.of(ScriptedServer.headers("Access-Control-Max-Age: " + value)).maxAge())
			.isEqualTo(Duration.ofSeconds(seconds));
		assertThat(PreflightAnswer.of(HeaderList.EMPTY).maxAge()).isEqualTo(Duration.ofSeconds(5));
	}

	private static FetchRequest request(String method) {
		return FetchRequest.of(method, URI.create("http://localhost/"));
	}

	private static @Nullable String sentence(FetchRequest request, String... lines) {
		NetworkError error = PreflightAnswer.of(ScriptedServer.headers(lines)).check(request);
		return (error != null) ? error.sentence() : null;
	}

	private static @Nullable String remedy(FetchRequest request, String... lines) {
		NetworkError error = PreflightAnswer.of(ScriptedServer.headers(lines)).check(request);
		return (error != null) ? error.remedy() : null;
	}

}
