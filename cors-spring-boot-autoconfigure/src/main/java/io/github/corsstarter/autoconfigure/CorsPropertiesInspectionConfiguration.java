package io.github.corsstarter.autoconfigure;

import io.github.corsstarter.inspect.GatewayInspector;
import io.github.corsstarter.inspect.GraphQlInspector;
import io.github.corsstarter.inspect.ManagementInspector;

import org.springframework.boot.actuate.autoconfigure.endpoint.web.CorsEndpointProperties;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * The readers of CORS configuration in the properties of others, whatever the stack.
 */
@Configuration(proxyBeanMethods = false)
class CorsPropertiesInspectionConfiguration {

	private static String servletPath(Environment environment) {
		return environment.getProperty("spring.mvc.servlet.path", "").replaceFirst("/+$", "");
	}

	/**
	 * The actuator.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(CorsEndpointProperties.class)
	static class Management {

		@Bean
		ManagementInspector corsManagementInspector(Environment environment) {
			return new ManagementInspector(environment, servletPath(environment));
		}

	}

	/**
	 * Spring for GraphQL.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(name = "org.springframework.graphql.server.WebGraphQlHandler")
	static class GraphQl {

		@Bean
		GraphQlInspector corsGraphQlInspector(Environment environment) {
			return new GraphQlInspector(environment, servletPath(environment));
		}

	}

	/**
	 * The reactive one of Spring Cloud's gateways; the other has no CORS support.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(name = "org.springframework.cloud.gateway.config.GlobalCorsProperties")
	static class Gateway {

		@Bean
		GatewayInspector corsGatewayInspector(Environment environment) {
			return new GatewayInspector(environment);
		}

	}

}
