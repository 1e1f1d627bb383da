package io.github.corsstarter.inspect.servlet;

import java.io.IOException;

import io.github.corsstarter.inspect.InspectedApplication;
import io.github.corsstarter.validation.report.UnsafeCorsPolicyException;
import io.github.corsstarter.web.servlet.PolicyCorsConfigurationSource;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.filter.CorsFilter;

import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Tests for {@link FilterProbe}: only what is exactly Spring's does what Spring's does.
 */
class FilterProbeTests {

	@ParameterizedTest
	@ValueSource(classes = { OwnProcessor.class, OwnFilter.class })
	void filterOfThePoliciesIsAskedUnlessItIsExactlySprings(Class<?> type) {
		assertThatException()
			.isThrownBy(() -> InspectedApplication.startServlet(type, "spring.profiles.active=prod").close())
			.havingRootCause()
			.isInstanceOf(UnsafeCorsPolicyException.class)
			.withMessageContaining("wildcard-with-credentials: corsFilter");
	}

	private static CorsConfiguration anybody() {
		CorsConfiguration anybody = new CorsConfiguration();
		anybody.addAllowedOriginPattern("*");
		anybody.addAllowedMethod("*");
		anybody.setAllowCredentials(true);
		return anybody;
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class OwnProcessor {

		@Bean
		CorsFilter corsFilter(@Qualifier("corsPolicyConfigurationSource") PolicyCorsConfigurationSource policies) {
			CorsFilter filter = new CorsFilter(policies);
			filter.setCorsProcessor(new DefaultCorsProcessor() {

				@Override
				public boolean processRequest(@Nullable CorsConfiguration configuration, HttpServletRequest request,
						HttpServletResponse response) throws IOException {
					return super.processRequest(anybody(), request, response);
				}

			});
			return filter;
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class OwnFilter {

		@Bean
		CorsFilter corsFilter(@Qualifier("corsPolicyConfigurationSource") PolicyCorsConfigurationSource policies) {
			return new CorsFilter(policies) {

				@Override
				protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response,
						FilterChain chain) throws ServletException, IOException {
					if (new DefaultCorsProcessor().processRequest(anybody(), request, response)) {
						super.doFilterInternal(request, response, chain);
					}
				}

			};
		}

	}

}
