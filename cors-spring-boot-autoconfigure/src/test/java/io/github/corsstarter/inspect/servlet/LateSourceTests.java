package io.github.corsstarter.inspect.servlet;

import java.lang.reflect.Method;
import java.util.Map;

import io.github.corsstarter.inspect.InspectedApplication;
import io.github.corsstarter.validation.report.UnsafeCorsPolicyException;
import jakarta.servlet.ServletContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * What is configured after the start was judged, and in other contexts.
 */
@ExtendWith(OutputCaptureExtension.class)
class LateSourceTests {

	private static final String CONTROLLER = LateController.class.getName();

	@ParameterizedTest
	@ValueSource(classes = { OnReady.class, InLifecycle.class, SecondServlet.class })
	void isAnErrorInTheLogAndInTheEndpoint(Class<?> type, CapturedOutput output) throws Exception {
		try (InspectedApplication application = InspectedApplication.startServlet(type,
				"spring.profiles.active=prod")) {
			String declaration = CONTROLLER + "#late()";
			assertThat(output.getOut().lines().filter((line) -> line.contains("ERROR"))).singleElement()
				.asString()
				.contains("too late", "wildcard-with-credentials: *", declaration);
			assertThat(application.violations()).contains("wildcard-with-credentials error * at " + declaration);
			String path = (type == SecondServlet.class) ? "/second/late" : "/late";
			assertThat(application.otherSources()).anySatisfy((source) -> {
				assertThat(source.name()).isEqualTo(declaration);
				assertThat(source.paths()).containsExactly(path);
			});
			assertThat(application.get(path, "https://evil.example")).isEqualTo("https://evil.example");
		}
	}

	@ParameterizedTest
	@ValueSource(classes = { GivenMoreOnReady.class, GivenMoreInLifecycle.class })
	void inlineSourceThatIsGivenMoreIsAskedAgain(Class<?> type, CapturedOutput output) throws Exception {
		try (InspectedApplication application = InspectedApplication.startServlet(type,
				"spring.profiles.active=prod")) {
			assertThat(output.getOut().lines().filter((line) -> line.contains("ERROR"))).singleElement()
				.asString()
				.contains("too late", "wildcard-with-credentials: corsFilter", "/partner/");
			assertThat(application.violations())
				.contains("wildcard-with-credentials error corsFilter at bean 'corsFilter'");
		}
	}

	@Test
	void waiverHoldsForItToo(CapturedOutput output) {
		InspectedApplication.startServlet(LateNull.class, "spring.profiles.active=prod",
				"cors.validation.waivers[0].rule=localhost-origin",
				"cors.validation.waivers[0].value=http://localhost:3000", "cors.validation.waivers[0].reason=a view")
			.close();
		assertThat(output).doesNotContain("ERROR");
	}

	@Test
	void servletOfContextThatIsReadyIsJudgedBeforeAPortIsOpen(CapturedOutput output) {
		assertThatException()
			.isThrownBy(() -> InspectedApplication.startServlet(RefreshedServlet.class, "spring.profiles.active=prod")
				.close())
			.havingRootCause()
			.isInstanceOf(UnsafeCorsPolicyException.class)
			.withMessageContaining(CONTROLLER + "#late()");
		assertThat(output).doesNotContain("started on port");
	}

	@Test
	void nothingIsSaidTwice(CapturedOutput output) throws Exception {
		InspectedApplication.startServlet(Unsafe.class).close();
		assertThat(output.getOut().lines().filter((line) -> line.contains("wildcard-with-credentials"))).hasSize(1);
	}

	private static void register(RequestMappingHandlerMapping mapping) {
		Method method = ReflectionUtils.findMethod(LateController.class, "late");
		if (method != null) {
			mapping.registerMapping(RequestMappingInfo.paths("/late").build(), new LateController(), method);
		}
	}

	static class LateController {

		@GetMapping("/late")
		@CrossOrigin(originPatterns = "*", allowCredentials = "true")
		String late() {
			return "Hello";
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class OnReady {

		private final RequestMappingHandlerMapping mapping;

		OnReady(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
			this.mapping = mapping;
		}

		@EventListener(ApplicationReadyEvent.class)
		void ready() {
			register(this.mapping);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@RestController
	static class InlineSource {

		private final UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();

		@GetMapping({ "/api/orders", "/partner/orders" })
		String orders() {
			return "Hello";
		}

		@Bean
		CorsFilter corsFilter() {
			CorsConfiguration safe = new CorsConfiguration();
			safe.addAllowedOrigin("https://shop.example.com");
			this.source.registerCorsConfiguration("/api/**", safe);
			return new CorsFilter(this.source);
		}

		void giveMore() {
			CorsConfiguration anybody = new CorsConfiguration();
			anybody.addAllowedOriginPattern("*");
			anybody.setAllowCredentials(true);
			this.source.registerCorsConfiguration("/partner/**", anybody);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class GivenMoreOnReady extends InlineSource {

		@EventListener(ApplicationReadyEvent.class)
		void ready() {
			giveMore();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class GivenMoreInLifecycle extends InlineSource implements SmartLifecycle {

		private boolean running;

		@Override
		public void start() {
			giveMore();
			this.running = true;
		}

		@Override
		public void stop() {
			this.running = false;
		}

		@Override
		public boolean isRunning() {
			return this.running;
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class InLifecycle {

		@Bean
		SmartLifecycle registrar(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
			return new SmartLifecycle() {

				private boolean running;

				@Override
				public void start() {
					register(mapping);
					this.running = true;
				}

				@Override
				public void stop() {
					this.running = false;
				}

				@Override
				public boolean isRunning() {
					return this.running;
				}

			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class LateNull {

		@Bean
		SimpleUrlHandlerMapping lateMapping() {
			return new SimpleUrlHandlerMapping(Map.of("/late", new Object()), 0);
		}

		@EventListener
		void ready(ApplicationReadyEvent event) {
			CorsConfiguration configuration = new CorsConfiguration();
			configuration.addAllowedOrigin("http://localhost:3000");
			event.getApplicationContext()
				.getBean("lateMapping", SimpleUrlHandlerMapping.class)
				.setCorsConfigurations(Map.of("/late", configuration));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableWebMvc
	static class SecondConfiguration {

		@Bean
		SecondController secondController() {
			return new SecondController();
		}

	}

	@RestController
	static class SecondController extends LateController {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class SecondServlet {

		@Bean
		ServletRegistrationBean<DispatcherServlet> second() {
			AnnotationConfigWebApplicationContext context = new AnnotationConfigWebApplicationContext();
			context.register(SecondConfiguration.class);
			ServletRegistrationBean<DispatcherServlet> registration = new ServletRegistrationBean<>(
					new DispatcherServlet(context), "/second/*");
			registration.setName("second");
			registration.setLoadOnStartup(1);
			return registration;
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class RefreshedServlet {

		@Bean
		ServletRegistrationBean<DispatcherServlet> second(ServletContext servletContext) {
			AnnotationConfigWebApplicationContext context = new AnnotationConfigWebApplicationContext();
			context.setServletContext(servletContext);
			context.register(SecondConfiguration.class);
			context.refresh();
			ServletRegistrationBean<DispatcherServlet> registration = new ServletRegistrationBean<>(
					new DispatcherServlet(context), "/second/*");
			registration.setName("second");
			return registration;
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@RestController
	static class Unsafe {

		@GetMapping("/unsafe")
		@CrossOrigin(originPatterns = "*", allowCredentials = "true")
		String unsafe() {
			return "Hello";
		}

	}

}
