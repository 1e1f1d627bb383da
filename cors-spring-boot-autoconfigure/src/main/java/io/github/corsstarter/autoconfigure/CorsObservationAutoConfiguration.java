package io.github.corsstarter.autoconfigure;

import java.util.function.BiConsumer;

import io.github.corsstarter.metrics.ReactiveCorsObservation;
import io.github.corsstarter.metrics.ServletCorsObservation;
import io.github.corsstarter.policy.CorsDecision;
import io.micrometer.observation.ObservationRegistry;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.server.ServerWebExchange;

/**
 * {@link EnableAutoConfiguration Auto-configuration} that has decisions added to the
 * server's observations of requests.
 */
@AutoConfiguration(
		afterName = { "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration",
				// Until Spring Boot 4.0
				"org.springframework.boot.actuate.autoconfigure.observation.ObservationAutoConfiguration" })
@ConditionalOnClass(ObservationRegistry.class)
@ConditionalOnBean(ObservationRegistry.class)
public final class CorsObservationAutoConfiguration {

	/**
	 * Observations of the servlet stack.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
	static class Servlet {

		@Bean(defaultCandidate = false)
		BiConsumer<HttpServletRequest, CorsDecision> corsPolicyObservation() {
			return new ServletCorsObservation();
		}

	}

	/**
	 * Observations of the reactive stack.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
	static class Reactive {

		@Bean(defaultCandidate = false)
		BiConsumer<ServerWebExchange, CorsDecision> corsPolicyObservation() {
			return new ReactiveCorsObservation();
		}

	}

}
