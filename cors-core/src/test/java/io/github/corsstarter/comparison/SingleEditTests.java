package io.github.corsstarter.comparison;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.github.corsstarter.comparison.snapshot.CorsSnapshot;
import io.github.corsstarter.comparison.snapshot.SnapshotPolicy;
import io.github.corsstarter.comparison.snapshot.SnapshotWaiver;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One configuration, edited in one place: the verdict, and what a reviewer reads.
 */
class SingleEditTests {

	private static final String SAME = "The CORS policies allow the same as before.\n";

	private static final String WIDER = "The CORS policies are wider than before.\n\nWider:\n\n";

	private static final String NARROWER = "The CORS policies are narrower than before: they allow less, and "
			+ "nothing more.\n\nNarrower:\n\n";

	private static final String INCOMPARABLE = "The CORS policies are wider than before in one way, and narrower in "
			+ "another.\n\nWider:\n\n";

	private static final Consumer<Snapshots.Policy> NOTHING = (policy) -> {
	};

	private static final SnapshotWaiver WAIVER = new SnapshotWaiver("localhost-origin", "https://localhost", "shop",
			"Capacitor", LocalDate.of(2027, 6, 30));

	@ParameterizedTest(name = "{0}")
	@MethodSource("edits")
	void editHasItsVerdictAndItsText(String name, CorsSnapshot before, CorsSnapshot after, Verdict verdict,
			String text) {
		CorsComparison comparison = CorsComparison.of(before, after);
		assertThat(ComparisonText.of(comparison).toText()).isEqualTo(text);
		assertThat(comparison.verdict()).isEqualTo(verdict);
	}

	static Stream<Arguments> edits() {
		return Stream.of(
				shop("reordered and written twice",
						(policy) -> policy.origins = List.of("https://admin.example.com", "https://App.example.com/",
								"https://app.example.com"),
						Verdict.EQUAL, SAME),
				shop("two origins as one expression", (policy) -> {
					policy.origins = List.of();
					policy.originRegexes = List.of("https://(app|admin)\\.example\\.com");
				}, Verdict.EQUAL, SAME),
				shop("an origin more",
						(policy) -> policy.origins = List
							.of("https://app.example.com", "https://admin.example.com", "https://evil.example"),
						Verdict.WIDER,
						WIDER + "  - A page of https://evil.example can now call GET /api with credentials and read "
								+ "the response (policy 'shop').\n"),
				shop("a pattern in place of the origins", (policy) -> {
					policy.origins = List.of();
					policy.originPatterns = List.of("https://*.example.com");
				}, Verdict.WIDER,
						WIDER + "  - A page of https://x.example.com can now call GET /api with credentials and read "
								+ "the response (policy 'shop', by https://*.example.com).\n"),
				shop("an origin less", (policy) -> policy.origins = List.of("https://app.example.com"),
						Verdict.NARROWER,
						NARROWER + "  - A page of https://admin.example.com can no longer call GET /api with "
								+ "credentials and read the response (policy 'shop').\n"),
				shop("another origin",
						(policy) -> policy.origins = List.of("https://app.example.com", "https://admin.example.org"),
						Verdict.INCOMPARABLE,
						INCOMPARABLE
								+ "  - A page of https://admin.example.org can now call GET /api with credentials and "
								+ "read the response (policy 'shop').\n" + "\n" + "Narrower:\n" + "\n"
								+ "  - A page of https://admin.example.com can no longer call GET /api with "
								+ "credentials and read the response (policy 'shop').\n"),
				shop("the null origin",
						(policy) -> policy.origins = List.of("https://app.example.com", "https://admin.example.com",
								"null"),
						Verdict.WIDER,
						WIDER + "  - A page of the origin null can now call GET /api with credentials and read the "
								+ "response (policy 'shop').\n"),
				shop("a method more", (policy) -> policy.methods = List.of("GET", "POST", "PUT"), Verdict.WIDER,
						WIDER + "  - A page of https://admin.example.com can now call PUT /api with credentials and "
								+ "read the response (policy 'shop').\n"),
				shop("HEAD, which GET implies", (policy) -> policy.methods = List.of("GET", "HEAD", "POST"),
						Verdict.EQUAL, SAME),
				shop("any method", (policy) -> policy.methods = List.of("*"), Verdict.WIDER,
						WIDER + "  - A page of https://admin.example.com can now call PUT /api with credentials and "
								+ "read the response (policy 'shop', by *).\n"),
				shop("any header", (policy) -> policy.headers = List.of("*"), Verdict.WIDER,
						WIDER + "  - A page of https://admin.example.com can now send the header authorization with "
								+ "GET /api (policy 'shop', by *).\n"),
				shop("a header that browsers forbid", (policy) -> policy.headers = List.of("content-type", "Cookie"),
						Verdict.EQUAL, SAME),
				shop("no credentials", (policy) -> policy.credentials = false, Verdict.NARROWER,
						NARROWER + "  - A page of https://admin.example.com can no longer call GET /api with "
								+ "credentials and read the response (policy 'shop').\n"),
				shop("an exposed header more", (policy) -> policy.exposedHeaders = List.of("ETag", "X-Total"),
						Verdict.WIDER,
						WIDER + "  - A page of https://admin.example.com can now read the response header x-total of "
								+ "GET /api (policy 'shop').\n"),
				shop("an exposed header less", (policy) -> policy.exposedHeaders = List.of("cache-control"),
						Verdict.NARROWER, NARROWER
								+ "  - A page of https://admin.example.com can no longer read the response header etag "
								+ "of GET /api (policy 'shop').\n"),
				shop("a longer max-age", (policy) -> policy.maxAge = Duration.ofHours(1), Verdict.EQUAL,
						SAME + "\n" + "Also changed:\n" + "\n"
								+ "  - The max-age of preflights goes from PT30M to PT1H (policy 'shop').\n"),
				shop("another status", (policy) -> policy.preflightStatus = 204, Verdict.EQUAL, SAME),
				shop("fewer paths", (policy) -> policy.paths = List.of("/api/orders/**"), Verdict.WIDER,
						WIDER + "  - /api is no longer governed by policy 'shop': whatever else the application has "
								+ "for CORS answers there now.\n"),
				shop("forms of listed origins", (policy) -> policy.listedFormsOnly = true, Verdict.NARROWER,
						NARROWER + "  - A page of https://another-site.example can no longer post a form to /api "
								+ "(policy 'shop', without cross-site-forms: allow).\n"),
				shop("timing", (policy) -> policy.timingAllowOrigin = true, Verdict.WIDER,
						WIDER + "  - A page of https://admin.example.com can now read the timing of GET /api (policy "
								+ "'shop').\n"),
				shop("an origin source", (policy) -> policy.originSource = "customers", Verdict.WIDER,
						WIDER + "  - The origins of bean customers are allowed now (policy 'shop').\n"),
				shop("report-only", (policy) -> policy.reportOnly = true, Verdict.WIDER,
						WIDER + "  - /api is no longer governed by policy 'shop': whatever else the application has "
								+ "for CORS answers there now.\n"),
				Arguments.arguments("a path more", snapshot(shop(NOTHING), catalog()),
						snapshot(shop((policy) -> policy.paths = List.of("/api/**", "/internal/*")), catalog()),
						Verdict.WIDER,
						WIDER + "  - /internal/ is governed by policy 'shop' now, by /internal/*: a page of "
								+ "https://admin.example.com can call GET /internal/ with credentials and read the "
								+ "response.\n"),
				Arguments.arguments("a path more for nobody", snapshot(catalog()),
						snapshot(catalog(), Snapshots.policy("closed", (policy) -> {
							policy.origins = List.of();
							policy.paths = List.of("/internal/{*all}");
						})), Verdict.NARROWER,
						NARROWER + "  - /internal is governed by policy 'closed' now, by /internal/{*all}, and allows "
								+ "nobody.\n"),
				Arguments.arguments("another name", snapshot(shop(NOTHING)),
						Snapshots.of(List.of(shop(NOTHING).withName("store")),
								new SnapshotWaiver("localhost-origin", "https://localhost", "store", "",
										WAIVER.expires())),
						Verdict.EQUAL, SAME),
				Arguments.arguments("a policy less", snapshot(shop(NOTHING), catalog()), snapshot(shop(NOTHING)),
						Verdict.INCOMPARABLE,
						INCOMPARABLE + "  - A page of https://admin.example.com can now call POST /api/catalog with "
								+ "credentials and read the response (policy 'shop').\n"
								+ "  - A page of https://admin.example.com can now send the header content-type with "
								+ "GET /api/catalog (policy 'shop').\n"
								+ "  - A page of https://admin.example.com can now call GET /api/catalog with "
								+ "credentials and read the response (policy 'shop').\n"
								+ "  - A page of https://admin.example.com can now read the response header etag of "
								+ "GET /api/catalog (policy 'shop').\n" + "\n" + "Narrower:\n" + "\n"
								+ "  - A page of https://another-site.example can no longer call GET /api/catalog and "
								+ "read the response (policy 'shop', without *).\n"),
				Arguments.arguments("disabled", snapshot(shop(NOTHING)), Snapshots.of(List.of(), WAIVER), Verdict.WIDER,
						WIDER + "  - /api is no longer governed by policy 'shop': whatever else the application has "
								+ "for CORS answers there now.\n"),
				Arguments.arguments("a waiver for ever", snapshot(),
						Snapshots.of(List.of(),
								new SnapshotWaiver(WAIVER.rule(), WAIVER.value(), WAIVER.policy(), "", null)),
						Verdict.WIDER,
						WIDER + "  - Waived now: localhost-origin for https://localhost without an end (policy "
								+ "'shop').\n"),
				Arguments.arguments("a waiver of another spelling", snapshot(),
						Snapshots.of(List.of(),
								new SnapshotWaiver(WAIVER.rule(), "HTTPS://LocalHost:443/", WAIVER.policy(), "",
										WAIVER.expires())),
						Verdict.EQUAL, SAME),
				Arguments.arguments("a waiver without its policy", snapshot(),
						Snapshots.of(List.of(),
								new SnapshotWaiver(WAIVER.rule(), WAIVER.value(), null, "", WAIVER.expires())),
						Verdict.WIDER,
						WIDER + "  - Waived now: localhost-origin for https://localhost until 2027-06-30, in every "
								+ "policy.\n"),
				Arguments.arguments("no waiver", snapshot(), Snapshots.of(List.of()), Verdict.NARROWER,
						NARROWER + "  - No longer waived: localhost-origin for https://localhost until 2027-06-30 "
								+ "(policy 'shop').\n"),
				Arguments.arguments("a severity", Snapshots.of(List.of()), settings(true, "warn"), Verdict.WIDER,
						WIDER + "  - Severity of rule insecure-origin from its own to warn.\n"),
				Arguments.arguments("a severity again", settings(true, "off"), settings(true, "error"),
						Verdict.NARROWER, NARROWER + "  - Severity of rule insecure-origin from off to error.\n"),
				Arguments.arguments("a severity outside of production", settings(false, null), settings(false, "warn"),
						Verdict.NARROWER, NARROWER + "  - Severity of rule insecure-origin from its own to warn.\n"),
				Arguments.arguments("production, and a severity that is still higher than before",
						settings(false, null), settings(true, "warn"), Verdict.NARROWER,
						NARROWER + "  - Severity of rule insecure-origin from its own to warn.\n"
								+ "  - This is a production start now: safety rules stop it.\n"),
				Arguments.arguments("no production, and a severity that is lower than before", settings(true, "warn"),
						settings(false, null), Verdict.WIDER,
						WIDER + "  - Severity of rule insecure-origin from warn to its own.\n"
								+ "  - This is no longer a start in production: safety rules do not stop it.\n"),
				Arguments.arguments("production, and a rule that is off", settings(false, null), settings(true, "off"),
						Verdict.INCOMPARABLE,
						INCOMPARABLE + "  - Severity of rule insecure-origin from its own to off.\n" + "\n"
								+ "Narrower:\n" + "\n" + "  - This is a production start now: safety rules stop it.\n"),
				Arguments.arguments("a severity that a rule has by itself in every profile",
						settings(false, "wildcard-with-credentials", "warn"), settings(false, null), Verdict.NARROWER,
						NARROWER + "  - Severity of rule wildcard-with-credentials from warn to its own.\n"),
				Arguments.arguments("the severity that a rule has by itself", settings(false, null),
						settings(false, "wildcard-with-credentials", "error"), Verdict.EQUAL, SAME),
				Arguments.arguments("a path of its own for others", snapshot(shop(NOTHING), catalog()),
						reserving("/api/graphql"), Verdict.WIDER,
						WIDER + "  - /api/graphql is no longer governed by policy 'shop': whatever else the "
								+ "application has for CORS answers there now.\n"),
				Arguments.arguments("no path of its own for others", reserving("/api/graphql"),
						snapshot(shop(NOTHING), catalog()), Verdict.WIDER,
						WIDER + "  - /api/graphql is governed by policy 'shop' now, by /api/**: a page of "
								+ "https://admin.example.com can call GET /api/graphql with credentials and read the "
								+ "response.\n"),
				Arguments.arguments("a path that policies begin with", snapshot(shop(NOTHING), catalog()),
						reserving("/api"), Verdict.EQUAL, SAME),
				Arguments.arguments("no production", Snapshots.of(List.of()), settings(false, null), Verdict.WIDER,
						WIDER + "  - This is no longer a start in production: safety rules do not stop it.\n"));
	}

	private static Arguments shop(String name, Consumer<Snapshots.Policy> edit, Verdict verdict, String text) {
		return Arguments.arguments(name, snapshot(shop(NOTHING), catalog()), snapshot(shop(edit), catalog()), verdict,
				text);
	}

	private static CorsSnapshot settings(boolean production, @Nullable String severity) {
		return settings(production, "insecure-origin", severity);
	}

	private static CorsSnapshot settings(boolean production, String rule, @Nullable String severity) {
		TreeMap<String, String> severities = new TreeMap<>();
		if (severity != null) {
			severities.put(rule, severity);
		}
		return new CorsSnapshot(List.of("prod"), production, List.of(), List.of(), severities, List.of());
	}

	private static CorsSnapshot snapshot(SnapshotPolicy... policies) {
		return Snapshots.of(List.of(policies), WAIVER);
	}

	private static CorsSnapshot reserving(String path) {
		CorsSnapshot snapshot = snapshot(shop(NOTHING), catalog());
		return new CorsSnapshot(snapshot.profiles(), snapshot.production(), snapshot.policies(), snapshot.waivers(),
				snapshot.severities(), List.of(path));
	}

	private static SnapshotPolicy shop(Consumer<Snapshots.Policy> edit) {
		return Snapshots.policy("shop", (policy) -> {
			policy.paths = List.of("/api/**");
			policy.origins = List.of("https://app.example.com", "https://admin.example.com");
			policy.methods = List.of("GET", "POST");
			policy.headers = List.of("content-type");
			policy.exposedHeaders = List.of("etag");
			policy.credentials = true;
			edit.accept(policy);
		});
	}

	private static SnapshotPolicy catalog() {
		return Snapshots.policy("catalog", (policy) -> {
			policy.paths = List.of("/api/catalog/**");
			policy.origins = List.of("*");
			policy.methods = List.of("GET");
			policy.headers = List.of();
		});
	}

}
