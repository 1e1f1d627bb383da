package io.github.corsstarter.benchmark.boot;

import java.util.List;
import java.util.concurrent.TimeUnit;

import io.github.corsstarter.web.reactive.CorsPolicyWebFilter;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import reactor.core.publisher.Mono;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.cors.reactive.UrlBasedCorsConfigurationSource;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * The whole filter of the reactive stack, from the request that comes in until the
 * response is committed, on exchanges that cost next to nothing and are the same for
 * both.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 600, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Fork(2)
public class ReactiveFilterBenchmark {

	private final WebFilter starter = new CorsPolicyWebFilter(ShopPolicy.policies(), (request, decision) -> {
	}, 0);

	private final WebFilter spring = spring();

	private final WebFilterChain chain = (exchange) -> Mono.empty();

	private final StubExchange preflight = new StubExchange("OPTIONS", ShopPolicy.PATH, "Host", "api.example.com",
			"Accept", "*/*", "Access-Control-Request-Method", "PUT", "Access-Control-Request-Headers",
			"authorization,content-type", "Origin", ShopPolicy.ORIGIN, "Sec-Fetch-Mode", "cors", "Sec-Fetch-Site",
			"same-site", "Referer", "https://shop.example.com/");

	private final StubExchange allowed = new StubExchange("GET", ShopPolicy.PATH, "Host", "api.example.com", "Accept",
			"application/json", "Authorization", "Bearer 0815", "Origin", ShopPolicy.ORIGIN, "Sec-Fetch-Mode", "cors",
			"Sec-Fetch-Site", "same-site", "Referer", "https://shop.example.com/");

	private final StubExchange rejected = new StubExchange("GET", ShopPolicy.PATH, "Host", "api.example.com", "Accept",
			"application/json", "Origin", ShopPolicy.STRANGER, "Sec-Fetch-Mode", "cors", "Sec-Fetch-Site", "cross-site",
			"Referer", "https://shop.example.net/");

	private final StubExchange noOrigin = new StubExchange("GET", ShopPolicy.PATH, "Host", "api.example.com", "Accept",
			"application/json", "Authorization", "Bearer 0815");

	@Setup
	public void logAsInProduction() {
		LoggingSystem.get(getClass().getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.INFO);
	}

	/**
	 * Make sure that both do the same, for else nothing is compared.
	 */
	@Setup
	public void compareAnswers() {
		for (StubExchange exchange : List.of(this.preflight, this.allowed, this.rejected, this.noOrigin)) {
			String ours = filter(this.starter, exchange).answer();
			String theirs = filter(this.spring, exchange).answer();
			if (!ours.equals(theirs)) {
				throw new IllegalStateException("Not the same answer: %s and %s".formatted(ours, theirs));
			}
		}
	}

	private static WebFilter spring() {
		UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
		source.registerCorsConfiguration(ShopPolicy.PATHS, ShopPolicy.springConfiguration());
		return new CorsWebFilter(source);
	}

	/**
	 * Filter an exchange and complete its response, as the server does.
	 */
	private StubExchange filter(WebFilter filter, StubExchange exchange) {
		exchange.reset();
		filter.filter(exchange, this.chain).block();
		exchange.getResponse().setComplete().block();
		return exchange;
	}

	@Benchmark
	public StubExchange starterPreflight() {
		return filter(this.starter, this.preflight);
	}

	@Benchmark
	public StubExchange springPreflight() {
		return filter(this.spring, this.preflight);
	}

	@Benchmark
	public StubExchange starterAllowed() {
		return filter(this.starter, this.allowed);
	}

	@Benchmark
	public StubExchange springAllowed() {
		return filter(this.spring, this.allowed);
	}

	@Benchmark
	public StubExchange starterRejected() {
		return filter(this.starter, this.rejected);
	}

	@Benchmark
	public StubExchange springRejected() {
		return filter(this.spring, this.rejected);
	}

	@Benchmark
	public StubExchange starterNoOrigin() {
		return filter(this.starter, this.noOrigin);
	}

	@Benchmark
	public StubExchange springNoOrigin() {
		return filter(this.spring, this.noOrigin);
	}

}
