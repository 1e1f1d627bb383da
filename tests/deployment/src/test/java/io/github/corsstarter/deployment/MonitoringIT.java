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

import io.github.corsstarter.documentation.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A real Prometheus that scrapes the packaged sample application answers what the
 * dashboard and the alerts of the documentation ask.
 */
@Needs(Program.PROMETHEUS)
class MonitoringIT {

	private static final String JOB = "bookshop";

	private static final Pattern LABEL = Pattern.compile("(\\w+)=\"");

	private static final Pattern LEGEND_LABEL = Pattern.compile("\\{\\{(\\w+)\\}\\}");

	/**
	 * All but the name that a query itself gives to a label.
	 */
	private static final Pattern WORD = Pattern.compile("\\b(?!revision\")[a-z_-]{2,}");

	/**
	 * What another application has other values for.
	 */
	private static final Pattern OWN_LABEL = Pattern.compile("(job|instance|policy|source)=\"[^\"]*\"(, )?");

	private static final JsonNode DASHBOARD = JsonMapper.shared()
		.readTree(new Page("docs/operations/grafana.json").text());

	private static final Map<String, Set<String>> COUNTED = Map.of("Rejected share by policy", Set.of("base"),
			"Rejections by policy and reason", Set.of("base: origin-not-allowed"), "Requests by policy and type",
			Set.of("base: actual"), "Attempts to replace the policies", Set.of("files: unchanged"),
			"Changes by policies that only report", Set.of("next: would-break"),
			"Requests compared by policies that only report", Set.of("next: actual"), "Age of origin sources",
			Set.of("customerOrigins"), "Origins by source", Set.of("customerOrigins"), "Loads of origin sources",
			Set.of("customerOrigins: loaded"));

	private static final Page ALERTS = new Page("docs/operations/alerts.yml");

	private static SampleApplication sample;

	private static Prometheus prometheus;

	@BeforeAll
	static void start(@TempDir Path directory) throws IOException {
		Path mounted = Files.createDirectory(directory.resolve("mounted")).resolve("application.yml");
		Files.writeString(mounted, "# As it was");
		sample = SampleApplication.start("dev", "--spring.config.additional-location=" + mounted,
				"--cors.reload.watch-files=true", "--cors.reload.interval=1s",
				"--cors.origin-sources.customerOrigins.refresh-interval=1s");
		prometheus = Prometheus.start(Files.createDirectory(directory.resolve("prometheus")), JOB, sample.port(),
				ALERTS.file());
		// What a counter had when it was scraped first is no increase
		for (int round = 1; round <= 2; round++) {
			double scraped = round;
			sample.send("DELETE /api/books/404", "Origin: http://localhost:5173");
			sample.send("DELETE /api/books/404", "Origin: https://evil.example.net");
			Files.writeString(mounted, "# Written " + round);
			prometheus.await("sum(cors_reloads_total)",
					(found) -> found.stream().anyMatch((element) -> element.value() == scraped));
		}
		prometheus.await("increase(cors_source_loads_total{outcome=\"loaded\"}[1m]) > 0", (found) -> !found.isEmpty());
	}

	@AfterAll
	static void stop() {
		if (prometheus != null) {
			prometheus.close();
		}
		if (sample != null) {
			sample.close();
		}
	}

	private static List<JsonNode> panels() {
		return DASHBOARD.get("panels").valueStream().toList();
	}

	private static String query(JsonNode panel) {
		return panel.findValuesAsString("expr")
			.get(0)
			.replace("$job", JOB)
			.replace("$__rate_interval", "1m")
			.replace("$__range", "6h");
	}

	/**
	 * Return what a panel shows by its legend, which has all the labels that there are.
	 */
	private static Map<String, Double> shown(JsonNode panel, String query) {
		String legend = panel.findValuesAsString("legendFormat").get(0);
		Set<String> named = LEGEND_LABEL.matcher(legend)
			.results()
			.map((label) -> label.group(1))
			.collect(Collectors.toCollection(TreeSet::new));
		return prometheus.query(query)
			.stream()
			.collect(Collectors.toMap((sample) -> sample.labels().keySet().equals(named)
					? LEGEND_LABEL.matcher(legend).replaceAll((label) -> sample.labels().get(label.group(1)))
					: sample.labels().toString(), Prometheus.Sample::value));
	}

	private static Set<String> counted(JsonNode panel) {
		return shown(panel, query(panel)).entrySet()
			.stream()
			.filter((shown) -> shown.getValue() > 0)
			.map(Map.Entry::getKey)
			.collect(Collectors.toSet());
	}

	private static JsonNode panel(String title) {
		return panels().stream()
			.filter((panel) -> panel.get("title").stringValue().equals(title))
			.findFirst()
			.orElseThrow();
	}

	@Test
	void panelsCountWhatHasHappened() {
		COUNTED.forEach((title, expected) -> assertThat(counted(panel(title))).as(title).isEqualTo(expected));
	}

	@Test
	void panelsHaveTheirValues() {
		assertThat(shown("Rejected share by policy")).containsOnly(Map.entry("base", 0.5));
		assertThat(shown("Refused configuration")).containsOnly(Map.entry("", 0.0));
		double revision = prometheus.query("cors_policy_revision").get(0).value();
		assertThat(shown("Instances by revision")).containsOnly(Map.entry("%.0f".formatted(revision), 1.0));
		assertThat(shown("Origins by source")).containsOnly(Map.entry("customerOrigins", 2.0));
		assertThat(shown("Requests by policy and type").get("base: actual")).isBetween(0.0, 1.0);
		assertThat(shown("Attempts to replace the policies").get("files: unchanged")).isBetween(1.0, 2.0);
		assertThat(shown("Changes by policies that only report").get("next: would-break")).isBetween(1.0, 2.0);
		assertThat(shown("Age of origin sources").get("customerOrigins")).isBetween(0.0, 60.0);
	}

	private static Map<String, Double> shown(String title) {
		return shown(panel(title), query(panel(title)));
	}

	@Test
	void everyWordOfAPanelCounts() {
		for (JsonNode panel : panels()) {
			String query = query(panel);
			assertThat(found(panel, query)).isNotEmpty();
			List<MatchResult> words = WORD.matcher(query).results().toList();
			assertThat(words).isNotEmpty().allSatisfy((word) -> {
				String wrong = new StringBuilder(query).insert(word.end(), 'x').toString();
				assertThat(found(panel, wrong)).as(wrong).isNotEqualTo(found(panel, query));
			});
		}
	}

	/**
	 * Return of each element that a query finds whether there is any, or nothing if it is
	 * no query.
	 */
	private static Map<String, Boolean> found(JsonNode panel, String query) {
		try {
			return shown(panel, query).entrySet()
				.stream()
				.collect(Collectors.toMap(Map.Entry::getKey, (shown) -> shown.getValue() > 0));
		}
		catch (IllegalArgumentException ex) {
			return Map.of();
		}
	}

	@Test
	void everyMeterIsShown() {
		String queries = panels().stream().map(MonitoringIT::query).collect(Collectors.joining("\n"));
		assertThat(prometheus.query("{__name__=~\"cors_.*\"}")).isNotEmpty()
			.allSatisfy((sample) -> assertThat(queries).contains(sample.labels().get("__name__") + "{"));
	}

	@Test
	void everyAlertIsEvaluatedAndOneFires() {
		prometheus.await("ALERTS{alertstate=\"firing\"}", (found) -> !found.isEmpty());
		assertThat(prometheus.query("ALERTS")).extracting((alert) -> alert.labels().get("alertname"))
			.containsExactly("CorsReportWouldBreak");
		assertThat(prometheus.rules()).extracting((rule) -> rule.get("name").stringValue())
			.containsExactlyElementsOf(AlertTests.alerts().map(AlertTests::name).toList());
		assertThat(prometheus.rules())
			.allSatisfy((rule) -> assertThat(rule.get("health").stringValue()).isEqualTo("ok"));
	}

	/**
	 * The cases of the alerts are about series that an application has.
	 */
	@ParameterizedTest
	@MethodSource("io.github.corsstarter.deployment.AlertTests#series")
	void everySeriesOfTheCasesIsThere(String series) {
		Set<String> labels = LABEL.matcher(series)
			.results()
			.map((label) -> label.group(1))
			.collect(Collectors.toCollection(TreeSet::new));
		labels.add("__name__");
		assertThat(prometheus.query(OWN_LABEL.matcher(series).replaceAll(""))).isNotEmpty()
			.allSatisfy((sample) -> assertThat(sample.labels().keySet()).isEqualTo(labels));
	}

	@Test
	void applicationIsChosenByTheMeterOfRequests() {
		JsonNode application = DASHBOARD.get("templating").get("list").get(1);
		assertThat(application.get("name").stringValue()).isEqualTo("job");
		assertThat(application.get("query").stringValue()).isEqualTo("label_values(cors_requests_total, job)");
		assertThat(prometheus.query("cors_requests_total{job=\"" + JOB + "\"}")).isNotEmpty();
	}

	@Test
	void panelsHaveIdsAndPlacesOfTheirOwnAndAreDescribed() {
		assertThat(panels()).hasSizeGreaterThan(5);
		assertThat(panels()).extracting((panel) -> panel.get("id").intValue()).doesNotHaveDuplicates();
		assertThat(panels()).extracting((panel) -> panel.get("title").stringValue()).doesNotHaveDuplicates();
		assertThat(panels()).extracting((panel) -> panel.get("gridPos").get("x") + "," + panel.get("gridPos").get("y"))
			.doesNotHaveDuplicates();
		assertThat(panels()).allSatisfy((panel) -> assertThat(panel.get("description").stringValue()).isNotBlank());
	}

}
