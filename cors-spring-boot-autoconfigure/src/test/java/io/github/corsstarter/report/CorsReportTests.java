package io.github.corsstarter.report;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.policy.CorsPolicy;
import io.github.corsstarter.policy.CorsPolicyDefinition;
import io.github.corsstarter.policy.CorsRequest;
import io.github.corsstarter.policy.CrossSiteForms;
import io.github.corsstarter.policy.EffectivePolicy;
import io.github.corsstarter.policy.Enforcement;
import io.github.corsstarter.policy.PolicyTable;
import io.github.corsstarter.validation.source.Answer;
import io.github.corsstarter.web.PathPatternMapping;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CorsReport}.
 */
class CorsReportTests {

	private static final String APP = "https://app.example.com";

	private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-28T10:00:00Z"), ZoneOffset.UTC);

	private final AtomicReference<PolicyTable> current = new AtomicReference<>(
			table(CorsPolicyDefinition.builder("next").allowedOrigins(APP).allowedMethods("GET", "PUT")));

	private final List<String> told = new ArrayList<>();

	private final CorsReport report = new CorsReport(new CorsPolicies(this.current::get), CLOCK,
			(policy, type, change) -> this.told.add(policy + " " + type + " " + change));

	private static PolicyTable table(CorsPolicyDefinition.Builder definition) {
		CorsPolicyDefinition policy = definition.paths("/**").enforcement(Enforcement.REPORT_ONLY).build();
		return new PolicyTable(
				PathPatternMapping.of(List.of(CorsPolicy.compile(EffectivePolicy.of(policy))), List.of()));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
			# page | cookie | method | today | creds | status | called | change       | detail
			app    | false  | GET    | same  | -     | 200    | true   | same         | -
			app    | false  | GET    | *     | -     | 200    | true   | would-differ | Allow-Origin
			app    | false  | GET    | same  | true  | 200    | true   | would-differ | Allow-Credentials
			app    | true   | GET    | same  | true  | 200    | true   | would-break  | Allow-Credentials
			app    | true   | GET    | same  | -     | 200    | true   | same         | -
			app    | false  | GET    | -     | -     | 200    | true   | would-open   | -
			app    | false  | GET    | other | -     | 403    | false  | would-open   | -
			app    | false  | DELETE | same  | -     | 200    | true   | would-break  | method-not-allowed
			old    | false  | GET    | *     | -     | 200    | true   | would-break  | origin-not-allowed
			old    | true   | GET    | *     | true  | 200    | true   | would-stop   | origin-not-allowed
			old    | false  | POST   | -     | -     | 302    | true   | would-stop   | origin-not-allowed
			old    | false  | POST   | -     | -     | 302    | false  | same         | origin-not-allowed
			old    | false  | POST   | -     | -     | 400    | true   | same         | origin-not-allowed
			null   | false  | GET    | same  | -     | 200    | true   | would-break  | null-origin-not-allowed
			x      | false  | GET    | -     | -     | 403    | false  | same         | malformed-origin
			""")
	void actualRequestHasItsWord(String page, boolean cookie, String method, String allowed, String credentials,
			int status, boolean called, String change, String detail) {
		String origin = (page.length() == 3) ? "https://" + page + ".example.com" : page;
		CorsRequest request = CorsRequest.builder(method, "/x").origin(origin).build();
		add(request, cookie, new Answer(status, headers(origin, allowed, credentials), called));
		assertThat(entries()).singleElement()
			.satisfies((entry) -> assertThat(entry.get("change")).isEqualTo(change))
			.satisfies((entry) -> assertThat(
					(entry.get("detail") instanceof String text) ? text.replace("Access-Control-", "") : null)
				.isEqualTo(detail));
		assertThat(this.told).containsExactly("next actual " + change);
	}

	private static Map<String, String> headers(String origin, String allowed, String credentials) {
		if (allowed == null) {
			return Map.of();
		}
		String value = switch (allowed) {
			case "same" -> origin;
			case "other" -> "https://other.example.com";
			default -> allowed;
		};
		return (credentials != null)
				? Map.of("Access-Control-Allow-Origin", value, "Access-Control-Allow-Credentials", credentials)
				: Map.of("Access-Control-Allow-Origin", value);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
			# method | headers  | status | methods | allowed headers | max age | change
			PUT      | -        | 200    | GET,PUT | -               | 1800    | same
			PUT      | x-a, x-b | 204    | PUT,GET | X-B,X-A         | 1800    | same
			PUT      | -        | 200    | GET,PUT | -               | -       | would-differ
			PUT      | -        | 500    | GET,PUT | -               | 1800    | would-open
			PUT      | -        | 200    | GET     | -               | 1800    | would-open
			GET      | x-a      | 200    | GET,PUT | x-b             | 1800    | would-open
			GET      | authorization | 200 | GET    | *               | 1800    | would-open
			PATCH    | -        | 200    | *       | -               | 1800    | would-break
			PATCH    | -        | 403    | -       | -               | -       | same
			""")
	void preflightHasItsWord(String method, String headers, int status, String methods, String allowedHeaders,
			String maxAge, String change) {
		CorsRequest request = CorsRequest.preflight(APP, method, "/x",
				(headers != null) ? List.of(headers) : List.of());
		Map<String, String> answer = new HashMap<>(Map.of("Access-Control-Allow-Origin", APP));
		answer.put("Access-Control-Allow-Methods", methods);
		answer.put("Access-Control-Allow-Headers", allowedHeaders);
		answer.put("Access-Control-Max-Age", maxAge);
		answer.values().removeIf(Objects::isNull);
		add(request, false, new Answer(status, answer, false));
		assertThat(entries()).singleElement()
			.satisfies((entry) -> assertThat(entry.get("change")).isEqualTo(change))
			.satisfies((entry) -> assertThat(entry).containsEntry("type", "preflight").containsEntry("method", method));
	}

	@Test
	void whatIsNoCorsRequestOfAnotherOriginIsLeftOut() {
		add(CorsRequest.builder("GET", "/x").origin("http://localhost").build(), false, Answer.PASSED_ON);
		add(CorsRequest.builder("POST", "/x").origin(APP).fetchMode("navigate").build(), false, Answer.PASSED_ON);
		assertThat(entries()).isEmpty();
		assertThat(this.told).isEmpty();
	}

	@Test
	void formOfAListedOriginChangesNothingAndOneOfAnotherIsStopped() {
		this.current.set(table(CorsPolicyDefinition.builder("next")
			.allowedOrigins(APP)
			.allowedMethods("GET", "PUT")
			.crossSiteForms(CrossSiteForms.LISTED)));
		Answer today = new Answer(303, Map.of("Access-Control-Allow-Origin", "*"), true);
		add(CorsRequest.builder("POST", "/x").origin(APP).fetchMode("navigate").build(), true, today);
		add(CorsRequest.builder("POST", "/x").origin("https://old.example.com").fetchMode("navigate").build(), true,
				today);
		add(CorsRequest.builder("GET", "/x").origin(APP).fetchMode("navigate").build(), true, today);
		assertThat(this.told).containsExactly("next actual same", "next actual would-stop");
		assertThat(entries()).extracting((entry) -> entry.get("today")).containsOnly("unreadable");
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", textBlock = """
			true,  -,                       would-differ
			true,  https://app.example.com, same
			true,  *,                       would-differ
			false, *,                       same
			false, -,                       same
			""")
	void timingIsComparedWhereThePolicySetsIt(boolean set, String today, String change) {
		this.current.set(table(CorsPolicyDefinition.builder("next")
			.allowedOrigins(APP)
			.allowedMethods("GET", "PUT")
			.timingAllowOrigin(set)));
		Map<String, String> headers = new HashMap<>(Map.of("Access-Control-Allow-Origin", APP));
		if (today != null) {
			headers.put("Timing-Allow-Origin", today);
		}
		add(CorsRequest.builder("GET", "/x").origin(APP).build(), false, new Answer(200, headers, true));
		assertThat(entries()).singleElement().satisfies((entry) -> {
			assertThat(entry.get("change")).isEqualTo(change);
			assertThat(entry.get("detail")).isEqualTo("same".equals(change) ? null : "Timing-Allow-Origin");
		});
	}

	@Test
	void floodKeepsTheFrequentEntryAndIsBounded() {
		for (int i = 0; i < 100_000; i++) {
			add(CorsRequest.builder("GET", "/flood/" + i).origin("https://flood" + i + ".example").build(), false,
					new Answer(200, Map.of("Access-Control-Allow-Origin", "*"), true));
			if (i % 100 == 0) {
				add(CorsRequest.builder("GET", "/api/x").origin("https://old.example.com").build(), false,
						new Answer(200, Map.of("Access-Control-Allow-Origin", "*"), true));
			}
		}
		assertThat(entries()).hasSize(200);
		assertThat(entries()).filteredOn((entry) -> "https://old.example.com".equals(entry.get("origin")))
			.singleElement()
			.satisfies((entry) -> {
				long count = (long) Objects.requireNonNull(entry.get("count"));
				long error = (long) Objects.requireNonNull(entry.get("error"));
				assertThat(count).isGreaterThanOrEqualTo(1000);
				assertThat(count - error).isLessThanOrEqualTo(1000);
			});
		assertThat(totals()).containsEntry("would-break", 101_000L);
	}

	@Test
	void floodOfLongTextsLeavesTheHeapAsItIs() {
		CorsReport flooded = new CorsReport(new CorsPolicies(this.current::get), CLOCK, (policy, type, change) -> {
		});
		PolicyTable reporting = Objects.requireNonNull(Objects.requireNonNull(this.current.get()).reportOnly());
		long before = 0;
		for (int i = 0; i < 40_000; i++) {
			String text = i + "a".repeat(2000);
			CorsRequest request = CorsRequest.builder("GET", "/" + text).origin("https://" + text + ".example").build();
			flooded.add(reporting, new ObservedRequest(request, false),
					new Answer(200, Map.of("Access-Control-Allow-Origin", "*"), true));
			if (i == 1000) {
				before = usedHeap();
			}
		}
		assertThat(usedHeap() - before).isLessThan(800_000);
		assertThat(flooded.toMembers().toString()).contains("would-break=40000");
	}

	private static long usedHeap() {
		System.gc();
		return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
	}

	@Test
	void whatClientsChooseIsCutAndEscaped() {
		add(CorsRequest.builder("GET", "/" + "a\n".repeat(1000)).origin("https://" + "b".repeat(5000)).build(), false,
				Answer.PASSED_ON);
		assertThat(entries()).singleElement().satisfies((entry) -> {
			assertThat(entry.get("origin")).asString().hasSizeLessThanOrEqualTo(512);
			assertThat(entry.get("path")).asString().hasSizeLessThanOrEqualTo(512).doesNotContain("\n");
		});
	}

	@Test
	void changedPolicyStartsAnewAndAnEqualOneGoesOn() {
		add(CorsRequest.builder("GET", "/x").origin(APP).build(), false, Answer.PASSED_ON);
		this.current.set(table(CorsPolicyDefinition.builder("next").allowedOrigins(APP).allowedMethods("GET", "PUT")));
		assertThat(entries()).hasSize(1);
		this.current.set(table(CorsPolicyDefinition.builder("next").allowedOrigins(APP).allowedMethods("GET")));
		assertThat(entries()).isEmpty();
	}

	@Test
	void slowRequestToAReplacedPolicyWipesNothingOut() {
		PolicyTable before = Objects.requireNonNull(Objects.requireNonNull(this.current.get()).reportOnly());
		this.current.set(table(CorsPolicyDefinition.builder("next").allowedOrigins(APP).allowedMethods("GET")));
		CorsRequest request = CorsRequest.builder("GET", "/x").origin(APP).build();
		add(request, false, Answer.PASSED_ON);
		this.report.add(before, new ObservedRequest(request, false), Answer.PASSED_ON);
		add(request, false, Answer.PASSED_ON);
		assertThat(entries()).singleElement().satisfies((entry) -> assertThat(entry.get("count")).isEqualTo(2L));
		assertThat(this.told).hasSize(2);
	}

	@Test
	void listenerThatFailsHurtsNoRequest() {
		CorsReport failing = new CorsReport(new CorsPolicies(this.current::get), CLOCK, (policy, type, change) -> {
			throw new IllegalStateException("Not today");
		});
		PolicyTable reporting = Objects.requireNonNull(Objects.requireNonNull(this.current.get()).reportOnly());
		CorsRequest request = CorsRequest.builder("GET", "/x").origin(APP).build();
		failing.add(reporting, new ObservedRequest(request, false), Answer.PASSED_ON);
		failing.add(reporting, new ObservedRequest(request, false), Answer.PASSED_ON);
		assertThat(failing.toMembers().toString()).contains("count=2");
	}

	@Test
	void policyThatBeginsToReportIsToldOfAndOneThatEndsIsForgotten() {
		List<String> begun = new ArrayList<>();
		CorsReport followed = new CorsReport(new CorsPolicies(this.current::get), CLOCK, new ReportListener() {

			@Override
			public void onBegin(String policy) {
				begun.add(policy);
			}

			@Override
			public void onChange(String policy, String type, ReportedChange change) {
				begun.add(change.toString());
			}

		});
		followed.begin();
		PolicyTable before = this.current.getAndSet(table(CorsPolicyDefinition.builder("later").allowedOrigins(APP)));
		followed.begin();
		assertThat(begun).containsExactly("next", "later");
		this.current.set(before);
		followed.begin();
		assertThat(begun).containsExactly("next", "later", "next");
	}

	private void add(CorsRequest request, boolean credentials, Answer today) {
		PolicyTable reporting = Objects.requireNonNull(Objects.requireNonNull(this.current.get()).reportOnly());
		this.report.add(reporting, new ObservedRequest(request, credentials), today);
	}

	@SuppressWarnings("unchecked")
	private Map<String, Object> policy() {
		return ((List<Map<String, Object>>) Objects.requireNonNull(this.report.toMembers().get("policies"))).get(0);
	}

	@SuppressWarnings("unchecked")
	private List<Map<String, Object>> entries() {
		return (List<Map<String, Object>>) Objects.requireNonNull(policy().get("entries"));
	}

	@SuppressWarnings("unchecked")
	private Map<String, Object> totals() {
		return (Map<String, Object>) Objects.requireNonNull(policy().get("totals"));
	}

}
