package io.github.corsstarter.deployment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.corsstarter.wire.RawReply;

/**
 * The sample application as its module packages it, in a process of its own.
 */
final class SampleApplication implements AutoCloseable {

	private static final Pattern STARTED = Pattern.compile("(?:Tomcat|Netty) started on port (\\d+)");

	private static final int PATIENCE_MINUTES = 2;

	private final Process process;

	private final CompletableFuture<Integer> port;

	private SampleApplication(Process process) {
		this.process = process;
		this.port = CompletableFuture.supplyAsync(() -> port(process)).orTimeout(PATIENCE_MINUTES, TimeUnit.MINUTES);
	}

	/**
	 * Starts the application, but does not wait for it.
	 * @param profiles the active profiles
	 * @param arguments more of its arguments
	 * @return the starting application
	 */
	static SampleApplication start(String profiles, String... arguments) {
		// Reactor Netty may leave the second request on a connection unread
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
						"-XX:+UseSerialGC", "-jar", System.getProperty("sample.jar"), "--server.port=0",
						"--server.netty.max-keep-alive-requests=1", "--spring.profiles.active=" + profiles));
		command.addAll(List.of(arguments));
		try {
			return new SampleApplication(new ProcessBuilder(command).redirectErrorStream(true).start());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Reads the output until the application has started, and goes on reading, so that it
	 * can go on writing.
	 */
	private static int port(Process process) {
		BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
		StringBuilder read = new StringBuilder();
		try {
			for (String line = out.readLine(); line != null; line = out.readLine()) {
				read.append(line).append('\n');
				Matcher started = STARTED.matcher(line);
				if (started.find()) {
					Thread reader = new Thread(() -> out.lines().forEach((ignored) -> {
					}));
					reader.setDaemon(true);
					reader.start();
					return Integer.parseInt(started.group(1));
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		throw new IllegalStateException("The sample application did not start:\n" + read);
	}

	/**
	 * Waits until the application has started.
	 * @return the port that it listens on
	 */
	int port() {
		return this.port.join();
	}

	/**
	 * Sends one request, as soon as the application has started.
	 * @param request the method and the path
	 * @param headers more header lines
	 * @return the answer
	 */
	RawReply send(String request, String... headers) {
		return RawReply.to(port(), request, headers);
	}

	@Override
	public void close() {
		this.process.destroyForcibly().onExit().join();
	}

}
