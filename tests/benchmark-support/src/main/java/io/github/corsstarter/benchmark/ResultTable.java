package io.github.corsstarter.benchmark;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * Results in a table: one row for each question, what the starter and what Spring takes
 * to answer it side by side. Times are medians, those of a start processor time.
 */
final class ResultTable {

	private static final String SPRING = "spring";

	private static final String STARTER = "starter";

	private static final String HEAD = """
			| benchmark | parameter | starter | Spring | starter / Spring | starter allocates | Spring allocates |
			|---|---|---:|---:|---:|---:|---:|
			""";

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
		String question = method.replaceAll("^(" + SPRING + "|" + STARTER + ")", "");
		String values = params.getParamsKeys().stream().map(params::getParam).collect(Collectors.joining(", "));
		Row row = this.rows.computeIfAbsent("%s %s | %s".formatted(type, question, values),
				(name) -> new Row(type + " " + question, values));
		if (method.startsWith(SPRING)) {
			row.spring = result;
		}
		else {
			row.starter = result;
		}
	}

	@Override
	public String toString() {
		return this.rows.values()
			.stream()
			.sorted(Comparator.comparing((row) -> row.question))
			.map(Row::toString)
			.collect(Collectors.joining("", HEAD, ""));
	}

	/**
	 * The answers to one question.
	 */
	private static final class Row {

		private final String question;

		private final String parameter;

		private @Nullable RunResult starter;

		private @Nullable RunResult spring;

		Row(String question, String parameter) {
			this.question = question;
			this.parameter = parameter;
		}

		@Override
		public String toString() {
			return "| %s | %s | %s | %s | %s | %s | %s |%n".formatted(this.question, this.parameter, time(this.starter),
					time(this.spring), ratio(), allocation(this.starter), allocation(this.spring));
		}

		private String ratio() {
			if (this.starter == null || this.spring == null) {
				return "";
			}
			return format("%.3f", median(this.starter) / median(this.spring));
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
