package io.github.corsstarter.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.corsstarter.policy.CorsRequest;
import io.github.corsstarter.validation.source.Answer;
import io.github.corsstarter.web.HandlerPath;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ProbeRun}.
 */
class ProbeRunTests {

	private static final Answer REJECTED = new Answer(403, Map.of(), false);

	private static final List<HandlerPath> PATHS = List.of(path("/"), path("/a"), path("/a"), path("/b/c"),
			path("/cors-question-7f3a"));

	@Test
	void nothingIsAskedTwice() {
		List<String> asked = new ArrayList<>();
		ProbeRun.with((request) -> {
			asked.add(inShort(request));
			return REJECTED;
		}, PATHS);
		assertThat(asked).doesNotHaveDuplicates().hasSizeGreaterThan(20);
	}

	@Test
	void kindOfOriginThatIsKnownToBeAllowedWithCredentialsIsNotAskedForAgain() {
		AtomicInteger asked = new AtomicInteger();
		ProbeRun.with((request) -> {
			if (!"null".equals(request.origin())) {
				return REJECTED;
			}
			asked.incrementAndGet();
			return new Answer(200,
					Map.of("Access-Control-Allow-Origin", "null", "Access-Control-Allow-Credentials", "true"), false);
		}, PATHS);
		assertThat(asked).hasValue(1);
	}

	private static String inShort(CorsRequest request) {
		return request.method() + " " + request.path() + " " + request.origin() + " " + request.requestMethod();
	}

	private static HandlerPath path(String pattern) {
		return new HandlerPath(pattern, List.of("GET"));
	}

}
