package io.github.corsstarter.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What runs on GitHub may do no more than it has to, runs what it names, and knows a
 * secret only where nothing is built.
 */
class WorkflowsTests {

	private static final Path ROOT = Path.of("..", "..");

	private static final Path DIRECTORY = ROOT.resolve(".github/workflows");

	/**
	 * What may be written, and by which job.
	 */
	private static final Set<String> WRITES = Set.of("codeql.yml analyze security-events",
			"release.yml build attestations", "release.yml build id-token", "scorecard.yml analyze id-token",
			"scorecard.yml analyze security-events");

	static Stream<Path> workflows() throws IOException {
		try (Stream<Path> files = Files.list(DIRECTORY)) {
			return files.sorted().toList().stream();
		}
	}

	private static String text(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static JsonNode read(Path file) {
		return JsonMapper.shared().valueToTree(new Yaml().load(text(file)));
	}

	private static Collection<Map.Entry<String, JsonNode>> jobs(JsonNode workflow) {
		return workflow.get("jobs").properties();
	}

	private static List<JsonNode> steps(JsonNode job) {
		return job.path("steps").valueStream().toList();
	}

	/**
	 * Return the first step that has a text, or where there is none the number of steps.
	 */
	private static int step(JsonNode job, String text) {
		List<String> steps = steps(job).stream().map(JsonNode::toString).toList();
		return (int) steps.stream().takeWhile((step) -> !step.contains(text)).count();
	}

	@ParameterizedTest
	@MethodSource("workflows")
	void actionsAreNamedByTheirCommits(Path workflow) {
		assertThat(text(workflow).lines().filter((line) -> line.contains("uses:"))).isNotEmpty()
			.allMatch((line) -> line.matches(".*uses: (\\./\\S+|[\\w/-]+@[0-9a-f]{40} # v[0-9.]+)"));
	}

	@ParameterizedTest
	@MethodSource("workflows")
	void nothingMayBeWrittenUnlessAJobSaysSo(Path workflow) {
		assertThat(read(workflow).get("permissions").properties())
			.allMatch((permission) -> permission.toString().equals("contents=\"read\""));
	}

	@Test
	void onlyTheseJobsMayWrite() throws IOException {
		Set<String> writes = new TreeSet<>();
		workflows().forEach((workflow) -> jobs(read(workflow))
			.forEach((job) -> job.getValue().path("permissions").properties().forEach((permission) -> {
				if (permission.getValue().stringValue().equals("write")) {
					writes.add("%s %s %s".formatted(workflow.getFileName(), job.getKey(), permission.getKey()));
				}
			})));
		assertThat(writes).isEqualTo(new TreeSet<>(WRITES));
	}

	@ParameterizedTest
	@MethodSource("workflows")
	void jobsEndAndLeaveNoTokenBehind(Path workflow) {
		jobs(read(workflow)).forEach((job) -> {
			if (!job.getValue().has("uses")) {
				assertThat(job.getValue().path("timeout-minutes").asInt()).isPositive();
			}
			assertThat(steps(job.getValue()).stream()
				.filter((step) -> step.path("uses").asString("").startsWith("actions/checkout@")))
				.allMatch((step) -> step.path("with").path("persist-credentials").toString().equals("false"));
		});
	}

	/**
	 * A workflow of somebody else's branch must not run with the rights of this one, and
	 * no text that somebody else chose must become a command.
	 */
	@ParameterizedTest
	@MethodSource("workflows")
	void foreignTextIsNoCommand(Path workflow) {
		assertThat(text(workflow)).doesNotContain("pull_request_target", "workflow_run", "secrets: inherit");
		assertThat(read(workflow).findValuesAsString("run")).allMatch((command) -> !command.contains("${{"));
	}

	@Test
	void secretsAreKnownWhereNothingIsBuiltAndWhatIsSignedIsAttested() throws IOException {
		assertThat(workflows().filter((workflow) -> text(workflow).contains("secrets."))).singleElement()
			.isEqualTo(DIRECTORY.resolve("release.yml"));
		JsonNode release = read(DIRECTORY.resolve("release.yml"));
		assertThat(jobs(release).stream().filter((job) -> job.getValue().toString().contains("secrets.")))
			.singleElement()
			.extracting(Map.Entry::getKey)
			.isEqualTo("upload");
		JsonNode build = release.get("jobs").get("build");
		assertThat(build.has("environment")).isFalse();
		assertThat(build.get("needs").stringValue()).isEqualTo("ci");
		assertThat(List.of(step(build, "git rev-parse --verify"), step(build, "release/bundle"),
				step(build, "\"release/verify\""), step(build, "attest-build-provenance"),
				step(build, "upload-artifact"), steps(build).size()))
			.isSorted()
			.doesNotHaveDuplicates();
		JsonNode upload = release.get("jobs").get("upload");
		assertThat(upload.get("environment").stringValue()).isEqualTo("maven-central");
		assertThat(upload.get("needs").stringValue()).isEqualTo("build");
		assertThat(upload.toString()).doesNotContain("mvnw", "release/bundle", "release/build");
		assertThat(steps(upload).get(step(upload, "gh attestation verify")).get("run").stringValue())
			.contains("--source-digest \"$GITHUB_SHA\"", "/.github/workflows/release.yml\"");
		assertThat(List.of(step(upload, "gh attestation verify"), step(upload, "secrets."),
				step(upload, "release/verify contents"), step(upload, "CENTRAL_API"), steps(upload).size()))
			.isSorted()
			.doesNotHaveDuplicates();
	}

	@Test
	void whatIsPinnedIsKeptUpToDate() {
		assertThat(read(ROOT.resolve(".github/dependabot.yml")).findValuesAsString("package-ecosystem"))
			.containsExactlyInAnyOrder("maven", "github-actions");
	}

	@Test
	void continuousIntegrationRunsEveryScriptThatBuilds() throws IOException {
		String workflow = text(DIRECTORY.resolve("ci.yml"));
		try (Stream<Path> scripts = Files.list(ROOT.resolve(".ci"))) {
			assertThat(scripts.map((script) -> "run: .ci/" + script.getFileName())).isNotEmpty()
				.allSatisfy((command) -> assertThat(workflow).contains(command));
		}
	}

}
