package io.github.corsstarter.gateway;

import org.springframework.boot.WebApplicationType;

/**
 * Spring Cloud Gateway on Spring MVC.
 */
class WebMvcGatewayTests extends AbstractGatewayTests {

	@Override
	RunningGateway start() {
		return RunningGateway.start(WebApplicationType.SERVLET, this.upstream, "policies", "routes, Spring MVC");
	}

}
