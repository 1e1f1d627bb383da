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
	void versionWithoutTagIsRefused() throws Exception {
		Result refused = bundle("0.1.0");
		assertThat(refused.status()).isEqualTo(1);
		assertThat(refused.output()).contains("There is no refs/tags/v0.1.0", "git tag v0.1.0",
				"release/bundle 0.1.0 HEAD");
		assertThat(this.project.resolve("target")).doesNotExist();
	}

	@Test
	void tagOfAnotherVersionIsRefused() throws Exception {
		git("tag", "v0.2.0");
		assertThat(bundle("0.1.0").status()).isEqualTo(1);
	}

	@Test
	void versionIsBuiltFromItsTagAndNothingElse() throws Exception {
		git("tag", "v0.1.0");
		write(this.project.resolve("content"), "committed later");
		commit();
		write(this.project.resolve("content"), "not committed");
		assertThat(built("0.1.0")).isEqualTo("released");
	}

	@Test
	void rehearsalIsBuiltFromTheCommitThatItNames() throws Exception {
		write(this.project.resolve("content"), "not committed");
		assertThat(built("0.1.0", "HEAD")).isEqualTo("released");
		assertThat(bundle("0.1.0", "no-such-commit").output()).contains("There is no no-such-commit");
	}

	@Test
	void whatIsNoVersionOfAReleaseIsRefused() throws Exception {
		for (String version : List.of("", "0.1", "0.1.0-SNAPSHOT", "v0.1.0", "HEAD")) {
			Result refused = bundle(version, "HEAD");
			assertThat(refused.status()).as(version).isEqualTo(1);
			assertThat(refused.output()).contains("'" + version + "' is not the version of a release");
		}
	}

	private String built(String... arguments) throws Exception {
		Result result = bundle(arguments);
		assertThat(result.status()).as(result.output()).isZero();
		return Files.readString(this.project.resolve("target/release/content"));
	}

	private Result bundle(String... arguments) throws Exception {
		return run(Stream.concat(Stream.of("release/bundle"), Stream.of(arguments)).toArray(String[]::new));
	}

	private void commit() throws Exception {
		git("add", "--all");
		git("-c", "user.name=Test", "-c", "user.email=test@localhost", "-c", "commit.gpgsign=false", "commit",
				"--quiet", "--message=Change");
	}

	private void git(String... arguments) throws Exception {
		Result result = run(
				Stream.concat(Stream.of(Program.GIT.executable()), Stream.of(arguments)).toArray(String[]::new));
		assertThat(result.status()).as("git " + Arrays.toString(arguments) + ": " + result.output()).isZero();
	}

	private Result run(String... command) throws IOException, InterruptedException {
		ProcessBuilder builder = new ProcessBuilder(command).directory(this.project.toFile()).redirectErrorStream(true);
		Map<String, String> environment = builder.environment();
		environment.keySet().removeIf((name) -> name.startsWith("GIT_"));
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
