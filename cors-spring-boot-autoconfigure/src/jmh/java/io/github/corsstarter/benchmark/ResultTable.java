package io.github.corsstarter.benchmark;

import java.util.Collection;
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
 * to answer it side by side. Times are medians.
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
		Row row = this.rows.computeIfAbsent("%s %s | %s".formatted(type, question, values), Row::new);
		if (method.startsWith(SPRING)) {
			row.spring = result;
		}
		else {
			row.starter = result;
		}
	}

	@Override
	public String toString() {
		return this.rows.values().stream().map(Row::toString).collect(Collectors.joining("", HEAD, ""));
	}

	/**
	 * The answers to one question.
	 */
	private static final class Row {

		private final String name;

		private @Nullable RunResult starter;

		private @Nullable RunResult spring;

		Row(String name) {
			this.name = name;
		}

		@Override
		public String toString() {
			return "| %s | %s | %s | %s | %s | %s |%n".formatted(this.name, time(this.starter), time(this.spring),
					ratio(), allocation(this.starter), allocation(this.spring));
		}

		private String ratio() {
			if (this.starter == null || this.spring == null) {
				return "";
			}
			return String.format(Locale.ROOT, "%.3f", median(this.starter) / median(this.spring));
		}

		private static String time(@Nullable RunResult result) {
			if (result == null) {
				return "";
			}
			String unit = result.getPrimaryResult().getScoreUnit().replaceAll("/op$", "");
			String time = String.format(Locale.ROOT, "%.1f %s", median(result), unit);
			Result<?> bytes = result.getSecondaryResults().get("bytesPerEntry");
			return (bytes != null) ? String.format(Locale.ROOT, "%.1f B/entry", bytes.getScore()) : time;
		}

		private static double median(RunResult result) {
			return result.getPrimaryResult().getStatistics().getPercentile(50);
		}

		private static String allocation(@Nullable RunResult result) {
			if (result == null) {
				return "";
			}
			Result<?> bytes = result.getSecondaryResults().get("gc.alloc.rate.norm");
			return (bytes != null) ? String.format(Locale.ROOT, "%.0f B/op", bytes.getScore()) : "";
		}

	}

}
