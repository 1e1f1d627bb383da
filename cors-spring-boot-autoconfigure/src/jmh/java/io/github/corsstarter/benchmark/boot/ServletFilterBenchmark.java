package io.github.corsstarter.benchmark.boot;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.github.corsstarter.report.servlet.CorsReportFilter;
import io.github.corsstarter.web.servlet.CorsPolicyFilter;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
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

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/**
 * The whole filter, from the request that comes in to the headers of the response, on
 * requests and responses that cost next to nothing and are the same for all. The filters
 * of the servers stand next to it where they give the same answers: Jetty's lets requests
 * of other origins through.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 600, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Fork(2)
public class ServletFilterBenchmark {

	private final Filter starter = new CorsPolicyFilter(ShopPolicy.policies(), (request, decision) -> {
	});

	private final Filter reports = reports();

	private final Filter spring = spring();

	private final Filter tomcat = ShopPolicy.tomcatFilter();

	private final Filter jetty = ShopPolicy.jettyFilter();

	private final FilterChain chain = (request, response) -> {
	};

	private final StubResponse response = new StubResponse();

	private final StubRequest preflight = new StubRequest("OPTIONS", ShopPolicy.PATH, "Host", "api.example.com",
			"Accept", "*/*", "Access-Control-Request-Method", "PUT", "Access-Control-Request-Headers",
			"authorization,content-type", "Origin", ShopPolicy.ORIGIN, "Sec-Fetch-Mode", "cors", "Sec-Fetch-Site",
			"same-site", "Referer", "https://shop.example.com/");

	private final StubRequest allowed = new StubRequest("GET", ShopPolicy.PATH, "Host", "api.example.com", "Accept",
			"application/json", "Authorization", "Bearer 0815", "Origin", ShopPolicy.ORIGIN, "Sec-Fetch-Mode", "cors",
			"Sec-Fetch-Site", "same-site", "Referer", "https://shop.example.com/");

	private final StubRequest rejected = new StubRequest("GET", ShopPolicy.PATH, "Host", "api.example.com", "Accept",
			"application/json", "Origin", ShopPolicy.STRANGER, "Sec-Fetch-Mode", "cors", "Sec-Fetch-Site", "cross-site",
			"Referer", "https://shop.example.net/");

	private final StubRequest noOrigin = new StubRequest("GET", ShopPolicy.PATH, "Host", "api.example.com", "Accept",
			"application/json", "Authorization", "Bearer 0815");

	@Setup
	public void logAsInProduction() {
		LoggingSystem.get(getClass().getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.INFO);
	}

	/**
	 * Make sure that all do the same, for else nothing is compared.
	 */
	@Setup
	public void compareAnswers() throws IOException, ServletException {
		for (StubRequest request : List.of(this.preflight, this.allowed, this.rejected, this.noOrigin)) {
			compareAnswers(this.spring, request);
			compareAnswers(this.tomcat, request);
			if (request != this.rejected) {
				compareAnswers(this.jetty, request);
			}
		}
	}

	private static Filter spring() {
		UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
		source.registerCorsConfiguration(ShopPolicy.PATHS, ShopPolicy.springConfiguration());
		return new CorsFilter(source);
	}

	private static Filter reports() {
		CorsReportFilter outermost = new CorsReportFilter(ShopPolicy.policies(), () -> {
			throw new IllegalStateException("No policy only reports");
		});
		return (request, response, chain) -> outermost.doFilter(request, response,
				(seen, answered) -> outermost.see(seen, answered,
						(called, written) -> outermost.call(called, written, chain)));
	}

	private void compareAnswers(Filter other, StubRequest request) throws IOException, ServletException {
		String ours = filter(this.starter, request).answer();
		String theirs = filter(other, request).answer();
		if (!ours.equals(theirs)) {
			throw new IllegalStateException("Not the same answer: %s and %s".formatted(ours, theirs));
		}
	}

	private StubResponse filter(Filter filter, StubRequest request) throws IOException, ServletException {
		request.reset();
		this.response.reset();
		filter.doFilter(request, this.response, this.chain);
		return this.response;
	}

	@Benchmark
	public StubResponse starterPreflight() throws IOException, ServletException {
		return filter(this.starter, this.preflight);
	}

	@Benchmark
	public StubResponse springPreflight() throws IOException, ServletException {
		return filter(this.spring, this.preflight);
	}

	@Benchmark
	public StubResponse starterAllowed() throws IOException, ServletException {
		return filter(this.starter, this.allowed);
	}

	@Benchmark
	public StubResponse springAllowed() throws IOException, ServletException {
		return filter(this.spring, this.allowed);
	}

	@Benchmark
	public StubResponse starterRejected() throws IOException, ServletException {
		return filter(this.starter, this.rejected);
	}

	@Benchmark
	public StubResponse springRejected() throws IOException, ServletException {
		return filter(this.spring, this.rejected);
	}

	@Benchmark
	public StubResponse starterNoOrigin() throws IOException, ServletException {
		return filter(this.starter, this.noOrigin);
	}

	@Benchmark
	public StubResponse springNoOrigin() throws IOException, ServletException {
		return filter(this.spring, this.noOrigin);
	}

	/**
	 * What policies that only report cost where there is none: all of their filters.
	 */
	@Benchmark
	public StubResponse starterReportsNothing() throws IOException, ServletException {
		return filter(this.reports, this.allowed);
	}

	@Benchmark
	public StubResponse tomcatPreflight() throws IOException, ServletException {
		return filter(this.tomcat, this.preflight);
	}

	@Benchmark
	public StubResponse tomcatAllowed() throws IOException, ServletException {
		return filter(this.tomcat, this.allowed);
	}

	@Benchmark
	public StubResponse tomcatRejected() throws IOException, ServletException {
		return filter(this.tomcat, this.rejected);
	}

	@Benchmark
	public StubResponse tomcatNoOrigin() throws IOException, ServletException {
		return filter(this.tomcat, this.noOrigin);
	}

	@Benchmark
	public StubResponse jettyPreflight() throws IOException, ServletException {
		return filter(this.jetty, this.preflight);
	}

	@Benchmark
	public StubResponse jettyAllowed() throws IOException, ServletException {
		return filter(this.jetty, this.allowed);
	}

	@Benchmark
	public StubResponse jettyNoOrigin() throws IOException, ServletException {
		return filter(this.jetty, this.noOrigin);
	}

}
