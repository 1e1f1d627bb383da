package io.github.corsstarter.autoconfigure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;

import io.github.corsstarter.report.CorsReport;
import io.github.corsstarter.wire.HttpHeader;
import io.github.corsstarter.wire.RawHttpClient;
import io.github.corsstarter.wire.RawHttpResponse;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requests to annotations, mappings, a filter ahead of all others, an enforced policy and
 * nothing, recorded with and without a policy that only reports about all of them.
 */
class ReportOnlyRecordingTests {

	private static final String APP = "https://app.example.com";

	private static final String OLD = "https://old.example.com";

	private static final List<String> PATHS = List.of("/annotated", "/mapped/x", "/filtered/x", "/enforced/x", "/none",
			"/later", "/broken", "/mapped/broken", "/missing", "/later-broken");

	@ParameterizedTest
	@ValueSource(classes = { Servlets.class, Reactive.class })
	void everyAnswerIsTheSameByteForByteAndReportedOnce(Class<?> application) throws Exception {
		Map<String, RawHttpResponse> without = new LinkedHashMap<>();
		try (ConfigurableApplicationContext running = start(application)) {
			record(running, without);
		}
		Map<String, RawHttpResponse> with = new LinkedHashMap<>();
		try (ConfigurableApplicationContext running = start(application, "--cors.policies.next.enforcement=report-only",
				"--cors.policies.next.paths=/**", "--cors.policies.next.allowed-origins=" + APP)) {
			record(running, with);
			CorsReport report = (CorsReport) running.getBean("corsReport", OnDemand.class).get();
			Awaitility.await().untilAsserted(() -> assertThat(total(report)).isEqualTo(PATHS.size() * 6L));
			assertThat(entry(report, "/later", OLD, "actual")).containsEntry("change", "would-break");
			assertThat(entry(report, "/later-broken", OLD, "actual")).containsEntry("today", "readable");
			assertThat(entry(report, "/filtered/x", OLD, "preflight")).containsEntry("change", "would-break");
			assertThat(entry(report, "/mapped/broken", OLD, "actual")).containsEntry("change", "would-break");
			assertThat(entry(report, "/enforced/x", OLD, "actual")).containsEntry("change", "would-break");
			assertThat(entry(report, "/broken", OLD, "actual")).containsEntry("change", "same");
			assertThat(entry(report, "/none", OLD, "actual")).containsEntry("change", "would-stop");
		}
		assertThat(without).hasSize(PATHS.size() * 8);
		with.forEach((request, answer) -> assertThat(answer).as(request).isEqualTo(without.get(request)));
	}

	private static void record(ConfigurableApplicationContext application, Map<String, RawHttpResponse> answers)
			throws IOException {
		RawHttpClient client = new RawHttpClient(
				application.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
		for (String path : PATHS) {
			for (String origin : List.of(APP, OLD, "null")) {
				answers.put("preflight " + path + " " + origin,
						send(client, "OPTIONS", path, new HttpHeader("Origin", origin),
								new HttpHeader("Access-Control-Request-Method", "GET"),
								new HttpHeader("Access-Control-Request-Headers", "x-a")));
				answers.put("actual " + path + " " + origin,
						send(client, "GET", path, new HttpHeader("Origin", origin)));
			}
			answers.put("own " + path, send(client, "GET", path, new HttpHeader("Origin", "http://localhost")));
			answers.put("without " + path, send(client, "GET", path));
		}
	}

	private static RawHttpResponse send(RawHttpClient client, String method, String path, HttpHeader... headers)
			throws IOException {
		List<HttpHeader> all = new ArrayList<>(List.of(new HttpHeader("Host", "localhost")));
		all.addAll(List.of(headers));
		RawHttpResponse response = client.send(method, path, all);
		return new RawHttpResponse(response.status(), response.headers()
			.stream()
			.filter((header) -> !header.is("Date")
					// A time may end in a zero, which is left out
					&& !(header.is("Content-Length") && response.body().contains("\"timestamp\"")))
			.toList(), response.body().replaceAll("\"(timestamp|requestId)\":\"[^\"]*\"", ""));
	}

	private static long total(CorsReport report) {
		return totals(report).values().stream().mapToLong((total) -> (long) total).sum();
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> totals(CorsReport report) {
		return (Map<String, Object>) Objects.requireNonNull(policy(report).get("totals"));
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> policy(CorsReport report) {
		return ((List<Map<String, Object>>) Objects.requireNonNull(report.toMembers().get("policies"))).get(0);
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> entry(CorsReport report, String path, String origin, String type) {
		return ((List<Map<String, Object>>) Objects.requireNonNull(policy(report).get("entries"))).stream()
			.filter((entry) -> path.equals(entry.get("path")) && origin.equals(entry.get("origin"))
					&& type.equals(entry.get("type")))
			.findFirst()
			.orElseThrow(() -> new AssertionError(path));
	}

	private static ConfigurableApplicationContext start(Class<?> application, String... properties) {
		WebApplicationType type = (application == Servlets.class) ? WebApplicationType.SERVLET
				: WebApplicationType.REACTIVE;
		List<String> all = new ArrayList<>(List.of("--server.port=0", "--cors.policies.api.paths=/enforced/**",
				"--cors.policies.api.allowed-origins=" + APP + "," + OLD));
		all.addAll(List.of(properties));
		return new SpringApplicationBuilder(application).web(type)
			.bannerMode(Banner.Mode.OFF)
			.run(all.toArray(String[]::new));
	}

	private static CorsConfiguration filtered() {
		CorsConfiguration configuration = new CorsConfiguration();
		configuration.addAllowedOrigin(OLD);
		configuration.addAllowedHeader("*");
		return configuration;
	}

	@RestController
	static class PathController {

		@CrossOrigin({ APP, OLD })
		@GetMapping("/annotated")
		String annotated() {
			return "annotated";
		}

		@GetMapping({ "/mapped/x", "/filtered/x", "/enforced/x", "/none" })
		String plain() {
			return "plain";
		}

		@PostMapping("/none")
		String order() {
			return "ordered";
		}

		@GetMapping({ "/broken", "/mapped/broken" })
		String broken() {
			throw new IllegalStateException("broken");
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Servlets extends PathController {

		@CrossOrigin({ APP, OLD })
		@GetMapping("/later")
		Callable<String> later() {
			return () -> "later";
		}

		@CrossOrigin({ APP, OLD })
		@GetMapping("/later-broken")
		Callable<String> laterBroken() {
			return () -> {
				throw new IllegalStateException("broken later");
			};
		}

		@Bean
		WebMvcConfigurer mappings() {
			return new WebMvcConfigurer() {

				@Override
				public void addCorsMappings(CorsRegistry registry) {
					registry.addMapping("/mapped/**").allowedOrigins(OLD);
				}

			};
		}

		@Bean
		FilterRegistrationBean<CorsFilter> legacyFilter() {
			FilterRegistrationBean<CorsFilter> registration = new FilterRegistrationBean<>(
					new CorsFilter((request) -> filtered()));
			registration.addUrlPatterns("/filtered/*");
			registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
			return registration;
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Reactive extends PathController {

		@CrossOrigin({ APP, OLD })
		@GetMapping("/later")
		Mono<String> later() {
			return Mono.fromCallable(() -> "later").subscribeOn(Schedulers.boundedElastic());
		}

		@CrossOrigin({ APP, OLD })
		@GetMapping("/later-broken")
		Mono<String> laterBroken() {
			return Mono.<String>error(new IllegalStateException("broken later"))
				.subscribeOn(Schedulers.boundedElastic());
		}

		@Bean
		WebFluxConfigurer mappings() {
			return new WebFluxConfigurer() {

				@Override
				public void addCorsMappings(org.springframework.web.reactive.config.CorsRegistry registry) {
					registry.addMapping("/mapped/**").allowedOrigins(OLD);
				}

			};
		}

		@Bean
		@Order(Ordered.HIGHEST_PRECEDENCE)
		LegacyFilter legacyFilter() {
			return new LegacyFilter();
		}

	}

	/**
	 * A filter for a path of its own.
	 */
	private static final class LegacyFilter implements WebFilter {

		private final CorsWebFilter filter = new CorsWebFilter((exchange) -> filtered());

		@Override
		public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
			return exchange.getRequest().getPath().value().startsWith("/filtered") ? this.filter.filter(exchange, chain)
					: chain.filter(exchange);
		}

	}

}
