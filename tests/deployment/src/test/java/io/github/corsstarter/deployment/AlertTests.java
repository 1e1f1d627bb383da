package io.github.corsstarter.deployment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.corsstarter.documentation.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The alerts of the documentation fire when it says so, and not before.
 */
class AlertTests {

	private static final Pattern NUMBER = Pattern.compile("(?<![\\w.-])(\\d+(?:\\.\\d+)?)([smhd]?)(?![\\w.])");

	private static final JsonNode RULES = read("alerts.yml");

	private static final JsonNode CASES = read("alerts.test.yml");

	private static JsonNode read(String name) {
		return JsonMapper.shared().valueToTree(new Yaml().load(new Page("docs/operations/" + name).text()));
	}

	static Stream<JsonNode> alerts() {
		return RULES.get("groups").valueStream().flatMap((group) -> group.get("rules").valueStream());
	}

	static List<String> series() {
		return CASES.findValuesAsString("series").stream().distinct().toList();
	}

	static String name(JsonNode alert) {
		return alert.get("alert").stringValue();
	}

	private static Set<String> numbers(String text) {
		return NUMBER.matcher(text)
			.results()
			.map(MatchResult::group)
			.filter((number) -> !number.equals("0"))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	@Test
	void alertsHaveNamesOfTheirOwnAndSayWhatIsWrong() {
		assertThat(alerts()).extracting(AlertTests::name).doesNotHaveDuplicates();
		assertThat(alerts()).allSatisfy((alert) -> {
			assertThat(alert.get("labels").get("severity").stringValue()).isIn("info", "warning", "critical");
			assertThat(alert.get("annotations").get("summary").stringValue()).isNotBlank();
			assertThat(alert.get("annotations").get("description").stringValue()).isNotBlank();
		});
	}

	@Test
	void tableOfTheDocumentationHasEachAlertWithItsNumbers() {
		List<String> rows = new Page("docs/operations.md").text()
			.lines()
			.filter((line) -> line.startsWith("| `Cors"))
			.toList();
		assertThat(rows).map((row) -> row.split("`")[1])
			.containsExactlyElementsOf(alerts().map(AlertTests::name).toList());
		assertThat(alerts()).allSatisfy((alert) -> {
			String row = rows.stream()
				.filter((line) -> line.contains("`" + name(alert) + "`"))
				.findFirst()
				.orElseThrow();
			String rule = alert.get("expr").stringValue() + " " + alert.path("for").asString("");
			assertThat(numbers(row)).isEqualTo(numbers(rule));
		});
	}

	@ParameterizedTest
	@MethodSource("alerts")
	void eachAlertHasCasesInWhichItFiresAndDoesNot(JsonNode alert) {
		assertThat(CASES.findValues("alert_rule_test")
			.stream()
			.flatMap(JsonNode::valueStream)
			.filter((expected) -> expected.get("alertname").equals(alert.get("alert")))
			.map((expected) -> expected.get("exp_alerts").isEmpty())).contains(true, false);
	}

	@Test
	@Needs(Program.PROMTOOL)
	void eachAlertFiresInItsCasesAlone() throws Exception {
		assertThat(promtool(new Page("docs/operations/alerts.test.yml").file())).contains("SUCCESS")
			.doesNotContain("FAILED");
	}

	/**
	 * Twice and half of each number, and one for each zero, is what a case has to refuse.
	 */
	@ParameterizedTest
	@MethodSource("alerts")
	@Needs(Program.PROMTOOL)
	void everyNumberOfAnAlertCounts(JsonNode alert, @TempDir Path directory) throws Exception {
		ObjectNode cases = (ObjectNode) CASES.deepCopy();
		cases.withArray("tests").removeIf((test) -> !test.findValuesAsString("alertname").contains(name(alert)));
		for (String part : List.of("expr", "for")) {
			String text = alert.path(part).asString("");
			for (MatchResult number : NUMBER.matcher(text).results().toList()) {
				for (String other : others(number)) {
					String wrong = text.substring(0, number.start()) + other + text.substring(number.end());
					assertThat(promtool(changed(directory, cases, ((ObjectNode) alert.deepCopy()).put(part, wrong))))
						.as(wrong)
						.contains("FAILED", "exp:");
				}
			}
		}
	}

	private static List<String> others(MatchResult number) {
		double value = Double.parseDouble(number.group(1));
		if (value == 0) {
			return List.of("1");
		}
		if (number.group(2).isEmpty()) {
			return List.of(String.valueOf(value * 2), String.valueOf(value / 2));
		}
		int seconds = (int) value * switch (number.group(2)) {
			case "d" -> 24 * 60 * 60;
			case "h" -> 60 * 60;
			case "m" -> 60;
			default -> 1;
		};
		return List.of(seconds * 2 + "s", seconds / 2 + "s");
	}

	private static Path changed(Path directory, ObjectNode cases, JsonNode alert) throws IOException {
		ObjectNode rules = JsonMapper.shared().createObjectNode();
		rules.withArray("groups").addObject().put("name", "cors").withArray("rules").add(alert);
		Files.writeString(directory.resolve("alerts.yml"), rules.toString());
		return Files.writeString(directory.resolve("alerts.test.yml"), cases.toString());
	}

	private static String promtool(Path cases) throws Exception {
		Process promtool = new ProcessBuilder(Program.PROMTOOL.executable(), "test", "rules", cases.toString())
			.redirectErrorStream(true)
			.start();
		return new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
	}

}
