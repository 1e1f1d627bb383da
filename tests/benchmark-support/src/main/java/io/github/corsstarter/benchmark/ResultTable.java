package io.github.corsstarter.benchmark;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * Results in a table: one row for each question, what the starter, Spring and the filters
 * of the servers take to answer it side by side. Times are medians, those of a start
 * processor time.
 */
final class ResultTable {

	private final Map<String, Row> rows = new LinkedHashMap<>();

	private ResultTable() {
	}

	static ResultTable of(Collection<RunResult> results) {
		ResultTable table = new ResultTable();
		results.forEach(table::add);
		return table;
	}

	private void add(RunResult result) {
		BenchmarkParams params = result.getParams();
		String type = params.getBenchmark().replaceAll("^.*\\.(\\w+)Benchmark\\.\\w+$", "$1");
		String method = params.getBenchmark().replaceAll("^.*\\.", "");
		Contender contender = Contender.of(method);
		String question = type + " " + method.replaceFirst("^" + contender.prefix(), "");
		String values = params.getParamsKeys().stream().map(params::getParam).collect(Collectors.joining(", "));
		this.rows.computeIfAbsent(question + " | " + values, (name) -> new Row(question, values)).results.put(contender,
				result);
	}

	@Override
	public String toString() {
		String head = line(Stream.of(Stream.of("benchmark", "parameter"), Contender.all(Contender::toString),
				Stream.of("starter / Spring"), Contender.all((contender) -> contender + " allocates")));
		String rule = "|---|---|" + "---:|".repeat(2 * Contender.values().length + 1) + "\n";
		return this.rows.values()
			.stream()
			.sorted(Comparator.comparing((row) -> row.question))
			.map(Row::toString)
			.collect(Collectors.joining("", head + rule, ""));
	}

	private static String line(Stream<Stream<String>> cells) {
		return cells.flatMap(Function.identity()).collect(Collectors.joining(" | ", "| ", " |\n"));
	}

	/**
	 * Who answers. The name of a benchmark begins with its name in lower case, unless it
	 * is about something that only the starter has.
	 */
	private enum Contender {

		STARTER("starter"), SPRING("Spring"), TOMCAT("Tomcat"), JETTY("Jetty");

		private final String title;

		Contender(String title) {
			this.title = title;
		}

		static Contender of(String method) {
			return Arrays.stream(values())
				.filter((contender) -> method.startsWith(contender.prefix()))
				.findFirst()
				.orElse(STARTER);
		}

		static Stream<String> all(Function<Contender, String> cell) {
			return Arrays.stream(values()).map(cell);
		}

		String prefix() {
			return name().toLowerCase(Locale.ROOT);
		}

		@Override
		public String toString() {
			return this.title;
		}

	}

	/**
	 * The answers to one question.
	 */
	private static final class Row {

		private final String question;

		private final String parameter;

		private final Map<Contender, RunResult> results = new EnumMap<>(Contender.class);

		Row(String question, String parameter) {
			this.question = question;
			this.parameter = parameter;
		}

		@Override
		public String toString() {
			return line(Stream.of(Stream.of(this.question, this.parameter),
					Contender.all((contender) -> time(this.results.get(contender))), Stream.of(ratio()),
					Contender.all((contender) -> allocation(this.results.get(contender)))));
		}

		private String ratio() {
			RunResult starter = this.results.get(Contender.STARTER);
			RunResult spring = this.results.get(Contender.SPRING);
			return (starter != null && spring != null) ? format("%.3f", median(starter) / median(spring)) : "";
		}

		private static String time(@Nullable RunResult result) {
			if (result == null) {
				return "";
			}
			Result<?> bytes = secondary(result, "bytesPerEntry");
			if (bytes != null) {
				return format("%.1f B/entry", bytes.getScore());
			}
			Result<?> cpuTime = secondary(result, "cpuMilliseconds");
			if (cpuTime != null) {
				return format("%.0f ms", cpuTime.getStatistics().getPercentile(50));
			}
			return format("%.1f ", median(result)) + result.getPrimaryResult().getScoreUnit().replaceAll("/op$", "");
		}

		private static double median(RunResult result) {
			return result.getPrimaryResult().getStatistics().getPercentile(50);
		}

		private static String allocation(@Nullable RunResult result) {
			if (result == null) {
				return "";
			}
			Result<?> bytes = secondary(result, "gc.alloc.rate.norm");
			return (bytes != null) ? format("%.0f B/op", bytes.getScore()) : "";
		}

		private static @Nullable Result<?> secondary(RunResult result, String name) {
			return result.getSecondaryResults().get(name);
		}

		private static String format(String format, double value) {
			return String.format(Locale.ROOT, format, value);
		}

	}

}
