import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts load on four processes of the sample's books in turn and compares them round
 * by round, so that whatever else the machine does hits all of them alike.
 */
public final class LoadTest {

	private static final int FORKS = number("FORKS", 3);

	private static final int ROUNDS = number("ROUNDS", 12);

	private static final int SECONDS = number("SECONDS", 2);

	/**
	 * After that many the compiler has nothing more to do. On a busy machine they take
	 * longer, so a number of seconds would not do.
	 */
	private static final int WARM_UP_REQUESTS = number("WARM_UP_REQUESTS", 60_000);

	/**
	 * On a machine that is busy with other things: all at once, so that they share the
	 * same disturbance. Then only the CPU time per request means anything.
	 */
	private static final boolean TOGETHER = number("TOGETHER", 0) == 1;

	private static final int TICKS_PER_SECOND = 100;

	private static final String ORIGIN = "https://app.example.com";

	private static final String STARTER = "starter";

	private static final String FILTER = "CorsFilter";

	private static final String HEADERS = "headers alone";

	private static final String NOTHING = "no CORS";

	private LoadTest() {
	}

	public static void main(String[] args) throws Exception {
		String classpath = args[0];
		Map<Load, Map<String, List<Sample>>> samples = new LinkedHashMap<>();
		for (int fork = 0; fork < FORKS; fork++) {
			try (Shop starter = Shop.start(STARTER, classpath + File.pathSeparator + args[1]);
					Shop filter = Shop.start(FILTER, classpath,
							"--spring.main.sources=io.github.corsstarter.load.SpringCorsFilter");
					Shop headers = Shop.start(HEADERS, classpath,
							"--spring.main.sources=io.github.corsstarter.load.HeadersAlone");
					Shop nothing = Shop.start(NOTHING, classpath)) {
				starter.check(ORIGIN);
				filter.check(ORIGIN);
				headers.check(ORIGIN);
				nothing.check("none");
				measure(new ArrayList<>(List.of(starter, filter, headers, nothing)), samples);
			}
		}
		System.out.printf("%nCores: %d, Java %s, %d processes of each, %d rounds of %d s each%n",
				Runtime.getRuntime().availableProcessors(), Runtime.version(), FORKS, ROUNDS, SECONDS);
		samples.forEach((load, byShop) -> report(load.title, byShop));
	}

	private static void measure(List<Shop> shops, Map<Load, Map<String, List<Sample>>> samples)
			throws IOException, InterruptedException {
		for (Shop shop : shops) {
			for (Load load : Load.values()) {
				if (load.suits(shop)) {
					shop.warmUp(load);
				}
			}
		}
		for (int round = 0; round < ROUNDS; round++) {
			Collections.rotate(shops, 1);
			for (Load load : Load.values()) {
				List<Shop> suited = shops.stream().filter(load::suits).toList();
				List<Sample> taken = TOGETHER ? together(suited, load) : inTurn(suited, load);
				for (int i = 0; i < suited.size(); i++) {
					String name = suited.get(i).name;
					samples.computeIfAbsent(load, (key) -> new LinkedHashMap<>())
						.computeIfAbsent(name, (key) -> new ArrayList<>())
						.add(taken.get(i));
					System.out.printf(Locale.ROOT, "%-24s %-13s %s%n", load.title, name, taken.get(i));
				}
			}
		}
	}

	private static List<Sample> inTurn(List<Shop> shops, Load load) throws IOException, InterruptedException {
		List<Sample> samples = new ArrayList<>();
		for (Shop shop : shops) {
			samples.add(shop.load(load, SECONDS));
		}
		return samples;
	}

	private static List<Sample> together(List<Shop> shops, Load load) {
		List<CompletableFuture<Sample>> running = shops.stream().map((shop) -> CompletableFuture.supplyAsync(() -> {
			try {
				return shop.load(load, SECONDS);
			}
			catch (IOException | InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}, (task) -> new Thread(task).start())).toList();
		return running.stream().map(CompletableFuture::join).toList();
	}

	private static void report(String title, Map<String, List<Sample>> byShop) {
		System.out.printf("%n%s%n%n| | throughput | CPU time per request | latency, median | latency, 99%% |%n"
				+ "|---|---|---|---|---|%n", title);
		for (String[] pair : new String[][] { { STARTER, FILTER }, { STARTER, NOTHING }, { FILTER, NOTHING },
				{ HEADERS, NOTHING } }) {
			List<Sample> numerators = byShop.get(pair[0]);
			List<Sample> denominators = byShop.get(pair[1]);
			if (numerators != null && denominators != null) {
				System.out.printf("| %s / %s | %s | %s | %s | %s |%n", pair[0], pair[1],
						ratio(numerators, denominators, Sample::perSecond),
						ratio(numerators, denominators, Sample::cpuMicros),
						ratio(numerators, denominators, Sample::medianMillis),
						ratio(numerators, denominators, Sample::highMillis));
			}
		}
		byShop.forEach((name, all) -> System.out.printf(Locale.ROOT, "%s: %.0f requests/s, %.1f us CPU per request%n",
				name, quantile(values(all, Sample::perSecond), 0.5), quantile(values(all, Sample::cpuMicros), 0.5)));
	}

	/**
	 * The ratio of each round: its median, and its quartiles in parentheses.
	 */
	private static String ratio(List<Sample> numerators, List<Sample> denominators, ToDoubleFunction<Sample> value) {
		double[] ratios = new double[numerators.size()];
		for (int i = 0; i < ratios.length; i++) {
			ratios[i] = value.applyAsDouble(numerators.get(i)) / value.applyAsDouble(denominators.get(i));
		}
		return String.format(Locale.ROOT, "%.3f (%.3f - %.3f)", quantile(ratios, 0.5), quantile(ratios, 0.25),
				quantile(ratios, 0.75));
	}

	private static double[] values(List<Sample> samples, ToDoubleFunction<Sample> value) {
		return samples.stream().mapToDouble(value).toArray();
	}

	private static double quantile(double[] values, double quantile) {
		double[] sorted = values.clone();
		Arrays.sort(sorted);
		double index = quantile * (sorted.length - 1);
		int below = (int) index;
		int above = Math.min(below + 1, sorted.length - 1);
		return sorted[below] + (index - below) * (sorted[above] - sorted[below]);
	}

	private static int number(String variable, int otherwise) {
		String value = System.getenv(variable);
		return (value != null) ? Integer.parseInt(value) : otherwise;
	}

	/**
	 * What is asked.
	 */
	private enum Load {

		CORS("GET with an Origin", "/api/books", "-H", "Origin: " + ORIGIN),

		PLAIN("GET without an Origin", "/api/books"),

		PREFLIGHT("Preflight", "/api/books/1", "-s", "src/load/preflight.lua");

		private final String title;

		private final String path;

		private final List<String> options;

		Load(String title, String path, String... options) {
			this.title = title;
			this.path = path;
			this.options = List.of(options);
		}

		/**
		 * Only who decides answers a preflight.
		 */
		boolean suits(Shop shop) {
			return this != PREFLIGHT || shop.name.equals(STARTER) || shop.name.equals(FILTER);
		}

	}

	/**
	 * What one run of wrk has measured.
	 */
	private record Sample(double perSecond, double cpuMicros, double medianMillis, double highMillis) {

		@Override
		public String toString() {
			return String.format(Locale.ROOT, "%8.0f/s %7.1f us CPU  median %.2f ms  99%% %.2f ms", this.perSecond,
					this.cpuMicros, this.medianMillis, this.highMillis);
		}

	}

	/**
	 * A process of the sample application.
	 */
	private static final class Shop implements AutoCloseable {

		private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

		private final String name;

		private final Process process;

		private final Path log;

		private final int port;

		private Shop(String name, Process process, Path log) throws IOException, InterruptedException {
			this.name = name;
			this.process = process;
			this.log = log;
			this.port = port();
		}

		static Shop start(String name, String classpath, String... arguments)
				throws IOException, InterruptedException {
			Path log = Files.createTempFile("load", ".log");
			List<String> command = new ArrayList<>(
					List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xms512m", "-Xmx512m",
							"-XX:+UseSerialGC", "-cp", classpath, "io.github.corsstarter.load.LoadedShop",
							"--spring.config.location=src/load/application.yml", "--server.port=0", "--server.address=127.0.0.1", "--spring.main.banner-mode=off"));
			command.addAll(List.of(arguments));
			return new Shop(name,
					new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start(), log);
		}

		private int port() throws IOException, InterruptedException {
			while (this.process.isAlive()) {
				Matcher port = PORT.matcher(Files.readString(this.log));
				if (port.find()) {
					return Integer.parseInt(port.group(1));
				}
				Thread.sleep(50);
			}
			throw new IllegalStateException(Files.readString(this.log));
		}

		private String url(String path) {
			return "http://127.0.0.1:" + this.port + path;
		}

		/**
		 * Makes sure that the right thing is measured.
		 */
		void check(String allowedOrigin) throws IOException, InterruptedException {
			HttpResponse<String> response = HttpClient.newHttpClient()
				.send(HttpRequest.newBuilder(URI.create(url("/api/books"))).header("Origin", ORIGIN).build(),
						HttpResponse.BodyHandlers.ofString());
			String allowed = response.headers().firstValue("Access-Control-Allow-Origin").orElse("none");
			if (response.statusCode() != 200 || !allowed.equals(allowedOrigin)) {
				throw new IllegalStateException(this.name + ": " + response.statusCode() + " " + allowed);
			}
		}

		void warmUp(Load load) throws IOException, InterruptedException {
			double requests = 0;
			while (requests < WARM_UP_REQUESTS) {
				requests += load(load, SECONDS).perSecond * SECONDS;
			}
		}

		Sample load(Load load, int seconds) throws IOException, InterruptedException {
			List<String> command = new ArrayList<>(
					List.of("wrk", "-t1", "-c8", "-d" + seconds + "s", "--latency"));
			command.addAll(load.options);
			command.add(url(load.path));
			long before = cpuTicks();
			Process wrk = new ProcessBuilder(command).redirectErrorStream(true).start();
			String output = new String(wrk.getInputStream().readAllBytes());
			wrk.waitFor();
			double micros = (cpuTicks() - before) * 1e6 / TICKS_PER_SECOND;
			if (output.contains("Non-2xx") || output.contains("Socket errors")) {
				throw new IllegalStateException(output);
			}
			return new Sample(Double.parseDouble(find(output, "Requests/sec:\\s+([\\d.]+)")),
					micros / Double.parseDouble(find(output, "(\\d+) requests in")),
					millis(find(output, "(?m)^ +50%\\s+(\\S+)")), millis(find(output, "(?m)^ +99%\\s+(\\S+)")));
		}

		/**
		 * Returns the user and system time of the process, in clock ticks.
		 */
		private long cpuTicks() throws IOException {
			String stat = Files.readString(Path.of("/proc", String.valueOf(this.process.pid()), "stat"));
			String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
			return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
		}

		private static String find(String output, String regex) {
			Matcher matcher = Pattern.compile(regex).matcher(output);
			if (!matcher.find()) {
				throw new IllegalStateException(output);
			}
			return matcher.group(1);
		}

		private static double millis(String duration) {
			Matcher matcher = Pattern.compile("([\\d.]+)(us|ms|s)").matcher(duration);
			if (!matcher.matches()) {
				throw new IllegalStateException(duration);
			}
			double number = Double.parseDouble(matcher.group(1));
			return switch (matcher.group(2)) {
				case "us" -> number / 1000;
				case "ms" -> number;
				default -> number * 1000;
			};
		}

		@Override
		public void close() throws InterruptedException, IOException {
			this.process.destroy();
			this.process.waitFor();
			Files.delete(this.log);
		}

	}

}
