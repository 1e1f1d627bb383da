package io.github.corsstarter.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.corsstarter.policy.CorsRequest;
import io.github.corsstarter.validation.source.Answer;
import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.validation.source.Respondent;
import io.github.corsstarter.web.HandlerPath;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ProbeRun} and {@link ProbeResults}.
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

	@Test
	void whatAnsweredIsAskedAgainOnlyWithOtherPathsOrAsAnotherComponent() {
		AtomicInteger asked = new AtomicInteger();
		Respondent respondent = (request) -> {
			asked.incrementAndGet();
			return REJECTED;
		};
		ProbeResults known = new ProbeResults();
		CorsSource first = source(known, respondent, PATHS, respondent);
		int once = asked.getAndSet(0);
		assertThat(source(known, respondent, PATHS, respondent)).isEqualTo(first);
		assertThat(asked).hasValue(0);
		source(known, respondent, List.of(path("/other")), respondent);
		assertThat(asked.getAndSet(0)).isPositive();
		source(known, new Object(), List.of(path("/other")), respondent);
		assertThat(asked.get()).isPositive().isLessThan(once);
	}

	@Test
	void whatWasSilentOrFailedIsAskedAgain() {
		ProbeResults known = new ProbeResults();
		Object component = new Object();
		assertThat(source(known, component, PATHS, (request) -> Answer.PASSED_ON).paths()).isEmpty();
		assertThat(source(known, component, PATHS, (request) -> {
			throw new IllegalStateException();
		}).isOpaque()).isTrue();
		assertThat(source(known, component, PATHS, (request) -> REJECTED).paths()).containsExactly("/**");
	}

	private static CorsSource source(ProbeResults known, Object component, List<HandlerPath> paths,
			Respondent respondent) {
		return new SourceProbe(() -> paths, known).source(CorsSource.Kind.CORS_FILTER, "filter", component, respondent);
	}

	private static String inShort(CorsRequest request) {
		return request.method() + " " + request.path() + " " + request.origin() + " " + request.requestMethod();
	}

	private static HandlerPath path(String pattern) {
		return new HandlerPath(pattern, List.of("GET"));
	}

}
