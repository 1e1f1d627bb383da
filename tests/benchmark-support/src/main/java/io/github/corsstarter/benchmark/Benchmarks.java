package io.github.corsstarter.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.NoBenchmarksException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the benchmarks and compares the starter with Spring in a table.
 */
public final class Benchmarks {

	private Benchmarks() {
	}

	/**
	 * Run benchmarks.
	 * @param args a regular expression that selects them, {@code full} or {@code quick},
	 * and the directory for the results
	 * @throws Exception if a benchmark fails
	 */
	public static void main(String[] args) throws Exception {
		Path directory = Files.createDirectories(Path.of(args[2]));
		ChainedOptionsBuilder options = new OptionsBuilder().include(args[0])
			.addProfiler(GCProfiler.class)
			.shouldFailOnError(true)
			.resultFormat(ResultFormatType.JSON)
			.result(directory.resolve("benchmark.json").toString());
		switch (args[1]) {
			case "full" -> {
			}
			case "quick" ->
				options.forks(1).warmupTime(TimeValue.milliseconds(300)).measurementTime(TimeValue.milliseconds(300));
			default -> throw new IllegalArgumentException("Neither 'full' nor 'quick': " + args[1]);
		}
		String table = ResultTable.of(run(options.build())).toString();
		Files.writeString(directory.resolve("benchmark.md"), table);
		System.out.println(table);
	}

	/**
	 * One command runs the benchmarks of several modules, and may select none of one.
	 */
	private static Collection<RunResult> run(Options options) throws RunnerException {
		try {
			return new Runner(options).run();
		}
		catch (NoBenchmarksException ex) {
			return List.of();
		}
	}

}
