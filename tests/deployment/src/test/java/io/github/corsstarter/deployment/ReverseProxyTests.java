package io.github.corsstarter.deployment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.github.corsstarter.wire.RawReply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Behind a proxy that terminates TLS, whatever it passes on and whatever the application
 * makes of it: requests of the page's own origin go through, those of strangers do not.
 */
@TestInstance(Lifecycle.PER_CLASS)
@Needs(Program.NGINX)
class ReverseProxyTests {

	private static final String APP = "https://app.example.com";

	private final List<Deployment> deployments = new ArrayList<>();

	private final Nginx nginx;

	private final List<ProxiedSite> sites = new ArrayList<>();

	ReverseProxyTests(@TempDir Path directory) {
		List<Nginx.Site> served = new ArrayList<>();
		for (Server server : List.of(Server.MVC_TOMCAT, Server.MVC_JETTY, Server.WEBFLUX_NETTY)) {
			for (String strategy : List.of("none", "native", "framework")) {
				Deployment deployment = Deployment.on(server)
					.application(Application.class)
					.property("server.forward-headers-strategy", strategy)
					.property("cors.allowed-origins", APP)
					.start();
				this.deployments.add(deployment);
				for (Forwarding forwarding : Forwarding.values()) {
					for (boolean standardPort : new boolean[] { true, false }) {
						ProxiedSite site = new ProxiedSite(server, strategy, forwarding, standardPort);
						this.sites.add(site);
						served.add(new Nginx.Site(site.host(), deployment.port(), site.directives()));
					}
				}
			}
		}
		this.nginx = Nginx.start(directory, served);
	}

	@AfterAll
	void stop() {
		this.nginx.close();
		this.deployments.forEach(Deployment::close);
	}

	Stream<ProxiedSite> sites() {
		return this.sites.stream();
	}

	@ParameterizedTest
	@MethodSource("sites")
	void postOfTheSameOriginGoesThrough(ProxiedSite site) {
		RawReply reply = post(site, own(site), "Sec-Fetch-Site: same-origin");
		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.header("Access-Control-Allow-Origin")).containsExactly(own(site));
	}

	/**
	 * Return what strangers may try; the port is of no interest to them.
	 */
	Stream<ProxiedSite> sitesOfStandardPort() {
		return sites().filter(ProxiedSite::standardPort);
	}

	Stream<ProxiedSite> sitesThatTellOrigin() {
		return sites().filter(ProxiedSite::tellsOrigin);
	}

	@ParameterizedTest
	@MethodSource("sitesThatTellOrigin")
	void postOfTheSameOriginGoesThroughFromBrowsersWithoutFetchMetadata(ProxiedSite site) {
		assertThat(post(site, own(site)).status()).isEqualTo(200);
	}

	Stream<ProxiedSite> sitesThatTellNothing() {
		return sites().filter((site) -> site.forwarding() == Forwarding.NOTHING);
	}

	@ParameterizedTest
	@MethodSource("sitesThatTellNothing")
	void withNeitherHostNorFetchMetadataNobodyCanTellTheSameOrigin(ProxiedSite site) {
		assertRefused(post(site, own(site)));
	}

	@ParameterizedTest
	@MethodSource("sitesOfStandardPort")
	void postOfStrangerIsRefused(ProxiedSite site) {
		assertRefused(post(site, "https://stranger.example"));
		assertRefused(post(site, "https://stranger.example", "Sec-Fetch-Site: cross-site"));
		assertRefused(post(site, "null", "Sec-Fetch-Site: cross-site"));
	}

	@ParameterizedTest
	@MethodSource("sitesThatTellOrigin")
	void postOfNeighbourIsRefused(ProxiedSite site) {
		assertRefused(post(site, "http://" + authority(site), "Sec-Fetch-Site: cross-site"));
		assertRefused(post(site, "https://" + site.host() + ":1"));
		assertRefused(post(site, "https://other." + authority(site), "Sec-Fetch-Site: same-site"));
	}

	@ParameterizedTest
	@MethodSource("sitesOfStandardPort")
	void postOfAllowedOriginIsReadable(ProxiedSite site) {
		RawReply reply = post(site, APP, "Sec-Fetch-Site: same-site");
		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.corsHeaders()).containsExactly("Access-Control-Allow-Origin: " + APP);
	}

	@Test
	void documentationPassesOnTheSame() throws IOException {
		assertThat(Files.readString(Path.of("..", "..", "docs", "proxies-and-gateways.md")))
			.contains("proxy_pass http://", String.join("\n    ", Forwarding.DOCUMENTED.directives("$server_port")));
	}

	private RawReply post(ProxiedSite site, String origin, String... headers) {
		List<String> lines = new ArrayList<>(
				List.of("Host: " + authority(site), "Content-Length: 0", "Origin: " + origin));
		lines.addAll(List.of(headers));
		return this.nginx.send("POST /orders", lines.toArray(String[]::new));
	}

	private String own(ProxiedSite site) {
		return "https://" + authority(site);
	}

	private String authority(ProxiedSite site) {
		return site.authority(this.nginx.port());
	}

	private static void assertRefused(RawReply reply) {
		assertThat(reply.status()).isEqualTo(403);
		assertThat(reply.body()).contains("Invalid CORS request");
		assertThat(reply.corsHeaders()).isEmpty();
	}

	@Configuration(proxyBeanMethods = false)
	@Import(Orders.class)
	static class Application {

	}

	@RestController
	static class Orders {

		@PostMapping("/orders")
		String order() {
			return "ordered";
		}

	}

}
