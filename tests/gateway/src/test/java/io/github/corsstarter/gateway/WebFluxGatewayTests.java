package io.github.corsstarter.gateway;

import org.springframework.boot.WebApplicationType;

/**
 * Spring Cloud Gateway on WebFlux.
 */
class WebFluxGatewayTests extends AbstractGatewayTests {

	@Override
	RunningGateway start() {
		return RunningGateway.start(WebApplicationType.REACTIVE, this.upstream, "policies", "routes, WebFlux");
	}

}
