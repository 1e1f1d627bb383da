package io.github.corsstarter.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The shop as a process of its own, with a real environment and a real exit code, that is
 * expected to end by itself.
 *
 * @param exitCode how it ended
 * @param output what it printed, errors included
 */
record BookshopProcess(int exitCode, String output) {

	private static final int PATIENCE_SECONDS = 120;

	/**
	 * Runs the shop on a port that is taken. A shop that gets as far as to open its port
	 * fails with Boot's report about that, and with no other.
	 * @param environment variables to add to this process's own
	 * @param profiles the active profiles
	 * @return the ended process
	 */
	static BookshopProcess run(Map<String, String> environment, String profiles) {
		try (ServerSocket taken = new ServerSocket(0)) {
			return run(environment, List.of("--spring.profiles.active=" + profiles,
					"--server.port=" + taken.getLocalPort(), "--spring.main.banner-mode=off"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static BookshopProcess run(Map<String, String> environment, List<String> arguments)
			throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
						System.getProperty("java.class.path"), BookshopApplication.class.getName()));
		command.addAll(arguments);
		Path output = Files.createTempFile("bookshop", ".log");
		try {
			ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(output.toFile());
			builder.environment().putAll(environment);
			Process process = builder.start();
			try {
				if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
					throw new IllegalStateException("Still running: " + Files.readString(output));
				}
				return new BookshopProcess(process.exitValue(), Files.readString(output));
			}
			finally {
				process.destroyForcibly().waitFor();
			}
		}
		finally {
			Files.delete(output);
		}
	}

}
