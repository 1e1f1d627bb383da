package io.github.corsstarter.deployment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.corsstarter.wire.RawReply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The packaged sample application as it runs in production, behind a proxy that
 * terminates TLS, with and without forwarded headers on either side.
 * {@link ReverseProxyTests} has the other combinations of servers and strategies.
 */
@TestInstance(Lifecycle.PER_CLASS)
@Needs(Program.NGINX)
class SampleBehindProxyIT {

	/**
	 * What the sample's profile {@code prod} allows.
	 */
	private static final String PAGE = "https://bookshop.example.com";

	private static final String STRANGER = "https://stranger.example";

	private final List<SampleApplication> samples = new ArrayList<>();

	private final List<ProxiedSite> sites = new ArrayList<>();

	private final Nginx nginx;

	SampleBehindProxyIT(@TempDir Path directory) {
		Map<ProxiedSite, SampleApplication> starting = new LinkedHashMap<>();
		try {
			start(Server.MVC_TOMCAT, "framework", starting);
			start(Server.WEBFLUX_NETTY, "none", starting);
			this.nginx = Nginx.start(directory, starting.entrySet()
				.stream()
				.map((site) -> new Nginx.Site(site.getKey().host(), site.getValue().port(), site.getKey().directives()))
				.toList());
			this.sites.addAll(starting.keySet());
		}
		catch (RuntimeException ex) {
			this.samples.forEach(SampleApplication::close);
			throw ex;
		}
	}

	private void start(Server server, String strategy, Map<ProxiedSite, SampleApplication> starting) {
		SampleApplication sample = SampleApplication.start(server.isServlet() ? "prod" : "prod,reactive",
				"--server.forward-headers-strategy=" + strategy);
		this.samples.add(sample);
		for (Forwarding forwarding : List.of(Forwarding.NOTHING, Forwarding.DOCUMENTED)) {
			starting.put(new ProxiedSite(server, strategy, forwarding, true), sample);
		}
	}

	@AfterAll
	void stop() {
		this.nginx.close();
		this.samples.forEach(SampleApplication::close);
	}

	Stream<ProxiedSite> sites() {
		return this.sites.stream();
	}

	Stream<ProxiedSite> sitesThatTellOrigin() {
		return sites().filter(ProxiedSite::tellsOrigin);
	}

	@ParameterizedTest
	@MethodSource("sites")
	void postOfTheSameOriginIsNeverRejected(ProxiedSite site) {
		RawReply reply = post(site, "Own", "Origin: " + own(site), "Sec-Fetch-Site: same-origin");
		assertThat(reply.status()).as(reply::toString).isEqualTo(201);
		assertThat(reply.header("Access-Control-Allow-Origin")).containsExactly(own(site));
		assertThat(books(site)).contains("Own");
	}

	@ParameterizedTest
	@MethodSource("sitesThatTellOrigin")
	void postOfTheSameOriginIsNotRejectedFromBrowsersWithoutFetchMetadata(ProxiedSite site) {
		RawReply reply = post(site, "Old", "Origin: " + own(site));
		assertThat(reply.status()).as(reply::toString).isEqualTo(201);
	}

	@ParameterizedTest
	@MethodSource("sites")
	void methodThatThePolicyDoesNotListIsThereForTheSameOrigin(ProxiedSite site) {
		RawReply reply = this.nginx.sendWithBody("{\"price\": 12.5}", "PATCH /api/books/1", "Host: " + site.host(),
				"Content-Type: application/json", "Origin: " + own(site), "Sec-Fetch-Site: same-origin");
		assertThat(reply.status()).as(reply::toString).isEqualTo(200);
	}

	@ParameterizedTest
	@MethodSource("sites")
	void postOfStrangerIsRejected(ProxiedSite site) {
		assertRejected(site, post(site, "Never stored", "Origin: " + STRANGER));
		assertRejected(site, post(site, "Never stored", "Origin: " + STRANGER, "Sec-Fetch-Site: cross-site"));
		assertRejected(site, post(site, "Never stored", "Origin: http://" + site.host(), "Sec-Fetch-Site: cross-site"));
		assertRejected(site,
				post(site, "Never stored", "Origin: https://other." + site.host(), "Sec-Fetch-Site: same-site"));
	}

	@ParameterizedTest
	@MethodSource("sites")
	void postOfAllowedOriginIsReadable(ProxiedSite site) {
		RawReply reply = post(site, "Allowed", "Origin: " + PAGE, "Sec-Fetch-Site: same-site");
		assertThat(reply.status()).as(reply::toString).isEqualTo(201);
		assertThat(reply.corsHeaders()).containsExactly("Access-Control-Allow-Credentials: true",
				"Access-Control-Allow-Origin: " + PAGE, "Access-Control-Expose-Headers: Location, X-Total-Count");
	}

	private RawReply post(ProxiedSite site, String title, String... headers) {
		List<String> lines = new ArrayList<>(List.of("Host: " + site.host(), "Content-Type: application/json"));
		lines.addAll(List.of(headers));
		return this.nginx.sendWithBody(
				"{\"title\": \"%s\", \"author\": \"Ted Nelson\", \"price\": 20}".formatted(title), "POST /api/books",
				lines.toArray(String[]::new));
	}

	private String books(ProxiedSite site) {
		return this.nginx.send("GET /api/books", "Host: " + site.host()).body();
	}

	private static String own(ProxiedSite site) {
		return "https://" + site.host();
	}

	private void assertRejected(ProxiedSite site, RawReply reply) {
		assertThat(reply.status()).isEqualTo(403);
		assertThat(reply.body()).contains("Invalid CORS request");
		assertThat(reply.corsHeaders()).isEmpty();
		assertThat(books(site)).doesNotContain("Never stored");
	}

}
