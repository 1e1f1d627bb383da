package io.github.corsstarter.deployment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which commit the bundle of a release is made from. What builds and what signs are
 * scripts that do nothing here.
 */
@Needs(Program.GIT)
class BundleTests {

	private static final Path ROOT = Path.of("..", "..");

	@TempDir
	private Path project;

	@BeforeEach
	void createProject() throws Exception {
		Path scripts = Files.createDirectory(this.project.resolve("release"));
		Files.copy(ROOT.resolve("release/bundle"), scripts.resolve("bundle"));
		write(scripts.resolve("build"), """
				#!/usr/bin/env bash
				mkdir -p "${2%/*}"
				cp "$(dirname "$0")/../content" "${2%/*}"
				jar --create --file "$2" -C "${2%/*}" content
				""");
		write(scripts.resolve("sign"), "#!/usr/bin/env bash\n");
		write(this.project.resolve("content"), "released");
		git("init", "--quiet");
		commit();
	}

	@Test
	void versionWithoutTagIsRehearsedFromHead() throws Exception {
		git("tag", "v0.2.0");
		write(this.project.resolve("content"), "not committed");
		Result rehearsal = bundle("0.1.0");
		assertThat(rehearsal.output()).contains("There is no tag v0.1.0: this is a rehearsal of 0.1.0 from HEAD, ");
		assertThat(content(rehearsal)).isEqualTo("released");
	}

	@Test
	void keyOfReleasesSignsNoRehearsal() throws Exception {
		Result refused = run(Map.of("RELEASE_SIGNING_KEY", "a private key"), "release/bundle", "0.1.0");
		assertThat(refused.status()).isEqualTo(1);
		assertThat(refused.output()).contains("There is no tag v0.1.0", "git tag v0.1.0");
		assertThat(this.project.resolve("target")).doesNotExist();
	}

	@Test
	void versionIsBuiltFromItsTagAndNothingElse() throws Exception {
		git("tag", "v0.1.0");
		write(this.project.resolve("content"), "committed later");
		commit();
		write(this.project.resolve("content"), "not committed");
		Result release = bundle("0.1.0");
		assertThat(release.output()).contains("Building 0.1.0 from the tag v0.1.0, ");
		assertThat(content(release)).isEqualTo("released");
	}

	@Test
	void whatIsNoVersionOfAReleaseIsRefused() throws Exception {
		for (String version : List.of("", "0.1", "0.1.0-SNAPSHOT", "v0.1.0", "HEAD")) {
			Result refused = bundle(version);
			assertThat(refused.status()).as(version).isEqualTo(1);
			assertThat(refused.output()).contains("'" + version + "' is not the version of a release");
		}
	}

	private String content(Result result) throws IOException {
		assertThat(result.status()).as(result.output()).isZero();
		return Files.readString(this.project.resolve("target/release/content"));
	}

	private Result bundle(String version) throws Exception {
		return run(Map.of(), "release/bundle", version);
	}

	private void commit() throws Exception {
		git("add", "--all");
		git("-c", "user.name=Test", "-c", "user.email=test@localhost", "-c", "commit.gpgsign=false", "commit",
				"--quiet", "--message=Change");
	}

	private void git(String... arguments) throws Exception {
		Result result = run(Map.of(),
				Stream.concat(Stream.of(Program.GIT.executable()), Stream.of(arguments)).toArray(String[]::new));
		assertThat(result.status()).as("git " + Arrays.toString(arguments) + ": " + result.output()).isZero();
	}

	private Result run(Map<String, String> variables, String... command) throws IOException, InterruptedException {
		ProcessBuilder builder = new ProcessBuilder(command).directory(this.project.toFile()).redirectErrorStream(true);
		Map<String, String> environment = builder.environment();
		environment.keySet().removeIf((name) -> name.startsWith("GIT_") || name.startsWith("RELEASE_"));
		environment.putAll(variables);
		environment.merge("PATH", System.getProperty("java.home") + "/bin", (path, java) -> java + ":" + path);
		Process process = builder.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		return new Result(process.waitFor(), output);
	}

	private static void write(Path file, String text) throws IOException {
		Files.writeString(file, text).toFile().setExecutable(true);
	}

	/**
	 * How a program ended.
	 *
	 * @param status its exit status
	 * @param output what it wrote
	 */
	private record Result(int status, String output) {

	}

}
