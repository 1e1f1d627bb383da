package io.github.corsstarter.inspect.servlet;

import java.io.IOException;

import io.github.corsstarter.inspect.UnsafeConfiguration;
import io.github.corsstarter.web.servlet.PolicyCorsConfigurationSource;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.filter.CorsFilter;

/**
 * Tests for {@link FilterProbe}: only what is exactly Spring's does what Spring's does.
 */
class FilterProbeTests {

	@ParameterizedTest
	@ValueSource(classes = { OwnProcessor.class, OwnFilter.class })
	void filterOfThePoliciesIsAskedUnlessItIsExactlySprings(Class<?> type) {
		UnsafeConfiguration.assertStopsProduction(WebApplicationType.SERVLET, type,
				"wildcard-with-credentials: corsFilter");
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
					return super.processRequest(UnsafeConfiguration.anybody(), request, response);
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
					if (new DefaultCorsProcessor().processRequest(UnsafeConfiguration.anybody(), request, response)) {
						super.doFilterInternal(request, response, chain);
					}
				}

			};
		}

	}

}
