package io.github.corsstarter.autoconfigure;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import io.github.corsstarter.comparison.snapshot.CorsSnapshot;
import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

/**
 * What people who run an application see of its policies: traces, the log and the info
 * endpoint, on both stacks.
 */
@ExtendWith(OutputCaptureExtension.class)
class OperationsApplicationTests {

	private static ConfigurableApplicationContext start(WebApplicationType type, String... arguments) {
		return new SpringApplicationBuilder(Application.class).web(type)
			.bannerMode(Banner.Mode.OFF)
			.properties("server.port=0", "spring.jmx.enabled=false", "cors.allowed-origins=https://app.example.com",
					"management.endpoints.web.exposure.include=info")
			.run(arguments);
	}

	private static HttpResponse<String> send(ConfigurableApplicationContext application, String method, String path,
			String... headers) throws Exception {
		String port = application.getEnvironment().getRequiredProperty("local.server.port");
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
			.method(method, HttpRequest.BodyPublishers.noBody());
		if (headers.length > 0) {
			request.headers(headers);
		}
		return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void observationOfACorsRequestHasTheDecision(WebApplicationType type) throws Exception {
		try (ConfigurableApplicationContext application = start(type)) {
			Observed observed = application.getBean(Observed.class);
			send(application, "GET", "/x", "Origin", "https://app.example.com");
			assertThat(observed.next()).contains(entry("cors.policy", "base"), entry("cors.outcome", "allowed"),
					entry("cors.reason", "none"), entry("cors.type", "actual"));
			send(application, "OPTIONS", "/x", "Origin", "https://evil.example.net", "Access-Control-Request-Method",
					"GET");
			assertThat(observed.next()).contains(entry("cors.policy", "base"), entry("cors.outcome", "rejected"),
					entry("cors.reason", "origin-not-allowed"), entry("cors.type", "preflight"));
			send(application, "GET", "/x");
			assertThat(observed.next()).doesNotContainKeys("cors.policy", "cors.outcome", "cors.reason", "cors.type");
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void infoTellsRevisionAndViolations(WebApplicationType type) throws Exception {
		try (ConfigurableApplicationContext application = start(type, "--cors.max-age=7d",
				"--cors.policies.local.paths=/local/**",
				"--cors.policies.local.allowed-origins=http://localhost:5173")) {
			assertThat(send(application, "GET", "/actuator/info").body())
				.containsPattern("\"cors\":\\{\"revision\":\"[0-9a-f]{12}\",\"production\":false,"
						+ "\"violations\":\\{\"error\":0,\"warn\":[1-9]\\d*,\"info\":[1-9]\\d*}}");
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void revisionIsThatOfTheSnapshotWithWhatOnlyReports(WebApplicationType type) throws Exception {
		try (ConfigurableApplicationContext application = start(type,
				"--management.endpoints.web.exposure.include=info,cors", "--cors.policies.trial.paths=/trial/**",
				"--cors.policies.trial.enforcement=report-only")) {
			String snapshot = send(application, "GET", "/actuator/cors/snapshot").body();
			assertThat(snapshot).contains("report-only");
			assertThat(send(application, "GET", "/actuator/info").body())
				.contains("\"revision\":\"" + CorsSnapshot.parse(snapshot).revision() + "\"");
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void infoCanBeSwitchedOff(WebApplicationType type) throws Exception {
		try (ConfigurableApplicationContext application = start(type, "--management.info.cors.enabled=false")) {
			assertThat(send(application, "GET", "/actuator/info").body()).doesNotContain("cors");
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void firstSightingOfARejectionIsOneLine(WebApplicationType type, CapturedOutput output) throws Exception {
		try (ConfigurableApplicationContext application = start(type)) {
			for (int i = 0; i < 3; i++) {
				send(application, "GET", "/x", "Origin", "https://evil.example.net");
			}
			assertThat(output.toString().lines().filter((line) -> line.contains("evil.example.net"))).singleElement()
				.asString()
				.contains("INFO",
						"Rejected GET /x from origin 'https://evil.example.net': origin-not-allowed by policy 'base'");
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void eachRejectionOrNoneCanBeLogged(WebApplicationType type, CapturedOutput output) throws Exception {
		for (String word : List.of("all", "off")) {
			try (ConfigurableApplicationContext application = start(type, "--cors.log-rejections=" + word)) {
				for (int i = 0; i < 3; i++) {
					send(application, "GET", "/x", "Origin", "https://" + word + ".example.net");
				}
			}
		}
		assertThat(output.toString().lines().filter((line) -> line.contains("all.example.net"))).hasSize(3);
		assertThat(output.toString()).doesNotContain("off.example.net");
	}

	/**
	 * An application that observes its requests.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@Bean
		Observed observed() {
			return new Observed();
		}

	}

	/**
	 * Remembers the high-cardinality keys of each request.
	 */
	static class Observed implements ObservationHandler<Observation.Context> {

		private final BlockingQueue<Map<String, String>> requests = new LinkedBlockingQueue<>();

		@Override
		public boolean supportsContext(Observation.Context context) {
			return true;
		}

		@Override
		public void onStop(Observation.Context context) {
			if ("http.server.requests".equals(context.getName())) {
				this.requests.add(context.getHighCardinalityKeyValues()
					.stream()
					.collect(Collectors.toMap(KeyValue::getKey, KeyValue::getValue)));
			}
		}

		Map<String, String> next() throws InterruptedException {
			Map<String, String> request = this.requests.poll(30, TimeUnit.SECONDS);
			assertThat(request).isNotNull();
			return request;
		}

	}

}
