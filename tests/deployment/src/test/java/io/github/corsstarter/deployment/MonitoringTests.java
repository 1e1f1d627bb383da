package io.github.corsstarter.deployment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.corsstarter.reload.CorsPolicyReloader;
import io.github.corsstarter.source.OriginSource;
import io.github.corsstarter.wire.HttpHeader;
import io.github.corsstarter.wire.RawHttpClient;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * The dashboard and the alerts of the documentation ask for what an application shows to
 * Prometheus, and for all of it.
 */
class MonitoringTests {

	private static final Path DIRECTORY = Path.of("..", "..", "docs", "operations");

	private static final String JOB = "shop";

	private static final Pattern LEGEND_LABEL = Pattern.compile("\\{\\{(\\w+)\\}\\}");

	private static final Pattern ANNOTATION_LABEL = Pattern.compile("\\$labels\\.(\\w+)");

	/**
	 * All but the name that a query itself gives to a label.
	 */
	private static final Pattern WORD = Pattern.compile("\\b(?!revision\")[a-z_-]{2,}");

	private static Scrape scrape;

	private static List<JsonNode> panels;

	private static JsonNode application;

	private static List<JsonNode> alerts;

	@BeforeAll
	static void start() throws IOException {
		try (Deployment deployment = Deployment.on(Server.MVC_TOMCAT)
			.with(Feature.ACTUATOR)
			.application(Customers.class)
			.property("management.endpoints.web.exposure.include", "prometheus")
			.property("cors.paths", "/api/**")
			.property("cors.allowed-origins", "https://app.example.com")
			.property("cors.origin-source", "customers")
			.property("cors.policies.next.paths", "/api/**")
			.property("cors.policies.next.allowed-origins", "https://next.example.com")
			.property("cors.policies.next.enforcement", "report-only")
			.start()) {
			deployment.send("GET /api/x", "Origin: https://app.example.com");
			deployment.send("GET /api/x", "Origin: https://evil.example.net");
			deployment.context().getBean(CorsPolicyReloader.class).reload();
			String text = new RawHttpClient(deployment.port())
				.send("GET", "/actuator/prometheus", List.of(new HttpHeader("Host", "localhost")))
				.body();
			scrape = new Scrape(text, Map.of("job", JOB, "instance", "localhost:8080"));
		}
		JsonNode dashboard = JsonMapper.shared().readTree(Files.readString(DIRECTORY.resolve("grafana.json")));
		panels = dashboard.get("panels").valueStream().toList();
		application = dashboard.get("templating").get("list").get(1);
		JsonNode rules = JsonMapper.shared()
			.valueToTree(new Yaml().load(Files.readString(DIRECTORY.resolve("alerts.yml"))));
		alerts = rules.get("groups").valueStream().flatMap((group) -> group.get("rules").valueStream()).toList();
	}

	private static Stream<String> queriesOf(JsonNode part) {
		return part.findValuesAsString("expr")
			.stream()
			.map((query) -> query.replace("$job", JOB).replace("$__rate_interval", "5m").replace("$__range", "6h"));
	}

	private static Set<String> named(Pattern label, Stream<String> texts) {
		return texts.flatMap((text) -> label.matcher(text).results())
			.map((found) -> found.group(1))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	@Test
	void requestsReportsAndReloadsAreCounted() {
		assertThat(scrape.sum("cors_requests_total", new Scrape.Matcher("reason", true, "origin-not-allowed")))
			.isEqualTo(1);
		assertThat(scrape.sum("cors_report_total", new Scrape.Matcher("change", true, "would-break"))).isEqualTo(1);
		assertThat(scrape.sum("cors_reloads_total", new Scrape.Matcher("trigger", true, "call"))).isEqualTo(1);
		assertThat(scrape.sum("cors_source_origins")).isEqualTo(1);
	}

	@Test
	void everyPanelFindsWhatItShows() {
		assertThat(panels).hasSizeGreaterThan(5).allSatisfy((panel) -> {
			Set<String> legend = named(LEGEND_LABEL, panel.findValuesAsString("legendFormat").stream());
			assertThat(queriesOf(panel)).hasSize(1)
				.allSatisfy((query) -> assertThat(new Query(query, scrape).labels()).isEqualTo(legend));
		});
	}

	@Test
	void everyAlertFindsWhatItWatches() {
		assertThat(alerts).hasSizeGreaterThan(5).allSatisfy((alert) -> {
			Set<String> told = named(ANNOTATION_LABEL,
					alert.get("annotations").valueStream().map(JsonNode::stringValue));
			assertThat(queriesOf(alert)).hasSize(1)
				.allSatisfy((query) -> assertThat(new Query(query, scrape).labels()).isEqualTo(told));
		});
	}

	@Test
	void everyMeterIsShown() {
		assertThat(panels.stream()
			.flatMap(MonitoringTests::queriesOf)
			.flatMap((query) -> new Query(query, scrape).meters().stream())).containsAll(scrape.names());
	}

	@Test
	void applicationIsChosenByTheMeterOfRequests() {
		assertThat(application.get("name").stringValue()).isEqualTo("job");
		assertThat(application.get("query").stringValue()).isEqualTo("label_values(cors_requests_total, job)");
		assertThat(scrape.names()).contains("cors_requests_total");
	}

	@Test
	void everyWordOfAQueryCounts() {
		List<String> queries = Stream.concat(panels.stream(), alerts.stream())
			.flatMap(MonitoringTests::queriesOf)
			.toList();
		for (String query : queries) {
			List<MatchResult> words = WORD.matcher(query).results().toList();
			assertThat(words).isNotEmpty().allSatisfy((word) -> {
				String wrong = new StringBuilder(query).insert(word.end(), 'x').toString();
				assertThatIllegalArgumentException().as(wrong).isThrownBy(() -> new Query(wrong, scrape));
			});
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "cors_reload_refused)", "sum(cors_reload_refused", "cors_reload_refused $",
			"rate(cors_reload_refused[5m])", "cors_requests_total", "rate(cors_requests_total)",
			"rate(cors_requests_total[5])", "cors_reload_refused{job=shop}", "cors_reload_refused{job=~\"shop\"}",
			"sum by (reason) (cors_reload_refused)", "avg(cors_reload_refused)",
			"cors_reload_refused / sum(cors_reload_refused)", "sum(cors_reload_refused) > ",
			"rate(cors_requests_total{outcome=\"allowed\", reason=\"origin-not-allowed\"}[5m])" })
	void queryThatIsWrongOrFindsNothingIsRefused(String query) {
		assertThatIllegalArgumentException().isThrownBy(() -> new Query(query, scrape));
	}

	@Test
	void panelsHaveIdsAndPlacesOfTheirOwnAndAreDescribed() {
		assertThat(panels).extracting((panel) -> panel.get("id").intValue()).doesNotHaveDuplicates();
		assertThat(panels).extracting((panel) -> panel.get("title").stringValue()).doesNotHaveDuplicates();
		assertThat(panels).extracting((panel) -> panel.get("gridPos").get("x") + "," + panel.get("gridPos").get("y"))
			.doesNotHaveDuplicates();
		assertThat(panels).allSatisfy((panel) -> assertThat(panel.get("description").stringValue()).isNotBlank());
	}

	@Test
	void alertsHaveNamesOfTheirOwnAndSayWhatIsWrong() {
		assertThat(alerts).extracting((alert) -> alert.get("alert").stringValue()).doesNotHaveDuplicates();
		assertThat(alerts).allSatisfy((alert) -> {
			assertThat(alert.get("labels").get("severity").stringValue()).isIn("info", "warning", "critical");
			assertThat(alert.get("annotations").get("summary").stringValue()).isNotBlank();
			assertThat(alert.get("annotations").get("description").stringValue()).isNotBlank();
		});
	}

	/**
	 * Has the origins of one customer.
	 */
	@Configuration(proxyBeanMethods = false)
	static class Customers {

		@Bean
		OriginSource customers() {
			return (sink) -> sink.add("a", "https://a.example.com");
		}

	}

}
