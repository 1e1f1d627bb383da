package io.github.corsstarter.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import io.github.corsstarter.wire.HttpHeader;
import io.github.corsstarter.wire.RawHttpClient;
import io.github.corsstarter.wire.RawHttpResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No tenant's page reads another tenant's answers, over HTTP as it is on the wire.
 */
class TenantIsolationTests {

	private static final String CONFIGURED = "https://www.service.example";

	private static final List<String> ORIGINS = List.of("https://shop.example", "https://www.shop.example",
			"https://shop.example:8443", "https://app.other.example", "https://xn--mnchen-3ya.example",
			"https://third.example");

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void originIsAllowedExactlyIfItIsTheTenantsOrConfigured(WebApplicationType type) throws Exception {
		long seed = System.nanoTime();
		Random random = new Random(seed);
		Map<String, Set<String>> data = data(random);
		try (ConfigurableApplicationContext application = start(type, data)) {
			RawHttpClient client = client(application);
			for (int round = 0; round < Integer.getInteger("cors.test.rounds", 300) / 3; round++) {
				String tenant = (random.nextInt(8) > 0)
						? new ArrayList<>(data.keySet()).get(random.nextInt(data.size())) : "stranger.service.example";
				String origin = (random.nextInt(8) > 0) ? ORIGINS.get(random.nextInt(ORIGINS.size())) : CONFIGURED;
				boolean allowed = origin.equals(CONFIGURED) || data.getOrDefault(tenant, Set.of()).contains(origin);
				boolean byHost = random.nextBoolean();
				String path = byHost ? "/host" : "/path/" + encode(random, tenant) + "/x";
				String host = byHost ? spell(random, tenant) : "stranger.service.example";
				assertThat(isReadable(client, path, host, origin))
					.as("origin %s of tenant %s at %s, host %s, seed %d", origin, tenant, path, host, seed)
					.isEqualTo(allowed);
			}
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void tenantIsThatOfTheHostHoweverItIsSpelled(WebApplicationType type) throws Exception {
		Map<String, Set<String>> data = Map.of("A.service.example", Set.of("https://a.example"), "b.service.example.",
				Set.of("https://b.example"), "b\u00fccher.service.example", Set.of("https://idn.example"), "[::1]",
				Set.of("https://six.example"));
		try (ConfigurableApplicationContext application = start(type, data)) {
			RawHttpClient client = client(application);
			for (String host : List.of("a.service.example", "A.SERVICE.example", "a.service.example:8443",
					"a.service.example.", "A.service.example.:80")) {
				assertThat(isReadable(client, "/host", host, "https://a.example")).as(host).isTrue();
				assertThat(isReadable(client, "/host", host, "https://b.example")).as(host).isFalse();
			}
			assertThat(isReadable(client, "/host", "xn--bcher-kva.service.example", "https://idn.example")).isTrue();
			assertThat(isReadable(client, "/host", "b.service.example", "https://b.example")).isTrue();
			assertThat(isReadable(client, "/host", "[::1]:8080", "https://six.example")).isTrue();
			assertThat(isReadable(client, "/host", "[::1]:8080", "https://b.example")).isFalse();
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void hostOfAnAbsoluteTargetIsTheTenant(WebApplicationType type) throws Exception {
		try (ConfigurableApplicationContext application = start(type, twoTenants())) {
			RawHttpClient client = client(application);
			assertThat(isReadable(client, "http://a.service.example/host", "a.service.example", "https://a.example"))
				.isTrue();
			assertThat(isReadable(client, "http://b.service.example/host", "b.service.example", "https://a.example"))
				.isFalse();
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void forwardedHostIsTheTenantOnlyAfterForwardedHeadersAreEvaluated(WebApplicationType type) throws Exception {
		HttpHeader forwarded = new HttpHeader("X-Forwarded-Host", "a.service.example");
		try (ConfigurableApplicationContext application = start(type, twoTenants())) {
			RawHttpClient client = client(application);
			assertThat(isReadable(client, "/host", "b.service.example", "https://a.example", forwarded)).isFalse();
			assertThat(isReadable(client, "/host", "b.service.example", "https://b.example", forwarded)).isTrue();
		}
		try (ConfigurableApplicationContext application = start(type, twoTenants(),
				"--server.forward-headers-strategy=framework")) {
			RawHttpClient client = client(application);
			assertThat(isReadable(client, "/host", "b.service.example", "https://a.example", forwarded)).isTrue();
			assertThat(isReadable(client, "/host", "b.service.example", "https://b.example", forwarded)).isFalse();
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void everyReadingOfAPathHasToBeTheTenants(WebApplicationType type) throws Exception {
		try (ConfigurableApplicationContext application = start(type, twoTenants())) {
			RawHttpClient client = client(application);
			String host = "stranger.service.example";
			assertThat(isReadable(client, "/path/a.service.example/x", host, "https://a.example")).isTrue();
			assertThat(isReadable(client, "/path/a%2Eservice.example/x", host, "https://a.example")).isTrue();
			assertThat(isReadable(client, "/path/b.service.example/../a.service.example/x", host, "https://a.example"))
				.isFalse();
			assertThat(
					isReadable(client, "/path/a.service.example/..%2Fb.service.example/x", host, "https://a.example"))
				.isFalse();
		}
	}

	private static Map<String, Set<String>> data(Random random) {
		Map<String, Set<String>> data = new TreeMap<>();
		for (int tenant = 0; tenant < 5; tenant++) {
			Set<String> origins = new TreeSet<>(List.of("https://only-" + tenant + ".example"));
			ORIGINS.stream().filter((origin) -> random.nextInt(3) == 0).forEach(origins::add);
			data.put("t" + tenant + ".service.example", origins);
		}
		return data;
	}

	private static Map<String, Set<String>> twoTenants() {
		return Map.of("a.service.example", Set.of("https://a.example"), "b.service.example",
				Set.of("https://b.example"));
	}

	private static String spell(Random random, String host) {
		return switch (random.nextInt(4)) {
			case 0 -> host.toUpperCase(Locale.ROOT);
			case 1 -> host + ":8080";
			case 2 -> host + ".";
			default -> host;
		};
	}

	private static String encode(Random random, String segment) {
		StringBuilder encoded = new StringBuilder();
		for (char c : segment.toCharArray()) {
			encoded.append((random.nextInt(3) == 0) ? "%%%02x".formatted((int) c) : String.valueOf(c));
		}
		return encoded.toString();
	}

	/**
	 * Return whether a page may read, which preflight and actual request have to agree
	 * about.
	 */
	private static boolean isReadable(RawHttpClient client, String target, String host, String origin,
			HttpHeader... more) throws IOException {
		List<HttpHeader> headers = new ArrayList<>(List.of(more));
		headers.add(new HttpHeader("Host", host));
		headers.add(new HttpHeader("Origin", origin));
		RawHttpResponse actual = client.send("GET", target, headers);
		headers.add(new HttpHeader("Access-Control-Request-Method", "GET"));
		RawHttpResponse preflight = client.send("OPTIONS", target, headers);
		boolean readable = actual.values("Access-Control-Allow-Origin").contains(origin);
		assertThat(preflight.values("Access-Control-Allow-Origin").contains(origin)).isEqualTo(readable);
		// Tomcat refuses an encoded slash by itself
		assertThat(List.of(200, 403, 400)).contains(preflight.status(), actual.status());
		assertThat(preflight.status() == 200).isEqualTo(readable);
		assertThat(actual.status() == 200).isEqualTo(readable);
		return readable;
	}

	private static RawHttpClient client(ConfigurableApplicationContext application) {
		return new RawHttpClient(application.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
	}

	private static ConfigurableApplicationContext start(WebApplicationType type, Map<String, Set<String>> data,
			String... more) {
		List<String> arguments = new ArrayList<>(List.of("--server.port=0", "--cors.allowed-origins=" + CONFIGURED,
				"--cors.paths=/host", "--cors.allow-credentials=true", "--cors.origin-source=customers",
				"--cors.origin-sources.customers.tenant=host", "--cors.policies.path.paths=/path/{tenant}/**",
				"--cors.policies.path.origin-source=accounts", "--cors.origin-sources.accounts.tenant=path:tenant"));
		arguments.addAll(List.of(more));
		return new SpringApplicationBuilder(Application.class).web(type)
			.bannerMode(Banner.Mode.OFF)
			.initializers((context) -> context.getBeanFactory().registerSingleton("data", new Data(data)))
			.run(arguments.toArray(String[]::new));
	}

	private record Data(Map<String, Set<String>> origins) {

		void load(OriginSource.Sink sink) {
			this.origins.forEach((tenant, origins) -> origins.forEach((origin) -> sink.add(tenant, origin)));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@RestController
	static class Application {

		@Bean
		OriginSource customers(Data data) {
			return data::load;
		}

		@Bean
		OriginSource accounts(Data data) {
			return data::load;
		}

		@RequestMapping("/**")
		String answer() {
			return "Hello";
		}

	}

}
