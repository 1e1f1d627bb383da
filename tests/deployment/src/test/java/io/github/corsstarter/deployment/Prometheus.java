package io.github.corsstarter.deployment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A real Prometheus that scrapes one application and evaluates the alerts of the
 * documentation, with a directory and a process of its own.
 */
final class Prometheus implements AutoCloseable {

	private static final Pattern LISTENING = Pattern.compile("msg=\"Listening on\" address=(\\S+)");

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final HttpClient client = HttpClient.newHttpClient();

	private final Process process;

	private final String address;

	private Prometheus(Process process) throws IOException {
		this.process = process;
		this.address = address(process);
		Awaitility.await("Prometheus").atMost(PATIENCE).until(() -> send("/-/ready").statusCode() == 200);
	}

	/**
	 * Starts Prometheus.
	 * @param directory an empty directory
	 * @param job what the application is called
	 * @param port the port of the application
	 * @param rules the file with the alerts
	 * @return the running server
	 */
	static Prometheus start(Path directory, String job, int port, Path rules) throws IOException {
		Path configuration = Files.writeString(directory.resolve("prometheus.yml"), """
				global: {scrape_interval: 200ms, scrape_timeout: 200ms, evaluation_interval: 200ms}
				rule_files: ["%s"]
				scrape_configs:
				  - job_name: %s
				    metrics_path: /actuator/prometheus
				    static_configs: [{targets: ["localhost:%d"]}]
				""".formatted(rules.toRealPath(), job, port));
		return new Prometheus(new ProcessBuilder(Program.PROMETHEUS.executable(), "--config.file=" + configuration,
				"--storage.tsdb.path=" + directory.resolve("data"), "--web.listen-address=localhost:0")
			.redirectErrorStream(true)
			.start());
	}

	/**
	 * Reads the log until the server listens, and goes on reading, so that it can go on
	 * writing.
	 */
	private static String address(Process process) throws IOException {
		BufferedReader log = process.inputReader(StandardCharsets.UTF_8);
		StringBuilder read = new StringBuilder();
		for (String line = log.readLine(); line != null; line = log.readLine()) {
			read.append(line).append('\n');
			Matcher listening = LISTENING.matcher(line);
			if (listening.find()) {
				Thread reader = new Thread(() -> log.lines().forEach((ignored) -> {
				}));
				reader.setDaemon(true);
				reader.start();
				return listening.group(1);
			}
		}
		throw new IllegalStateException("Prometheus did not start:\n" + read);
	}

	/**
	 * Evaluates a query.
	 * @param query the query
	 * @return what it finds now
	 * @throws IllegalArgumentException if it is no query
	 */
	List<Sample> query(String query) {
		return get("query?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)).get("result")
			.valueStream()
			.map(Sample::of)
			.toList();
	}

	/**
	 * Evaluates a query until it finds what is wanted.
	 * @param query the query
	 * @param wanted the condition
	 */
	void await(String query, Predicate<List<Sample>> wanted) {
		Awaitility.await(query).atMost(PATIENCE).until(() -> query(query), wanted);
	}

	/**
	 * Return what has become of each alert.
	 * @return the rules as Prometheus answers them
	 */
	List<JsonNode> rules() {
		return get("rules").get("groups").valueStream().flatMap((group) -> group.get("rules").valueStream()).toList();
	}

	private HttpResponse<String> send(String path) throws IOException, InterruptedException {
		return this.client.send(HttpRequest.newBuilder(URI.create("http://" + this.address + path)).build(),
				HttpResponse.BodyHandlers.ofString());
	}

	private JsonNode get(String path) {
		try {
			JsonNode answer = JsonMapper.shared().readTree(send("/api/v1/" + path).body());
			if (!answer.get("status").stringValue().equals("success")) {
				throw new IllegalArgumentException(answer.get("error").stringValue());
			}
			return answer.get("data");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.process.destroyForcibly().onExit().join();
	}

	/**
	 * One element of what a query finds.
	 *
	 * @param labels its labels and their values
	 * @param value its value
	 */
	record Sample(Map<String, String> labels, double value) {

		private static Sample of(JsonNode result) {
			Map<String, String> labels = new TreeMap<>();
			result.get("metric")
				.properties()
				.forEach((label) -> labels.put(label.getKey(), label.getValue().stringValue()));
			return new Sample(labels, Double.parseDouble(result.get("value").get(1).stringValue()));
		}

	}

}
