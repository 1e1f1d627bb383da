package io.github.corsstarter.deployment;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * A functional route and GraphQL on WebFlux.
 */
@Configuration(proxyBeanMethods = false)
@Import(GreetingController.class)
class FluxPaths {

	@Bean
	RouterFunction<ServerResponse> route() {
		return RouterFunctions.route()
			.GET("/functional/route", (request) -> ServerResponse.ok().bodyValue("ok"))
			.build();
	}

}
