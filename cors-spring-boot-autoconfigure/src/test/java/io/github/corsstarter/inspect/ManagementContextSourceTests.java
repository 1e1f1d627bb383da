package io.github.corsstarter.inspect;

import java.util.Map;

import io.github.corsstarter.actuate.CorsSourceDescriptor;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;

import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;
import org.springframework.web.server.WebHandler;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for CORS configuration in the context of an actuator that has a port of its own.
 */
@ExtendWith(OutputCaptureExtension.class)
class ManagementContextSourceTests {

	private static final String NOBODY = "https://cors-question-7f3a.invalid";

	/** With several servers on the class path, each offers the context. */
	private static final String ONE_SERVER = "spring.autoconfigure.exclude="
			+ "org.springframework.boot.tomcat.autoconfigure.actuate.web.server."
			+ "TomcatReactiveManagementContextAutoConfiguration";

	@ParameterizedTest
	@CsvSource({ "filter,managementCors", "mapping,managementMapping" })
	void inlineSourceOfTheActuatorsServletContextIsAskedAndAnError(String kind, String name, CapturedOutput output)
			throws Exception {
		try (InspectedApplication application = InspectedApplication.startServlet(Application.class,
				"spring.profiles.active=prod", "management.server.port=0", "test.management-cors=" + kind)) {
			assertThatSourceIsAnError(application, name, output);
		}
	}

	@ParameterizedTest
	@CsvSource({ "filter,managementCors", "chain,managementChain", "mapping,managementMapping" })
	void inlineSourceOfTheActuatorsReactiveContextIsAskedAndAnError(String kind, String name, CapturedOutput output)
			throws Exception {
		try (InspectedApplication application = InspectedApplication.startReactive(Application.class, ONE_SERVER,
				"spring.profiles.active=prod", "management.server.port=0", "test.management-cors=" + kind)) {
			assertThatSourceIsAnError(application, name, output);
		}
	}

	private static void assertThatSourceIsAnError(InspectedApplication application, String name,
			CapturedOutput output) {
		assertThat(output.getOut().lines().filter((line) -> line.contains("ERROR"))).singleElement()
			.asString()
			.contains("too late", "wildcard-with-credentials: " + name, "bean '" + name + "'", NOBODY);
		assertThat(application.otherSources()).singleElement().satisfies((source) -> {
			assertThat(source.name()).isEqualTo(name);
			assertThat(source.asked()).isTrue();
			assertThat(source.effect()).isEqualTo("active");
		});
	}

	@ParameterizedTest
	@CsvSource({ "filter,managementCors,shadowed", "ahead,aheadCors,ahead" })
	void filterOfTheActuatorsServletContextStandsNextToThePolicies(String kind, String name, String effect,
			CapturedOutput output) throws Exception {
		try (InspectedApplication application = InspectedApplication.startServlet(Application.class,
				"spring.profiles.active=prod", "management.server.port=0", "test.management-cors=" + kind,
				"cors.policies.operations.paths=/actuator/**")) {
			assertThatSourceStands(application, name, effect, output);
		}
	}

	@ParameterizedTest
	@CsvSource({ "filter,managementCors,shadowed", "ahead,aheadCors,ahead" })
	void filterOfTheActuatorsReactiveContextStandsNextToThePolicies(String kind, String name, String effect,
			CapturedOutput output) throws Exception {
		try (InspectedApplication application = InspectedApplication.startReactive(Application.class, ONE_SERVER,
				"spring.profiles.active=prod", "management.server.port=0", "test.management-cors=" + kind,
				"cors.policies.operations.paths=/actuator/**")) {
			assertThatSourceStands(application, name, effect, output);
		}
	}

	/** No policy governs any other path there. */
	private static void assertThatSourceStands(InspectedApplication application, String name, String effect,
			CapturedOutput output) {
		assertThat(application.otherSources()).singleElement().satisfies((source) -> {
			assertThat(source.name()).isEqualTo(name);
			assertThat(source.paths()).containsExactly("/actuator/**");
			assertThat(source.effect()).isEqualTo(effect);
		});
		assertThat(output.getOut().contains("policy-bypassed: " + name)).isEqualTo(effect.equals("ahead"));
	}

	@Test
	void filterOfTheActuatorsReactiveContextIsAskedForItsFunctionalRoutes(CapturedOutput output) {
		try (InspectedApplication application = InspectedApplication.startReactive(Application.class, ONE_SERVER,
				"spring.profiles.active=prod", "management.server.port=0", "test.management-cors=routes")) {
			assertThat(output).contains("wildcard-with-credentials: managementCors", "/operations/sample");
			assertThat(application.otherSources()).singleElement()
				.extracting(CorsSourceDescriptor::paths)
				.asInstanceOf(InstanceOfAssertFactories.LIST)
				.containsExactly("/operations/{id}");
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

	/**
	 * Is part of every actuator that has a port of its own where the property says so.
	 */
	@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
	static class ServletManagementCors {

		@Bean
		@ConditionalOnProperty(name = "test.management-cors", havingValue = "filter")
		CorsFilter managementCors() {
			return new CorsFilter((request) -> UnsafeConfiguration.anybody());
		}

		@Bean
		@ConditionalOnProperty(name = "test.management-cors", havingValue = "ahead")
		FilterRegistrationBean<CorsFilter> aheadCors() {
			FilterRegistrationBean<CorsFilter> filter = new FilterRegistrationBean<>(
					new CorsFilter((request) -> UnsafeConfiguration.anybody()));
			filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
			return filter;
		}

		@Bean
		@ConditionalOnProperty(name = "test.management-cors", havingValue = "mapping")
		ServletMapping managementMapping() {
			HttpRequestHandler handler = (request, response) -> response.setStatus(204);
			ServletMapping mapping = new ServletMapping();
			mapping.setUrlMap(Map.of("/operations", handler));
			mapping.setOrder(0);
			mapping.setCorsConfigurationSource((request) -> UnsafeConfiguration.anybody());
			return mapping;
		}

	}

	static class ServletMapping extends org.springframework.web.servlet.handler.SimpleUrlHandlerMapping {

	}

	/**
	 * The same on the reactive stack.
	 */
	@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
	static class ReactiveManagementCors {

		@Bean
		@ConditionalOnProperty(name = "test.management-cors", havingValue = "filter")
		CorsWebFilter managementCors() {
			return new CorsWebFilter((exchange) -> UnsafeConfiguration.anybody());
		}

		@Bean
		@Order(Ordered.HIGHEST_PRECEDENCE)
		@ConditionalOnProperty(name = "test.management-cors", havingValue = "ahead")
		CorsWebFilter aheadCors() {
			return new CorsWebFilter((exchange) -> UnsafeConfiguration.anybody());
		}

		@Bean
		@ConditionalOnProperty(name = "test.management-cors", havingValue = "chain")
		SecurityWebFilterChain managementChain() {
			return ServerHttpSecurity.http()
				.cors((cors) -> cors.configurationSource((exchange) -> UnsafeConfiguration.anybody()))
				.build();
		}

		@Bean
		@ConditionalOnProperty(name = "test.management-cors", havingValue = "mapping")
		HandlerMapping managementMapping() {
			WebHandler handler = (exchange) -> Mono.empty();
			SimpleUrlHandlerMapping mapping = new SimpleUrlHandlerMapping(Map.of("/operations", handler), 0);
			mapping.setCorsConfigurationSource((exchange) -> UnsafeConfiguration.anybody());
			return mapping;
		}

	}

	/**
	 * A functional route, and a filter for it alone.
	 */
	@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
	@ConditionalOnProperty(name = "test.management-cors", havingValue = "routes")
	static class ReactiveManagementRoutes {

		@Bean
		RouterFunction<ServerResponse> operations() {
			return RouterFunctions.route().PUT("/operations/{id}", (request) -> ServerResponse.ok().build()).build();
		}

		@Bean
		@Order(Ordered.LOWEST_PRECEDENCE)
		CorsWebFilter managementCors() {
			return new CorsWebFilter((exchange) -> exchange.getRequest().getPath().value().startsWith("/operations")
					? UnsafeConfiguration.anybody() : null);
		}

	}

}
