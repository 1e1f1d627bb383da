package io.github.corsstarter.aheadoftime;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.corsstarter.sample.BookshopProcess;

/**
 * The shop as its build processed it for one stack, in a process of its own.
 *
 * @param process the running shop
 * @param port the port it listens on
 */
record AheadOfTimeShop(Process process, int port) implements AutoCloseable {

	/** What the shop prints when it starts from what was processed ahead of time. */
	static final String STARTING = "Starting AOT-processed BookshopApplication";

	private static final Pattern STARTED = Pattern.compile("(?:Tomcat|Netty) started on port (\\d+)");

	/**
	 * Starts the shop.
	 * @param stack {@code servlet} or {@code reactive}
	 * @return the shop, once it listens
	 */
	static AheadOfTimeShop start(String stack) {
		try {
			// Reactor Netty may leave the second request on a connection unread
			List<String> command = BookshopProcess.command(options(stack), "--server.port=0",
					"--logging.level.root=info", "--server.netty.max-keep-alive-requests=1");
			return start(new ProcessBuilder(command).redirectErrorStream(true).start());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static AheadOfTimeShop start(Process process) throws IOException {
		BufferedReader output = process.inputReader();
		StringBuilder read = new StringBuilder();
		for (String line = output.readLine(); line != null; line = output.readLine()) {
			read.append(line).append(System.lineSeparator());
			Matcher started = STARTED.matcher(line);
			if (started.find()) {
				if (read.indexOf(STARTING) < 0) {
					process.destroyForcibly();
					throw new IllegalStateException("Not what was processed ahead of time: " + read);
				}
				keepReading(output);
				return new AheadOfTimeShop(process, Integer.parseInt(started.group(1)));
			}
		}
		throw new IllegalStateException("Ended: " + read);
	}

	/**
	 * A process whose output nobody reads waits for somebody who does.
	 */
	private static void keepReading(BufferedReader output) {
		Thread reader = new Thread(() -> output.lines().forEach((line) -> {
		}));
		reader.setDaemon(true);
		reader.start();
	}

	/**
	 * The options of a virtual machine that runs the shop as it was processed.
	 * @param stack {@code servlet} or {@code reactive}
	 * @return the options
	 */
	static List<String> options(String stack) {
		Path processed = Path.of(System.getProperty("aot.directory"), stack, "classes");
		return List.of("-XX:+UseSerialGC", "-Dspring.aot.enabled=true", "-cp",
				processed + File.pathSeparator + System.getProperty("java.class.path"));
	}

	@Override
	public void close() {
		this.process.destroy();
	}

}
