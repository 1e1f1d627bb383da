package io.github.corsstarter.gateway;

import java.net.http.HttpResponse;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.boot.WebApplicationType;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The policies next to the gateway's own {@code globalcors}.
 */
class GlobalCorsTests extends AbstractGatewayTests {

	private static final String LEGACY = "https://legacy.example.com";

	@Override
	RunningGateway start() {
		return RunningGateway.start(WebApplicationType.REACTIVE, this.upstream, "policies", "routes, WebFlux",
				"globalcors");
	}

	@Test
	void originOfGlobalCorsAloneIsRefusedWhereAPolicyGoverns() {
		assertRefused(this.browser.preflight("/orders/1", LEGACY, "POST"));
		assertRefused(this.browser.send("GET", "/orders/1", "Origin", LEGACY));
	}

	@Test
	void navigationGoesThroughWhereAPolicyGoverns() {
		HttpResponse<String> response = this.browser.send("POST", "/orders/1", "Origin", STRANGER, "Sec-Fetch-Mode",
				"navigate");
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(this.upstream.takeRequests()).containsExactly("POST /orders/1");
	}

	@Test
	@Override
	void upstreamKeepsItsSayOnPathsOfNoPolicy() {
		HttpResponse<String> response = this.browser.send("GET", "/partner/1");
		assertThat(Browser.corsHeaders(response)).containsEntry("access-control-allow-origin",
				List.of("*", Upstream.ORIGIN));
	}

	@Test
	void globalCorsDecidesOnPathsOfNoPolicy() {
		HttpResponse<String> preflight = this.browser.preflight("/partner/1", LEGACY, "GET");
		assertThat(preflight.statusCode()).isEqualTo(200);
		assertThat(Browser.corsHeaders(preflight)).containsEntry("access-control-allow-origin", List.of(LEGACY));
		assertThat(this.browser.send("GET", "/partner/1", "Origin", STRANGER).statusCode()).isEqualTo(403);
	}

}
