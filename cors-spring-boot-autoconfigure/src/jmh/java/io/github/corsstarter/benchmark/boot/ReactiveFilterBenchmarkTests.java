package io.github.corsstarter.benchmark.boot;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the benchmark runs can be run, and gives the answers that it compares.
 */
class ReactiveFilterBenchmarkTests {

	@Test
	void bothFiltersGiveTheSameAnswers() throws Exception {
		ReactiveFilterBenchmark benchmark = new ReactiveFilterBenchmark();
		benchmark.compareAnswers();
		List<Method> methods = Arrays.stream(ReactiveFilterBenchmark.class.getMethods())
			.filter((method) -> method.isAnnotationPresent(Benchmark.class))
			.toList();
		assertThat(methods).hasSize(8);
		for (Method method : methods) {
			assertThat(method.invoke(benchmark)).isInstanceOf(StubExchange.class);
		}
	}

}
