package io.github.corsstarter.inspect;

import java.util.Map;

import io.github.corsstarter.validation.report.UnsafeCorsPolicyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.servlet.handler.AbstractHandlerMapping;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * The handler mappings of Spring Boot, which something else than {@code addCorsMappings}
 * configures.
 */
class ProcessedMappingTests {

	private static final String MAPPING = "requestMappingHandlerMapping";

	private static final String ANYBODY = "https://anybody.example";

	@ParameterizedTest
	@ValueSource(strings = { "requestMappingHandlerMapping", "routerFunctionMapping", "resourceHandlerMapping" })
	void unsafeMappingOfServletStackIsFound(String mapping) throws Exception {
		assertFound(InspectedApplication::startServlet, ServletPages.class, mapping);
	}

	@ParameterizedTest
	@ValueSource(strings = { "requestMappingHandlerMapping", "routerFunctionMapping", "resourceHandlerMapping" })
	void unsafeMappingOfReactiveStackIsFound(String mapping) throws Exception {
		assertFound(InspectedApplication::startReactive, ReactivePages.class, mapping);
	}

	@Test
	void unsafeHandlerInAMappingOfServletStackIsFound() throws Exception {
		try (InspectedApplication application = InspectedApplication.startServlet(ServletPages.class,
				"processed=resourceHandlers")) {
			assertThat(application.get("/nothing.txt", ANYBODY)).isEqualTo(ANYBODY);
			assertThat(application.sources()).extracting((source) -> source.name()).contains("resourceHandlerMapping");
			assertThat(application.violations())
				.anyMatch((violation) -> violation.startsWith("wildcard-with-credentials"));
		}
	}

	@Test
	void whatABeanSetsOnItsMappingOfServletStackIsFound() throws Exception {
		assertFoundInPlace(InspectedApplication::startServlet, ServletInPlace.class, "injection", "start");
	}

	@Test
	void whatABeanSetsOnItsMappingOfReactiveStackIsFound() throws Exception {
		assertFoundInPlace(InspectedApplication::startReactive, ReactiveInPlace.class, "injection", "start");
	}

	@Test
	void whatAMethodSetsThatMakesABeanOfSpringsIsFound() throws Exception {
		assertFoundInPlace(InspectedApplication::startReactive, ReactiveRoutes.class, "injection");
	}

	private static void assertFoundInPlace(Start start, Class<?> type, String... moments) throws Exception {
		for (String when : moments) {
			try (InspectedApplication application = start.start(type, "in-place=" + when)) {
				assertThat(application.get("/open", ANYBODY)).isEqualTo(ANYBODY);
				assertThat(application.otherSources()).extracting((source) -> source.name()).containsExactly(MAPPING);
				assertThat(application.violations())
					.anyMatch((violation) -> violation.startsWith("wildcard-with-credentials warn"));
			}
		}
		try (InspectedApplication application = start.start(type, "in-place=never")) {
			assertThat(application.sources()).isEmpty();
		}
	}

	private static void assertFound(Start start, Class<?> type, String mapping) throws Exception {
		try (InspectedApplication application = start.start(type, "processed=" + mapping)) {
			assertThat(application.get(path(mapping), ANYBODY)).isEqualTo(ANYBODY);
			assertThat(application.sources()).extracting((source) -> source.name()).containsExactly(mapping);
		}
		assertThatException()
			.isThrownBy(() -> start.start(type, "processed=" + mapping, "spring.profiles.active=prod").close())
			.havingRootCause()
			.isInstanceOf(UnsafeCorsPolicyException.class)
			.withMessageContaining("wildcard-with-credentials: ");
		try (InspectedApplication application = start.start(type, "processed=none")) {
			assertThat(application.sources()).isEmpty();
		}
	}

	private static String path(String mapping) {
		return switch (mapping) {
			case "routerFunctionMapping" -> "/routed";
			case "resourceHandlerMapping" -> "/nothing.txt";
			default -> "/open";
		};
	}

	private static CorsConfiguration anybody() {
		CorsConfiguration any = new CorsConfiguration();
		any.addAllowedOriginPattern("*");
		any.setAllowCredentials(true);
		return any;
	}

	private static ApplicationRunner changing(Runnable change, Environment environment) {
		String when = environment.getProperty("in-place");
		if ("injection".equals(when)) {
			change.run();
		}
		return (arguments) -> {
			if ("start".equals(when)) {
				change.run();
			}
		};
	}

	@FunctionalInterface
	private interface Start {

		InspectedApplication start(Class<?> type, String... properties);

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@RestController
	static class Pages {

		@GetMapping("/open")
		String page() {
			return "Hello";
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ServletPages extends Pages {

		@Bean
		RouterFunction<ServerResponse> routes() {
			return RouterFunctions.route().GET("/routed", (request) -> ServerResponse.ok().build()).build();
		}

		@Bean
		static BeanPostProcessor processor(Environment environment) {
			return new BeanPostProcessor() {

				@Override
				public Object postProcessBeforeInitialization(Object bean, String name) {
					if (name.equals(environment.getProperty("processed"))) {
						((AbstractHandlerMapping) bean).setCorsConfigurations(Map.of("/**", anybody()));
					}
					if (name.equals("resourceHandlerMapping")
							&& "resourceHandlers".equals(environment.getProperty("processed"))) {
						((SimpleUrlHandlerMapping) bean).getUrlMap()
							.values()
							.forEach((handler) -> ((ResourceHttpRequestHandler) handler)
								.setCorsConfiguration(anybody()));
					}
					return bean;
				}

			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ReactivePages extends Pages {

		@Bean
		org.springframework.web.reactive.function.server.RouterFunction<?> routes() {
			return org.springframework.web.reactive.function.server.RouterFunctions.route()
				.GET("/routed",
						(request) -> org.springframework.web.reactive.function.server.ServerResponse.ok().build())
				.build();
		}

		@Bean
		static BeanPostProcessor processor(Environment environment) {
			return new BeanPostProcessor() {

				@Override
				public Object postProcessBeforeInitialization(Object bean, String name) {
					if (name.equals(environment.getProperty("processed"))) {
						((org.springframework.web.reactive.handler.AbstractHandlerMapping) bean)
							.setCorsConfigurations(Map.of("/**", anybody()));
					}
					return bean;
				}

			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ServletInPlace extends Pages {

		@Bean
		ApplicationRunner inPlace(@Qualifier(MAPPING) RequestMappingHandlerMapping mapping, Environment environment) {
			Runnable change = () -> mapping.setCorsConfigurations(Map.of("/**", anybody()));
			return changing(change, environment);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ReactiveInPlace extends Pages {

		@Bean
		ApplicationRunner inPlace(
				@Qualifier(MAPPING) org.springframework.web.reactive.handler.AbstractHandlerMapping mapping,
				Environment environment) {
			Runnable change = () -> mapping.setCorsConfigurations(Map.of("/**", anybody()));
			return changing(change, environment);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ReactiveRoutes extends Pages {

		@Bean
		static org.springframework.web.reactive.function.server.RouterFunction<?> routes(
				@Qualifier(MAPPING) org.springframework.web.reactive.handler.AbstractHandlerMapping mapping,
				Environment environment) {
			changing(() -> mapping.setCorsConfigurations(Map.of("/**", anybody())), environment);
			return org.springframework.web.reactive.function.server.RouterFunctions.route()
				.GET("/routed",
						(request) -> org.springframework.web.reactive.function.server.ServerResponse.ok().build())
				.build();
		}

	}

}
