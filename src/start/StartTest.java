import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Starts an otherwise empty application with the starter and without it in turn, each in
 * a new JVM, and compares them pair by pair, so that whatever else the machine does hits
 * both alike.
 */
public final class StartTest {

	private static final int PAIRS = Integer.parseInt(System.getenv().getOrDefault("PAIRS", "30"));

	private StartTest() {
	}

	/**
	 * Compare the starts.
	 * @param args the class path without the starter, what the starter adds to it, and
	 * the processors of each comparison as {@code taskset} wants them
	 */
	public static void main(String[] args) throws IOException, InterruptedException {
		String with = args[0] + File.pathSeparator + args[1];
		for (String processors : Arrays.asList(args).subList(2, args.length)) {
			compare(processors, with, args[0]);
		}
	}

	private static void compare(String processors, String with, String without)
			throws IOException, InterruptedException {
		// The first ones read the jars from the disk
		Start.of(processors, with);
		Start.of(processors, without);
		List<Start> plain = new ArrayList<>();
		List<Start> differences = new ArrayList<>();
		for (int i = 0; i < PAIRS; i++) {
			boolean starterFirst = i % 2 == 0;
			Start first = Start.of(processors, starterFirst ? with : without);
			Start second = Start.of(processors, starterFirst ? without : with);
			plain.add(starterFirst ? second : first);
			differences.add(starterFirst ? first.minus(second) : second.minus(first));
		}
		System.out.printf("%nProcessors %s, Java %s, %d pairs%n%n| | without the starter | the starter adds |%n"
				+ "|---|---:|---:|%n", processors, Runtime.version(), PAIRS);
		report("on the clock", plain, differences, Start::clock);
		report("processor time", plain, differences, Start::processorTime);
	}

	/**
	 * The medians, and the quartiles of the differences in parentheses.
	 */
	private static void report(String name, List<Start> plain, List<Start> differences,
			ToLongFunction<Start> milliseconds) {
		System.out.printf("| %s | %d ms | %d ms (%d - %d) |%n", name, quantile(plain, milliseconds, 0.5),
				quantile(differences, milliseconds, 0.5), quantile(differences, milliseconds, 0.25),
				quantile(differences, milliseconds, 0.75));
	}

	private static long quantile(List<Start> starts, ToLongFunction<Start> milliseconds, double quantile) {
		return starts.stream()
			.mapToLong(milliseconds)
			.sorted()
			.skip((long) (quantile * starts.size()))
			.findFirst()
			.orElseThrow();
	}

	/**
	 * How many milliseconds a start took, until the server listened and the application
	 * was ready, on the clock and of all threads together.
	 */
	private record Start(long clock, long processorTime) {

		static Start of(String processors, String classpath) throws IOException, InterruptedException {
			String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
			ProcessBuilder command = new ProcessBuilder("taskset", "-c", processors, java, "-cp", classpath,
					"io.github.corsstarter.start.EmptyApplication", "--server.port=0", "--spring.profiles.active=prod",
					"--cors.allowed-origins=https://a.example.com,https://b.example.com,https://c.example.com");
			long before = System.nanoTime();
			Process process = command.redirectErrorStream(true).start();
			try (BufferedReader output = process.inputReader()) {
				StringBuilder log = new StringBuilder();
				for (String line = output.readLine(); line != null; line = output.readLine()) {
					if (line.equals("STARTED")) {
						return new Start((System.nanoTime() - before) / 1_000_000,
								process.info().totalCpuDuration().orElseThrow().toMillis());
					}
					log.append(line).append('\n');
				}
				throw new IllegalStateException(log.toString());
			}
			finally {
				process.destroyForcibly().waitFor();
			}
		}

		Start minus(Start other) {
			return new Start(this.clock - other.clock, this.processorTime - other.processorTime);
		}

	}

}
