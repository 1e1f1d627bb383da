package io.github.corsstarter.report.migration;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

import io.github.corsstarter.policy.CorsHeaders;
import io.github.corsstarter.validation.source.Answer;
import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.validation.source.JudgedSource;
import io.github.corsstarter.validation.source.Respondent;
import io.github.corsstarter.validation.source.SourceConfiguration;
import io.github.corsstarter.web.HandlerPath;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Migrations of which not everything can be asked at once, or in time.
 */
class LargeMigrationTests {

	private static final BiPredicate<Duration, Runnable> UNLIMITED = (limit, questions) -> {
		questions.run();
		return true;
	};

	@Test
	void everyPathIsComparedWithEveryOrigin() {
		Respondent silent = (request) -> Answer.PASSED_ON;
		Map<String, Object> migration = Migration.of(sources(70), silent, List.of(), UNLIMITED);
		assertThat(differences(migration))
			.extracting((difference) -> difference.get("path") + " " + difference.get("origin"))
			.contains(IntStream.range(0, 70)
				.mapToObj((i) -> "/p%d/sample https://o%d.example".formatted(i, i))
				.toArray(String[]::new));
		assertThat(notes(migration)).noneMatch((note) -> note.startsWith("Not compared"));
	}

	@Test
	void originOfAnotherPolicyIsAskedOnEveryPath() {
		Answer readable = new Answer(200, Map.of(CorsHeaders.ALLOW_ORIGIN, "https://o69.example"), true);
		Respondent open = (request) -> request.path().equals("/last") ? readable : Answer.PASSED_ON;
		Map<String, Object> migration = Migration.of(sources(70), open,
				List.of(new HandlerPath("/last", List.of("DELETE"))), UNLIMITED);
		assertThat(differences(migration))
			.anySatisfy((difference) -> assertThat(difference).containsEntry("path", "/last")
				.containsEntry("type", "actual")
				.containsEntry("method", "DELETE")
				.containsEntry("origin", "https://o69.example")
				.containsEntry("before", "readable"));
	}

	@Test
	void policiesAreWrittenAlthoughTheApplicationDoesNotAnswerInTime() {
		Map<String, Object> migration = Migration.of(sources(3), (request) -> {
			throw new AssertionError("asked");
		}, List.of(new HandlerPath("/other", List.of())), (limit, questions) -> false);
		assertThat(yaml(migration)).contains("'/p0/**'", "'/p1/**'", "'/p2/**'");
		assertThat(differences(migration)).isEmpty();
		assertThat(notes(migration))
			.anyMatch((note) -> note.startsWith("Not compared: 4 of 4 paths with all of the 14 origins."));
	}

	@Test
	void pathsOfPoliciesThatLoseSomethingAreAskedFirst() {
		List<JudgedSource> sources = List.of(source("/safe", "https://app.example.com", 1),
				source("/unsafe", "http://localhost:3000", 2));
		StringBuilder asked = new StringBuilder();
		Migration.of(sources, (request) -> {
			asked.append(request.path());
			return Answer.PASSED_ON;
		}, List.of(), UNLIMITED);
		assertThat(asked).startsWith("/unsafe");
	}

	@Test
	void failingAnswerIsAnErrorWithoutHeaders() {
		Map<String, Object> migration = Migration.of(sources(1), (request) -> {
			throw new IllegalArgumentException("allowedOrigins cannot contain the special value \"*\"");
		}, List.of(), UNLIMITED);
		assertThat(differences(migration)).isNotEmpty()
			.allSatisfy((difference) -> assertThat(difference).containsEntry("before", "unreadable")
				.containsEntry("after", "readable"));
	}

	@Test
	void patternWithoutKnownPathIsNamed() {
		Map<String, Object> migration = Migration.of(sources(1), (request) -> Answer.PASSED_ON,
				List.of(new HandlerPath("/{id:(\\d+)}", List.of("GET"))), UNLIMITED);
		assertThat(notes(migration)).anyMatch((note) -> note.startsWith("Not compared: /{id:(\\d+)}."));
	}

	private static List<JudgedSource> sources(int count) {
		return IntStream.range(0, count)
			.mapToObj((i) -> source("/p" + i + "/**", "https://o" + i + ".example", i))
			.toList();
	}

	private static JudgedSource source(String path, String origin, long maxAge) {
		SourceConfiguration configuration = new SourceConfiguration(List.of(origin), null, List.of("GET"), null, null,
				false, maxAge);
		return new JudgedSource(
				CorsSource.code(CorsSource.Kind.CORS_MAPPINGS, "webConfig", List.of(path), configuration),
				JudgedSource.Effect.ACTIVE, List.of(), List.of(), true);
	}

	private static String yaml(Map<String, Object> migration) {
		return (String) Objects.requireNonNull(migration.get("yaml"));
	}

	@SuppressWarnings("unchecked")
	private static List<String> notes(Map<String, Object> migration) {
		return (List<String>) Objects.requireNonNull(migration.get("notes"));
	}

	@SuppressWarnings("unchecked")
	private static List<Map<String, Object>> differences(Map<String, Object> migration) {
		return (List<Map<String, Object>>) Objects.requireNonNull(migration.get("differences"));
	}

}
