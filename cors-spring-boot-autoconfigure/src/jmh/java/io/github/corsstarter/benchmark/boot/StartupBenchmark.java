package io.github.corsstarter.benchmark.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.corsstarter.benchmark.CpuClock;
import io.github.corsstarter.benchmark.CpuTime;
import io.github.corsstarter.benchmark.Entries;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/**
 * The start of a servlet application with Actuator, each time in a new JVM, from
 * {@code SpringApplication.run} until the server listens.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(10)
public class StartupBenchmark {

	@Param
	Policy policy = Policy.NO_STARTER;

	private List<String> arguments = List.of();

	private @Nullable Path file;

	private @Nullable ConfigurableApplicationContext context;

	@Setup
	public void writeConfiguration() throws IOException {
		Path file = Files.createTempFile("startup-benchmark", ".yml");
		Files.writeString(file, this.policy.yaml());
		this.file = file;
		this.arguments = new ArrayList<>(List.of("--spring.config.additional-location=" + file.toUri(),
				"--spring.profiles.active=prod", "--spring.main.web-application-type=servlet",
				"--spring.main.banner-mode=off", "--server.port=0", "--logging.level.root=off"));
		if (this.policy == Policy.NO_STARTER) {
			this.arguments.add("--spring.autoconfigure.exclude=" + String.join(",", autoConfigurations()));
			// So that nothing is loaded in the background either
			this.arguments.add("--cors.enabled=false");
		}
	}

	private static List<String> autoConfigurations() {
		return ImportCandidates.load(AutoConfiguration.class, StartupBenchmark.class.getClassLoader())
			.getCandidates()
			.stream()
			.filter((name) -> name.startsWith("io.github.corsstarter."))
			.toList();
	}

	@Benchmark
	public ConfigurableApplicationContext starterRun(CpuTime cpuTime) {
		ConfigurableApplicationContext context = CpuClock.measure(cpuTime,
				() -> SpringApplication.run(Application.class, this.arguments.toArray(String[]::new)));
		this.context = context;
		return context;
	}

	@TearDown
	public void stop() throws IOException {
		if (this.context != null) {
			this.context.close();
		}
		if (this.file != null) {
			Files.delete(this.file);
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

	/**
	 * What is configured.
	 */
	public enum Policy {

		/**
		 * Three exact origins that nobody reads.
		 */
		NO_STARTER("allowed-origins", 3, Entries::exact),

		/**
		 * Three exact origins.
		 */
		EXACT_3("allowed-origins", 3, Entries::exact),

		/**
		 * Ten regular expressions.
		 */
		REGEX_10("allowed-origin-regexes", 10, Entries::regex),

		/**
		 * A hundred regular expressions.
		 */
		REGEX_100("allowed-origin-regexes", 100, Entries::regex),

		/**
		 * A hundred thousand exact origins.
		 */
		EXACT_100000("allowed-origins", 100_000, Entries::exact);

		private final String key;

		private final int entries;

		private final IntFunction<String> entry;

		Policy(String key, int entries, IntFunction<String> entry) {
			this.key = key;
			this.entries = entries;
			this.entry = entry;
		}

		String yaml() {
			return IntStream.range(0, this.entries)
				.mapToObj((number) -> "  - '" + this.entry.apply(number) + "'\n")
				.collect(Collectors.joining("", "cors:\n  " + this.key + ":\n", ""));
		}

	}

}
