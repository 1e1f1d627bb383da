package io.github.corsstarter.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The jar of the shop, which is run in a process of its own.
 *
 * @param directory where the process writes to
 */
record PackagedShop(Path directory) {

	/**
	 * Put a question to the shop without starting it.
	 * @param arguments the command and what it takes
	 * @return what came of it
	 */
	Ended ask(String... arguments) throws Exception {
		return run("-Djarmode=cors", arguments);
	}

	/**
	 * Start the shop, and wait until it ends.
	 * @param option an option of the Java virtual machine
	 * @param arguments the arguments of the shop
	 * @return what came of it
	 */
	Ended run(String option, String... arguments) throws Exception {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		// It is not running long enough to be optimised
		command.addAll(List.of("-XX:TieredStopAtLevel=1", option, "-jar", jar().toString()));
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
			return files.filter((file) -> file.getFileName().toString().endsWith("-exec.jar"))
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
	record Ended(int status, String out, String err) {

	}

}
