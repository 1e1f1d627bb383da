package io.github.corsstarter.inspect;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.filter.CorsFilter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Where a filter has the order of the policies, what is found is what happens.
 */
class TiedSourceTests {

	private static final String ORIGIN = "https://page.example.com";

	private static final String PATH = "/governed/x";

	/** That of Spring Security. */
	private static final int ORDER = -100;

	@ParameterizedTest
	@ValueSource(classes = { Registered.class, Proxied.class, Plain.class, Chain.class, RegisteredChain.class })
	void effectIsWhatHappensOnServlets(Class<?> type) throws Exception {
		try (InspectedApplication application = InspectedApplication.startServlet(type, "cors.filter.order=" + ORDER)) {
			assertEffect(application);
		}
	}

	@ParameterizedTest
	@ValueSource(classes = { WebFilterBean.class, OrderedWebFilter.class, WebChain.class })
	void effectIsWhatHappensOnWebFlux(Class<?> type) throws Exception {
		try (InspectedApplication application = InspectedApplication.startReactive(type,
				"cors.filter.order=" + ORDER)) {
			assertEffect(application);
		}
	}

	private static void assertEffect(InspectedApplication application) throws Exception {
		boolean first = ORIGIN.equals(application.preflight(PATH, ORIGIN, "GET"));
		assertThat(application.effects()).singleElement()
			.asString()
			.endsWith(first ? " ahead" : " partly-shadowed base");
	}

	private static CorsConfiguration configuration() {
		CorsConfiguration configuration = new CorsConfiguration();
		configuration.setAllowedOrigins(List.of(ORIGIN));
		return configuration;
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@RestController
	static class Pages {

		@GetMapping({ "/open", PATH })
		String page() {
			return "Hello";
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Registered extends Pages {

		@Bean
		FilterRegistrationBean<CorsFilter> tied() {
			FilterRegistrationBean<CorsFilter> registration = new FilterRegistrationBean<>(
					new CorsFilter((request) -> configuration()));
			registration.setOrder(ORDER);
			return registration;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Proxied extends Pages {

		@Bean
		CorsFilter target() {
			return new CorsFilter((request) -> configuration());
		}

		@Bean
		DelegatingFilterProxyRegistrationBean tied() {
			DelegatingFilterProxyRegistrationBean registration = new DelegatingFilterProxyRegistrationBean("target");
			registration.setOrder(ORDER);
			return registration;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Plain extends Pages {

		@Bean
		CorsFilter tied() {
			return new TiedFilter();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableWebSecurity
	static class Chain extends Pages {

		@Bean
		SecurityFilterChain tied(HttpSecurity http) {
			return http.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
				.cors((cors) -> cors.configurationSource((request) -> configuration()))
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class RegisteredChain extends Chain {

		@Bean
		DelegatingFilterProxyRegistrationBean securityFilterChainRegistration() {
			DelegatingFilterProxyRegistrationBean registration = new DelegatingFilterProxyRegistrationBean(
					"springSecurityFilterChain");
			registration.setOrder(ORDER);
			return registration;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class WebFilterBean extends Pages {

		@Bean
		@Order(ORDER)
		CorsWebFilter tied() {
			return new CorsWebFilter((exchange) -> configuration());
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OrderedWebFilter extends Pages {

		@Bean
		CorsWebFilter tied() {
			return new TiedWebFilter();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableWebFluxSecurity
	static class WebChain extends Pages {

		@Bean
		SecurityWebFilterChain tied(ServerHttpSecurity http) {
			return http.authorizeExchange((requests) -> requests.anyExchange().permitAll())
				.cors((cors) -> cors.configurationSource((exchange) -> configuration()))
				.build();
		}

	}

	static final class TiedFilter extends CorsFilter implements Ordered {

		TiedFilter() {
			super((request) -> configuration());
		}

		@Override
		public int getOrder() {
			return ORDER;
		}

	}

	static final class TiedWebFilter extends CorsWebFilter implements Ordered {

		TiedWebFilter() {
			super((exchange) -> configuration());
		}

		@Override
		public int getOrder() {
			return ORDER;
		}

	}

}
