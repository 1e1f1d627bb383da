package io.github.corsstarter.autoconfigure;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import io.github.corsstarter.report.ReportListener;
import io.github.corsstarter.source.OriginSource;
import io.github.corsstarter.source.TenantOrigins;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.json.JsonParserFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A policy that only reports, next to annotations, on a real port of each stack.
 */
class ReportOnlyApplicationTests {

	private static final String APP = "https://app.example.com";

	private static final String OLD = "https://old.example.com";

	private static final String SHOP = "http://shop.example";

	private static final String NEW = "https://new.example.com";

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void everyWordIsReportedAndNothingChanges(WebApplicationType type) throws Exception {
		try (ConfigurableApplicationContext application = start(type)) {
			HttpResponse<String> broken = preflight(application, "/api/x", OLD, "GET");
			assertThat(broken.statusCode()).isEqualTo(200);
			assertThat(broken.headers().firstValue("Access-Control-Allow-Origin")).hasValue(OLD);
			assertThat(get(application, "/api/x", OLD).body()).isEqualTo("x");
			assertThat(get(application, "/api/x", NEW).statusCode()).isEqualTo(403);
			get(application, "/api/x", APP);
			assertThat(post(application, "/api/none", OLD).statusCode()).isEqualTo(200);
			get(application, "/api/none", "https://other.example.com/");
			get(application, "/elsewhere", OLD);
			Map<String, Object> report = report(application, 6);
			assertThat(report).containsOnlyKeys("policy", "since", "totals", "entries").containsEntry("policy", "next");
			assertThat(report.get("totals"))
				.hasToString("{would-break=2, would-open=1, would-stop=2, would-differ=1, same=0}");
			assertThat(entries(report).get(0))
				.containsAllEntriesOf(Map.of("origin", OLD, "path", "/api/x", "today", "readable", "then", "rejected",
						"change", "would-break", "detail", "origin-not-allowed", "count", 1, "error", 0));
			assertThat(entries(report))
				.anySatisfy((entry) -> assertThat(entry).containsAllEntriesOf(Map.of("origin", APP, "change",
						"would-differ", "type", "actual", "method", "GET", "detail", "Access-Control-Expose-Headers")));
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void everyListenerIsToldOfChanges(WebApplicationType type) throws Exception {
		List<String> told = new CopyOnWriteArrayList<>();
		try (ConfigurableApplicationContext application = start(type, (context) -> {
			context.registerBean("one", ReportListener.class,
					() -> (policy, kind, change) -> told.add("one: " + policy + ' ' + change));
			context.registerBean("other", ReportListener.class,
					() -> (policy, kind, change) -> told.add("other: " + policy + ' ' + change));
		})) {
			assertThat(get(application, "/api/x", OLD).body()).isEqualTo("x");
			Awaitility.await()
				.untilAsserted(
						() -> assertThat(told).containsExactly("one: next would-break", "other: next would-break"));
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void explanationSaysWhatThePolicyWouldDecide(WebApplicationType type) throws Exception {
		try (ConfigurableApplicationContext application = start(type)) {
			assertThat(explain(application, "/api/x", OLD).get("reportOnly")).isEqualTo(Map.of("policy", "next",
					"matchedPath", "/api/**", "outcome", "rejected", "reason", "origin-not-allowed"));
			assertThat(explain(application, "/api/x", OLD)).containsEntry("outcome", "not-governed");
			assertThat(explain(application, "/api/x", APP).get("reportOnly"))
				.asInstanceOf(InstanceOfAssertFactories.MAP)
				.containsEntry("outcome", "allowed")
				.containsEntry("reason", null);
			assertThat(explain(application, "/elsewhere", OLD)).doesNotContainKey("reportOnly");
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void timingAndFormsAreReported(WebApplicationType type) throws Exception {
		try (ConfigurableApplicationContext application = start(type, "--cors.policies.next.timing-allow-origin=true",
				"--cors.policies.next.max-age=30m", "--cors.policies.next.cross-site-forms=listed")) {
			assertThat(get(application, "/api/x", APP).headers().map()).doesNotContainKey("Timing-Allow-Origin");
			assertThat(get(application, "/api/timed", APP).headers().firstValue("Timing-Allow-Origin")).hasValue(APP);
			form(application, APP);
			form(application, OLD);
			Map<String, Object> report = report(application, 4);
			assertThat(report.get("totals"))
				.hasToString("{would-break=0, would-open=0, would-stop=1, would-differ=1, same=2}");
			assertThat(entries(report)).anySatisfy((entry) -> assertThat(entry).containsAllEntriesOf(
					Map.of("path", "/api/x", "change", "would-differ", "detail", "Timing-Allow-Origin")));
		}
	}

	private void form(ConfigurableApplicationContext application, String origin)
			throws IOException, InterruptedException {
		HttpRequest.Builder form = HttpRequest.newBuilder()
			.POST(HttpRequest.BodyPublishers.ofString("a=b"))
			.header("Sec-Fetch-Mode", "navigate")
			.header("Sec-Fetch-Site", "cross-site");
		assertThat(send(application, "/api/none", origin, form).body()).isEqualTo("ordered");
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void policyOnTheSourceOfAnotherTakesNothingAway(WebApplicationType type) throws Exception {
		String[] shop = { "--cors.policies.shop.paths=/api/shop", "--cors.policies.shop.origin-source=customers" };
		try (ConfigurableApplicationContext application = start(type, shop)) {
			assertShopIsOpen(application);
			assertThat(application.getBean(TenantOrigins.class).check("customers", SHOP).rule()).isNull();
		}
		try (ConfigurableApplicationContext application = start(type, shop[0], shop[1],
				"--cors.policies.next.origin-source=customers", "--cors.policies.next.allow-credentials=true")) {
			assertShopIsOpen(application);
			assertThat(entries(report(application, 2))).hasSize(2)
				.allSatisfy((entry) -> assertThat(entry).containsAllEntriesOf(
						Map.of("origin", SHOP, "change", "would-break", "detail", "origin-not-allowed")));
			assertThat(application.getBean(TenantOrigins.class).check("customers", SHOP).rule())
				.isEqualTo("insecure-origin");
		}
	}

	private void assertShopIsOpen(ConfigurableApplicationContext application) throws IOException, InterruptedException {
		HttpResponse<String> actual = get(application, "/api/shop", SHOP);
		assertThat(actual.body()).isEqualTo("shop");
		assertThat(actual.headers().firstValue("Access-Control-Allow-Origin")).hasValue(SHOP);
		assertThat(preflight(application, "/api/shop", SHOP, "GET").statusCode()).isEqualTo(200);
		assertThat(get(application, "/actuator/cors/refused-origins", APP).body()).contains("\"refused\":[]");
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void enforcedPolicyWithCredentialsIsTheJudgeOfItsSource(WebApplicationType type) throws Exception {
		try (ConfigurableApplicationContext application = start(type, "--cors.policies.shop.paths=/api/shop",
				"--cors.policies.shop.origin-source=customers", "--cors.policies.shop.allow-credentials=true",
				"--cors.policies.next.origin-source=customers")) {
			assertThat(get(application, "/api/shop", SHOP).statusCode()).isEqualTo(403);
			assertThat(get(application, "/actuator/cors/refused-origins", APP).body()).contains("insecure-origin");
		}
	}

	private Map<String, Object> explain(ConfigurableApplicationContext application, String path, String origin)
			throws IOException, InterruptedException {
		return JsonParserFactory.getJsonParser()
			.parseMap(get(application, "/actuator/cors/explain?path=" + path + "&origin=" + origin, APP).body());
	}

	private HttpResponse<String> preflight(ConfigurableApplicationContext application, String path, String origin,
			String method) throws IOException, InterruptedException {
		return send(application, path, origin,
				HttpRequest.newBuilder()
					.method("OPTIONS", HttpRequest.BodyPublishers.noBody())
					.header("Access-Control-Request-Method", method));
	}

	private HttpResponse<String> get(ConfigurableApplicationContext application, String path, String origin)
			throws IOException, InterruptedException {
		return send(application, path, origin, HttpRequest.newBuilder());
	}

	private HttpResponse<String> post(ConfigurableApplicationContext application, String path, String origin)
			throws IOException, InterruptedException {
		return send(application, path, origin,
				HttpRequest.newBuilder().POST(HttpRequest.BodyPublishers.ofString("order")));
	}

	private HttpResponse<String> send(ConfigurableApplicationContext application, String path, String origin,
			HttpRequest.Builder request) throws IOException, InterruptedException {
		String port = application.getEnvironment().getRequiredProperty("local.server.port");
		return HttpClient.newHttpClient()
			.send(request.uri(URI.create("http://localhost:" + port + path)).header("Origin", origin).build(),
					HttpResponse.BodyHandlers.ofString());
	}

	/**
	 * A request may be reported shortly after its answer has been read.
	 */
	private Map<String, Object> report(ConfigurableApplicationContext application, int requests) {
		List<Map<String, Object>> policies = new ArrayList<>();
		Awaitility.await().untilAsserted(() -> {
			policies.clear();
			policies.addAll(policies(application));
			Map<?, ?> totals = (Map<?, ?>) Objects.requireNonNull(policies.get(0).get("totals"));
			assertThat(totals.values().stream().mapToInt((total) -> ((Number) total).intValue()).sum())
				.isEqualTo(requests);
		});
		return policies.get(0);
	}

	@SuppressWarnings("unchecked")
	private List<Map<String, Object>> policies(ConfigurableApplicationContext application)
			throws IOException, InterruptedException {
		String port = application.getEnvironment().getRequiredProperty("local.server.port");
		String json = HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/cors/report")).build(),
					HttpResponse.BodyHandlers.ofString())
			.body();
		return (List<Map<String, Object>>) Objects
			.requireNonNull(JsonParserFactory.getJsonParser().parseMap(json).get("policies"));
	}

	@SuppressWarnings("unchecked")
	private static List<Map<String, Object>> entries(Map<String, Object> report) {
		return (List<Map<String, Object>>) Objects.requireNonNull(report.get("entries"));
	}

	private static ConfigurableApplicationContext start(WebApplicationType type, String... more) {
		return start(type, (context) -> {
		}, more);
	}

	private static ConfigurableApplicationContext start(WebApplicationType type,
			Consumer<GenericApplicationContext> beans, String... more) {
		List<String> arguments = new ArrayList<>(List.of("--server.port=0",
				"--management.endpoints.web.exposure.include=cors", "--cors.policies.next.enforcement=report-only",
				"--cors.policies.next.paths=/api/**", "--cors.policies.next.allowed-origins=" + APP + "," + NEW));
		arguments
			.addAll((more.length > 0) ? List.of(more) : List.of("--cors.policies.next.exposed-headers=X-Total-Count"));
		return new SpringApplicationBuilder(Application.class).web(type)
			.bannerMode(Banner.Mode.OFF)
			.initializers((context) -> beans.accept((GenericApplicationContext) context))
			.run(arguments.toArray(String[]::new));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@RestController
	@RequestMapping
	static class Application {

		@GetMapping("/api/x")
		@CrossOrigin({ APP, OLD })
		String x() {
			return "x";
		}

		@Bean
		OriginSource customers() {
			return (sink) -> sink.add("shop", SHOP);
		}

		@GetMapping("/api/shop")
		String shop() {
			return "shop";
		}

		@GetMapping("/api/timed")
		@CrossOrigin(APP)
		ResponseEntity<String> timed() {
			return ResponseEntity.ok().header("Timing-Allow-Origin", APP).body("timed");
		}

		@GetMapping("/api/none")
		String none() {
			return "none";
		}

		@PostMapping("/api/none")
		String order() {
			return "ordered";
		}

		@GetMapping("/elsewhere")
		String elsewhere() {
			return "elsewhere";
		}

	}

}
