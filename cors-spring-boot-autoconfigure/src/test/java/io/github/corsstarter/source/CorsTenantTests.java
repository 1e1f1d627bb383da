package io.github.corsstarter.source;

import java.util.Objects;

import io.github.corsstarter.autoconfigure.CorsAutoConfiguration;
import io.github.corsstarter.web.reactive.CorsPolicyWebFilter;
import jakarta.servlet.Filter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.server.MockServerWebExchange;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CorsTenant} and {@link ReactiveCorsTenant}.
 */
class CorsTenantTests {

	private static final String[] PROPERTIES = { "cors.allowed-origins=https://www.service.example",
			"cors.origin-source=customers", "cors.origin-sources.customers.tenant=host" };

	private static Filter filter(ApplicationContext context) {
		return Objects.requireNonNull(context.getBean(FilterRegistrationBean.class).getFilter());
	}

	private static OriginSource customers() {
		return (sink) -> sink.add("a.service.example", "https://a.example");
	}

	@ParameterizedTest
	@CsvSource({ "https://a.example,a.service.example", "https://www.service.example,a.service.example",
			"https://stranger.example,a.service.example", "null,a.service.example", "," })
	void tenantIsKnownWhereAnOriginWasChecked(@Nullable String origin, @Nullable String tenant) {
		new WebApplicationContextRunner().withConfiguration(AutoConfigurations.of(CorsAutoConfiguration.class))
			.withBean("customers", OriginSource.class, CorsTenantTests::customers)
			.withPropertyValues(PROPERTIES)
			.run((context) -> {
				MockHttpServletRequest request = new MockHttpServletRequest("GET", "/x");
				request.setServerName("A.Service.example");
				if (origin != null) {
					request.addHeader("Origin", origin);
				}
				filter(context).doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
				assertThat(CorsTenant.of(request)).isEqualTo(tenant);
			});
		new ReactiveWebApplicationContextRunner().withConfiguration(AutoConfigurations.of(CorsAutoConfiguration.class))
			.withBean("customers", OriginSource.class, CorsTenantTests::customers)
			.withPropertyValues(PROPERTIES)
			.run((context) -> {
				MockServerHttpRequest.BaseBuilder<?> request = MockServerHttpRequest.get("http://A.Service.example/x");
				MockServerWebExchange exchange = MockServerWebExchange
					.from((origin != null) ? request.header("Origin", origin) : request);
				context.getBean(CorsPolicyWebFilter.class).filter(exchange, (next) -> Mono.empty()).block();
				assertThat(ReactiveCorsTenant.of(exchange)).isEqualTo(tenant);
			});
	}

	@Test
	void requestOfTheOwnOriginIsNobodysTenant() {
		new WebApplicationContextRunner().withConfiguration(AutoConfigurations.of(CorsAutoConfiguration.class))
			.withBean("customers", OriginSource.class, CorsTenantTests::customers)
			.withPropertyValues(PROPERTIES)
			.run((context) -> {
				MockHttpServletRequest request = new MockHttpServletRequest("GET", "/x");
				request.setServerName("a.service.example");
				request.addHeader("Origin", "http://a.service.example");
				filter(context).doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
				assertThat(CorsTenant.of(request)).isNull();
			});
	}

}
