package io.github.corsstarter.sample;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.github.corsstarter.comparison.snapshot.CorsSnapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the packaged shop says about its policies without being started.
 */
class CommandLineIT {

	private static final Path APPROVED = Path.of("src", "test", "cors");

	private static final String CLOSING_LINE = "\nNot judged: annotations, mappings and filters; "
			+ "what main sets on SpringApplication; @PropertySource; the application's own post-processors; "
			+ "beans of origin sources; config servers that cannot be reached.\n";

	@TempDir
	Path directory;

	@Test
	void prodWouldStart() throws Exception {
		Ended check = command("check", "--profiles=prod");
		assertThat(check.out()).isEqualTo("The application would start (active profile 'prod'): "
				+ "its CORS policy is safe for production.\n" + CLOSING_LINE);
		assertThat(check.err()).isEmpty();
		assertThat(check.status()).isZero();
	}

	@Test
	void brokenIsRefusedAsByItsFailedStart() throws Exception {
		Ended check = command("check", "--profiles=prod,broken");
		assertThat(check.status()).isEqualTo(1);
		assertThat(check.err()).isEmpty();
		assertThat(check.out()).startsWith("***************************\nAPPLICATION FAILED TO START\n")
			.contains("8 problems")
			.endsWith(CLOSING_LINE);
		Ended start = run(List.of(), "--spring.profiles.active=prod,broken");
		assertThat(start.status()).isEqualTo(1);
		assertThat(start.out()).contains(check.out().replace(CLOSING_LINE, ""));
	}

	/**
	 * The bean that makes the server has it write to its base directory. A start with the
	 * same arguments shows that it does.
	 */
	@Test
	void nothingOfTheApplicationIsCreated() throws Exception {
		try (ServerSocket taken = new ServerSocket(0)) {
			String[] properties = { "--server.port=" + taken.getLocalPort(),
					"--server.tomcat.basedir=" + this.directory.resolve("server") };
			Stream<String> arguments = Stream.concat(Stream.of("check", "--profiles=prod"), Stream.of(properties));
			assertThat(command(arguments.toArray(String[]::new)).status()).isZero();
			assertThat(this.directory.resolve("server")).doesNotExist();
			Ended start = run(List.of("-Dspring.profiles.active=prod"), properties);
			assertThat(start.out()).contains("was already in use");
			assertThat(this.directory.resolve("server")).isNotEmptyDirectory();
		}
	}

	@Test
	void snapshotIsThatOfTheRunningShopAndTheApprovedOne() throws Exception {
		Ended snapshot = command("snapshot", "--profiles=staging");
		assertThat(snapshot.status()).isZero();
		assertThat(snapshot.out()).isEqualTo(Files.readString(APPROVED.resolve("staging.cors.json")));
		try (RunningShop shop = RunningShop.start("staging")) {
			String body = shop.client().send("GET", "/actuator/cors/snapshot").body();
			assertThat(CorsSnapshot.parse(body).toJson()).isEqualTo(snapshot.out());
		}
	}

	@Test
	void diffTellsWhatWidened() throws Exception {
		String approved = APPROVED.resolve("prod.cors.json").toString();
		Ended equal = command("diff", "--profiles=prod", approved);
		assertThat(equal.out()).isEqualTo("The CORS policies allow the same as before.\n");
		assertThat(equal.status()).isZero();
		Ended wider = command("diff", "--profiles=prod",
				"--cors.allowed-origin-patterns=https://*.bookshop.example.com", "--format=markdown", approved);
		assertThat(wider.out()).startsWith("### CORS policies: wider\n")
			.contains("- A page of `https://x.bookshop.example.com` can now call `GET /api` with credentials "
					+ "and read the response (policy 'base', by `https://*.bookshop.example.com`).\n");
		assertThat(wider.status()).isEqualTo(2);
	}

	private Ended command(String... arguments) throws Exception {
		return run(List.of("-Djarmode=cors"), arguments);
	}

	private Ended run(List<String> options, String... arguments) throws Exception {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(options);
		command.addAll(List.of("-jar", jar().toString()));
		command.addAll(List.of(arguments));
		Path out = this.directory.resolve("out");
		Path err = this.directory.resolve("err");
		ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
		builder.environment().keySet().removeIf((name) -> name.startsWith("CORS_") || name.startsWith("SPRING_"));
		Process process = builder.start();
		try {
			assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
			return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
		}
		finally {
			process.destroyForcibly();
		}
	}

	private static Path jar() throws IOException {
		try (Stream<Path> files = Files.list(Path.of("target"))) {
			return files.filter((file) -> file.getFileName().toString().matches("sample-app-.*-exec\\.jar"))
				.findFirst()
				.orElseThrow(() -> new IllegalStateException("The shop is not packaged"));
		}
	}

	/**
	 * A process that ended.
	 *
	 * @param status its exit status
	 * @param out what it wrote to standard output
	 * @param err what it wrote to standard error
	 */
	private record Ended(int status, String out, String err) {

	}

}
