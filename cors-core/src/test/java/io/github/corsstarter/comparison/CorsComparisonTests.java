package io.github.corsstarter.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.github.corsstarter.comparison.Change.Kind;
import io.github.corsstarter.comparison.snapshot.CorsSnapshot;
import io.github.corsstarter.comparison.snapshot.SnapshotPolicy;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CorsComparisonTests {

	@Test
	void unsupportedPathExpressionIsEqualByEqualText() {
		CorsSnapshot before = governing("/{x:(?!admin).*}/**", "/**");
		CorsSnapshot renamed = Snapshots
			.of(before.policies().stream().map((policy) -> policy.withName("other" + policy.name())).toList());
		assertThat(CorsComparison.of(before, renamed).verdict()).isEqualTo(Verdict.EQUAL);
	}

	@Test
	void unsupportedPathExpressionByAnotherTextCannotBeTold() {
		CorsSnapshot before = governing("/{x:(?!admin).*}/**", "/**");
		CorsSnapshot after = governing("/{x:(?!admin).+}/**", "/**");
		CorsComparison comparison = CorsComparison.of(before, after);
		assertThat(comparison.verdict()).isEqualTo(Verdict.CANNOT_TELL);
		assertThat(comparison.changes()).isEmpty();
		assertThat(ComparisonText.of(comparison).toText()).isEqualTo("""
				Whether the CORS policies are wider than before cannot be told.

				Not decided:

				  - Whether any path is governed by policy 'p0' before and policy 'p1' now: \
				a path pattern has a regular expression that cannot be compared.
				  - Whether any path is governed by policy 'p1' before and policy 'p0' now: \
				a path pattern has a regular expression that cannot be compared.
				""");
	}

	@Test
	void whatIsKnownToBeWiderIsSaidNextToWhatCannotBeTold() {
		CorsSnapshot before = governing("/{x:(?!admin).*}/**", "/b");
		CorsSnapshot after = governing("/{x:(?!admin).+}/**");
		CorsComparison comparison = CorsComparison.of(before, after);
		assertThat(comparison.undecided()).isNotEmpty();
		assertThat(comparison.verdict()).isIn(Verdict.WIDER, Verdict.INCOMPARABLE);
	}

	@Test
	void eachPatternThatIsNewlyGovernedIsShown() {
		CorsSnapshot before = governing("/a");
		SnapshotPolicy old = before.policies().get(0);
		CorsSnapshot after = Snapshots.of(Snapshots.policy(old.name(), (policy) -> {
			policy.paths = List.of("/a", "/b/**", "/c/*");
			policy.origins = old.origins();
		}));
		assertThat(CorsComparison.of(before, after).changes()).extracting(Change::kind, Change::detail)
			.containsExactlyInAnyOrder(org.assertj.core.api.Assertions.tuple(Kind.PATH, "/b/**"),
					org.assertj.core.api.Assertions.tuple(Kind.PATH, "/c/*"));
	}

	@Test
	void manyPathsAndOriginsAreComparedWithinTheWorkLimit() {
		List<SnapshotPolicy> policies = new ArrayList<>();
		for (int i = 0; i < 150; i++) {
			int number = i;
			policies.add(Snapshots.policy("p" + i, (policy) -> {
				policy.paths = List.of("/service-" + number + "/**", "/public/{id}/resource-" + number);
				policy.origins = IntStream.range(0, 50)
					.mapToObj((origin) -> "https://app" + origin + ".customer" + number + ".example")
					.toList();
			}));
		}
		CorsSnapshot before = Snapshots.of(policies);
		SnapshotPolicy last = policies.get(149);
		policies.set(149, Snapshots.policy(last.name(), (policy) -> {
			policy.paths = last.paths();
			policy.originPatterns = List.of("https://app*.customer149.example");
		}));
		CorsComparison comparison = CorsComparison.of(before, Snapshots.of(policies));
		assertThat(comparison.undecided()).isEmpty();
		assertThat(comparison.changes()).extracting(Change::policy).containsOnly("p149");
	}

	@Test
	void manyEntriesThatTakeMuchWorkCannotBeTold() {
		List<SnapshotPolicy> policies = new ArrayList<>();
		for (int number = 0; number < 200; number++) {
			String path = "/p" + number;
			String regex = "https?://.*[x.:0].{11}(\\.com%03d)?".formatted(number);
			policies.add(Snapshots.policy("p" + number, (policy) -> {
				policy.paths = List.of(path);
				policy.originRegexes = List.of(regex);
			}));
		}
		CorsComparison comparison = CorsComparison.of(Snapshots.of(policies), Snapshots.of(policies.subList(0, 1)));
		assertThat(comparison.undecided()).singleElement()
			.asString()
			.contains("the work that may go into their automata was used up");
	}

	/**
	 * Half as many different entries of that size would be too much work.
	 */
	@Test
	void entryThatManyPoliciesInheritTakesItsWorkOnce() {
		List<SnapshotPolicy> policies = new ArrayList<>();
		for (int number = 0; number < 48; number++) {
			String path = "/p" + number;
			policies.add(Snapshots.policy("p" + number, (policy) -> {
				policy.paths = List.of(path);
				policy.originRegexes = List.of("https?://.*[x.:0].{11}\\.com");
			}));
		}
		List<SnapshotPolicy> others = new ArrayList<>(policies);
		others.set(0, Snapshots.policy("p0", (policy) -> policy.paths = List.of("/p0")));
		assertThat(CorsComparison.of(Snapshots.of(policies), Snapshots.of(others)).verdict())
			.isEqualTo(Verdict.NARROWER);
	}

	@Test
	void whatTakesTooMuchWorkCannotBeTold() {
		List<String> paths = IntStream.range(0, 60).mapToObj((i) -> "/{x:[ab]*a[ab]{%d}}/%s".formatted(i, i)).toList();
		CorsSnapshot before = governing(paths.toArray(String[]::new));
		List<SnapshotPolicy> others = new ArrayList<>(before.policies());
		others.remove(0);
		CorsComparison comparison = CorsComparison.of(before, Snapshots.of(others));
		assertThat(comparison.verdict()).isEqualTo(Verdict.CANNOT_TELL);
		assertThat(comparison.undecided())
			.containsExactly("Which policies govern which paths: that takes more work than one comparison may do.");
	}

	@Test
	void pathOfARequestIsEncodedAsInAUrl() {
		CorsSnapshot after = Snapshots.of(Snapshots.policy("p", (policy) -> policy.paths = List.of("/a b;\u00e9%/**")));
		assertThat(CorsComparison.of(Snapshots.of(), after).changes()).extracting(Change::request)
			.extracting(PageRequest::path)
			.containsExactly("/a%20b%3B%C3%A9%25");
	}

	@Test
	void pathOfAnOpenPolicyThatIsNoLongerGovernedIsShownByAPageToo() {
		CorsSnapshot before = Snapshots.of(Snapshots.policy("p", (policy) -> policy.origins = List.of("*")));
		CorsSnapshot closed = Snapshots.of(Snapshots.policy("p", (policy) -> {
			policy.origins = List.of("*");
			policy.methods = List.of();
		}));
		for (CorsComparison comparison : List.of(CorsComparison.of(before, Snapshots.of()),
				CorsComparison.of(Snapshots.of(), closed))) {
			assertThat(comparison.changes()).extracting(Change::request)
				.extracting(PageRequest::origin)
				.containsExactly("https://another-site.example");
		}
	}

	@Test
	void textsShowTheChangesToPeopleAndPrograms() {
		CorsSnapshot before = governing("/a/**");
		SnapshotPolicy old = before.policies().get(0);
		CorsSnapshot after = Snapshots.of(Snapshots.policy("p`0", (policy) -> {
			policy.paths = old.paths();
			policy.origins = old.origins();
			policy.headers = List.of("x`y", "content-type");
			policy.maxAge = java.time.Duration.ofHours(1);
		}));
		ComparisonText text = ComparisonText.of(CorsComparison.of(before, after));
		assertThat(text.toMarkdown()).isEqualTo("""
				### CORS policies: wider

				The CORS policies are wider than before.

				**Wider**

				- A page of `https://0.example` can now send the header ``x`y`` with `GET /a` (policy ``p`0``).

				**Also changed**

				- The max-age of preflights goes `from PT30M to PT1H` (policy ``p`0``).
				""");
		assertThat(text.toJson()).isEqualTo("""
				{
				  "verdict": "wider",
				  "changes": [
				    {
				      "kind": "header",
				      "direction": "wider",
				      "policy": "p`0",
				      "request": {
				        "path": "/a",
				        "origin": "https://0.example",
				        "method": "GET",
				        "headers": [
				          "x`y"
				        ],
				        "credentials": false,
				        "exposedHeaders": [],
				        "mode": "cors"
				      }
				    },
				    {
				      "kind": "max-age",
				      "direction": "none",
				      "policy": "p`0"
				    }
				  ]
				}
				""");
	}

	/**
	 * A policy for each path, with an origin of its own.
	 */
	private static CorsSnapshot governing(String... paths) {
		List<SnapshotPolicy> policies = new ArrayList<>();
		for (String path : paths) {
			int number = policies.size();
			policies.add(Snapshots.policy("p" + number, (policy) -> {
				policy.paths = List.of(path);
				policy.origins = List.of("https://" + number + ".example");
			}));
		}
		return Snapshots.of(policies);
	}

}
