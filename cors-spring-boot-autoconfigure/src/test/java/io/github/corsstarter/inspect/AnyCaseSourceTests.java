package io.github.corsstarter.inspect;

import com.jayway.jsonpath.JsonPath;
import jakarta.servlet.ServletContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.config.annotation.PathMatchConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.pattern.PathPatternParser;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Where handler mappings ignore the case of a path, so does whatever is said about it.
 */
class AnyCaseSourceTests {

	private static final String ORIGIN = "https://page.example.com";

	@ParameterizedTest
	@ValueSource(classes = { Servlet.class, Reactive.class })
	void effectsAndExplanationsIgnoreIt(Class<?> type) throws Exception {
		try (InspectedApplication application = (type == Servlet.class) ? InspectedApplication.startServlet(type)
				: InspectedApplication.startReactive(type)) {
			String name = Pages.class.getName();
			assertThat(application.effects()).containsExactlyInAnyOrder(name + "#governed() shadowed base",
					name + "#open() active");
			assertThat(application.get("/GOVERNED/x", ORIGIN)).isNull();
			assertThat(application.get("/OPEN", ORIGIN)).isEqualTo(ORIGIN);
			String explanation = application.send("GET", "/actuator/cors/explain?origin=" + ORIGIN + "&path=/OPEN")
				.body();
			assertThat(JsonPath.<String>read(explanation, "$.actual.decidedBy")).isEqualTo(name + "#open()");
		}
	}

	@ParameterizedTest
	@ValueSource(classes = { RefreshedSecondServlet.class, LateSecondServlet.class })
	void noCapitalEscapesThePolicyOfAFurtherServlet(Class<?> type) throws Exception {
		try (InspectedApplication application = InspectedApplication.startServlet(type,
				"cors.policies.second.paths=/second/governed/**",
				"cors.policies.second.allowed-origins=https://second.example.com")) {
			assertThat(application.get("/second/GOVERNED/x", ORIGIN)).isNull();
			assertThat(application.get("/second/GOVERNED/x", "https://second.example.com"))
				.isEqualTo("https://second.example.com");
			assertThat(application.effects()).contains(Pages.class.getName() + "#governed() shadowed second");
		}
	}

	private static ServletRegistrationBean<DispatcherServlet> registration(WebApplicationContext context) {
		ServletRegistrationBean<DispatcherServlet> registration = new ServletRegistrationBean<>(
				new DispatcherServlet(context), "/second/*");
		registration.setName("second");
		return registration;
	}

	@RestController
	static class Pages {

		@CrossOrigin(ORIGIN)
		@GetMapping("/Governed/x")
		String governed() {
			return "Hello";
		}

		@CrossOrigin(ORIGIN)
		@GetMapping("/open")
		String open() {
			return "Hello";
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Servlet extends Pages implements WebMvcConfigurer {

		@Override
		public void configurePathMatch(PathMatchConfigurer configurer) {
			PathPatternParser parser = new PathPatternParser();
			parser.setCaseSensitive(false);
			configurer.setPatternParser(parser);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Reactive extends Pages implements WebFluxConfigurer {

		@Override
		public void configurePathMatching(org.springframework.web.reactive.config.PathMatchConfigurer configurer) {
			configurer.setUseCaseSensitiveMatch(false);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableWebMvc
	static class Second implements WebMvcConfigurer {

		@Override
		public void configurePathMatch(PathMatchConfigurer configurer) {
			PathPatternParser parser = new PathPatternParser();
			parser.setCaseSensitive(false);
			configurer.setPatternParser(parser);
		}

		@Bean
		Pages pages() {
			return new Pages();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class RefreshedSecondServlet {

		@Bean
		ServletRegistrationBean<DispatcherServlet> second(ServletContext servletContext) {
			AnnotationConfigWebApplicationContext context = new AnnotationConfigWebApplicationContext();
			context.setServletContext(servletContext);
			context.register(Second.class);
			context.refresh();
			return registration(context);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class LateSecondServlet {

		@Bean
		ServletRegistrationBean<DispatcherServlet> second() {
			AnnotationConfigWebApplicationContext context = new AnnotationConfigWebApplicationContext();
			context.register(Second.class);
			ServletRegistrationBean<DispatcherServlet> registration = registration(context);
			registration.setLoadOnStartup(1);
			return registration;
		}

	}

}
