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
public record BookshopProcess(int exitCode, String output) {

	private static final int PATIENCE_SECONDS = 120;

	/**
	 * Runs the shop on a port that is taken. A shop that gets as far as to open its port
	 * fails with Boot's report about that, and with no other.
	 * @param environment variables to add to this process's own
	 * @param profiles the active profiles
	 * @return the ended process
	 */
	static BookshopProcess run(Map<String, String> environment, String profiles) {
		return run(List.of("-cp", System.getProperty("java.class.path")), environment, profiles);
	}

	/**
	 * Runs the shop as {@link #run(Map, String)} does, but from other classes.
	 * @param options options of the virtual machine, its class path among them
	 * @param environment variables to add to this process's own
	 * @param profiles the active profiles
	 * @return the ended process
	 */
	public static BookshopProcess run(List<String> options, Map<String, String> environment, String profiles) {
		try (ServerSocket taken = new ServerSocket(0)) {
			return run(command(options, "--spring.profiles.active=" + profiles, "--server.port=" + taken.getLocalPort(),
					"--spring.main.banner-mode=off"), environment);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * The command that starts the shop.
	 * @param options options of the virtual machine, its class path among them
	 * @param arguments what {@code main} gets
	 * @return the command
	 */
	public static List<String> command(List<String> options, String... arguments) {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		// It is not running long enough to be optimised
		command.add("-XX:TieredStopAtLevel=1");
		command.addAll(options);
		command.add(BookshopApplication.class.getName());
		command.addAll(List.of(arguments));
		return command;
	}

	private static BookshopProcess run(List<String> command, Map<String, String> environment)
			throws IOException, InterruptedException {
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
