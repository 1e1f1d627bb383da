package io.github.corsstarter.inspect.servlet;

import java.util.List;

import io.github.corsstarter.actuate.CorsSourceDescriptor;
import io.github.corsstarter.inspect.InspectedApplication;
import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.validation.source.SourceConfiguration;
import io.github.corsstarter.validation.source.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurationSupport;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code @CrossOrigin} and {@code addCorsMappings} in servlet applications.
 */
@ExtendWith(OutputCaptureExtension.class)
class CrossOriginInspectorTests {

	private static final String CONTROLLER = AnnotatedController.class.getName();

	private static final String ORIGIN = "https://page.example.com";

	@Test
	void annotationOfMethodIsNamedAndActiveWhereNoPolicyGoverns() throws Exception {
		try (InspectedApplication application = InspectedApplication.startServlet(AnnotatedController.class)) {
			assertThat(application.sources())
				.contains(CorsSource.annotation(CorsSource.Kind.CROSS_ORIGIN_ANNOTATION, CONTROLLER + "#open(String)",
						List.of("/open/{id}"), 1, new SourceConfiguration(List.of("https://page.example.com"), null,
								List.of("GET"), List.of("*"), null, null, 1800L)));
			assertThat(application.effects()).contains(CONTROLLER + "#open(String) active");
			assertThat(application.preflight("/open/1", ORIGIN, "GET")).isEqualTo(ORIGIN);
			assertThat(application.get("/open/1", ORIGIN)).isEqualTo(ORIGIN);
		}
	}

	@Test
	void annotationOnGovernedPathIsNamedAndWithoutEffect() throws Exception {
		try (InspectedApplication application = InspectedApplication.startServlet(AnnotatedController.class)) {
			assertThat(application.sources()).anySatisfy((source) -> {
				assertThat(source.name()).isEqualTo(CONTROLLER + "#governed()");
				assertThat(source.paths()).containsExactly("/governed/annotated");
				assertThat(source.standing()).isEqualTo(Standing.BEHIND);
			});
			assertThat(application.effects()).contains(CONTROLLER + "#governed() shadowed base");
			assertThat(application.preflight("/governed/annotated", ORIGIN, "GET")).isNull();
			assertThat(application.get("/governed/annotated", ORIGIN)).isNull();
		}
	}

	@Test
	void annotationsOfClassAndMethodAreMergedAsSpringDoes() throws Exception {
		try (InspectedApplication application = InspectedApplication.startServlet(MergedApplication.class,
				"test.origin=https://property.example.com")) {
			assertThat(application.sources()).filteredOn(CrossOriginInspectorTests::isAnnotation)
				.containsExactly(annotation("", "/merged/class",
						new SourceConfiguration(List.of("https://global.example.com", "https://class.example.com"),
								null, List.of("GET"), List.of("*"), null, true, 1800L)),
						annotation("#ofMethod()", "/merged/method",
								new SourceConfiguration(
										List.of("https://global.example.com", "https://class.example.com",
												"https://property.example.com"),
										List.of("https://*.example.org"), List.of("PUT"), List.of("*"),
										List.of("X-Total"), true, 60L)),
						annotation("#ofMethod()", "/other",
								new SourceConfiguration(
										List.of("https://class.example.com", "https://property.example.com"),
										List.of("https://*.example.org"), List.of("PUT"), List.of("*"),
										List.of("X-Total"), true, 60L)));
			assertThat(application.preflight("/merged/class", "https://class.example.com", "GET"))
				.isEqualTo("https://class.example.com");
		}
	}

	@Test
	void annotationsOfApplicationWithoutAnyAreNone() {
		try (InspectedApplication application = InspectedApplication.startServlet(PlainController.class)) {
			assertThat(application.sources()).isEmpty();
		}
	}

	@Test
	void annotationOfClassIsOneSourceHoweverManyHandlersItHas(CapturedOutput output) throws Exception {
		String declaration = ManyHandlers.class.getName();
		try (InspectedApplication application = InspectedApplication.startServlet(ManyHandlers.class)) {
			assertThat(application.sources())
				.containsExactly(CorsSource.annotation(CorsSource.Kind.CROSS_ORIGIN_ANNOTATION, declaration,
						List.of("/many/a", "/many/b"), 3, new SourceConfiguration(List.of("http://localhost:4200"),
								null, List.of("DELETE", "GET", "PUT"), List.of("*"), null, null, 1800L)));
			assertThat(application.otherSources()).singleElement()
				.extracting(CorsSourceDescriptor::handlers)
				.isEqualTo(3);
			assertThat(application.violations()).filteredOn((violation) -> violation.startsWith("localhost-origin"))
				.containsExactly("localhost-origin info http://localhost:4200 at " + declaration);
		}
		assertThat(output.getOut().lines().filter((line) -> line.contains("policy-overlap")))
			.allSatisfy((line) -> assertThat(line).contains("@CrossOrigin(").contains(" on " + declaration + "."));
	}

	@Test
	void annotationOnASuperclassIsNamedWhereItStands() {
		try (InspectedApplication application = InspectedApplication.startServlet(TwoOfOneKind.class)) {
			assertThat(application.sources()).singleElement().satisfies((source) -> {
				assertThat(source.name()).isEqualTo(Base.class.getName());
				assertThat(source.handlers()).isEqualTo(2);
				assertThat(source.paths()).containsExactly("/first", "/second");
			});
		}
	}

	@Test
	void mappingOfClassThatExtendsSpringsConfigurationIsNamedOnceAfterIt() throws Exception {
		try (InspectedApplication application = InspectedApplication.startServlet(Extending.class)) {
			assertThat(application.otherSources()).filteredOn((source) -> source.kind().equals("cors-mappings"))
				.extracting(CorsSourceDescriptor::name)
				.containsExactly("webConfig");
			assertThat(application.violations())
				.filteredOn((violation) -> violation.startsWith("wildcard-with-credentials"))
				.containsExactly("wildcard-with-credentials warn * at bean 'webConfig'");
		}
	}

	@Test
	void mappingIsNamedAfterItsBean() throws Exception {
		try (InspectedApplication application = InspectedApplication.startServlet(MergedApplication.class,
				"test.origin=https://property.example.com")) {
			assertThat(application.sources()).filteredOn((source) -> !isAnnotation(source))
				.containsExactly(
						CorsSource.code(CorsSource.Kind.CORS_MAPPINGS, "crossOriginInspectorTests.MergedApplication",
								List.of("/merged/**"), new SourceConfiguration(List.of("https://global.example.com"),
										null, List.of("GET", "HEAD", "POST"), List.of("*"), null, true, 1800L)));
		}
	}

	private static CorsSource annotation(String method, String path, SourceConfiguration configuration) {
		return CorsSource.annotation(CorsSource.Kind.CROSS_ORIGIN_ANNOTATION, MergedController.class.getName() + method,
				List.of(path), 1, configuration);
	}

	private static boolean isAnnotation(CorsSource source) {
		return source.kind() == CorsSource.Kind.CROSS_ORIGIN_ANNOTATION;
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@RestController
	static class AnnotatedController {

		@GetMapping("/open/{id}")
		@CrossOrigin("https://page.example.com")
		String open(@PathVariable String id) {
			return id;
		}

		@GetMapping("/governed/annotated")
		@CrossOrigin("https://page.example.com")
		String governed() {
			return "Hello";
		}

		@GetMapping("/plain")
		String plain() {
			return "Hello";
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@RestController
	static class PlainController {

		@GetMapping("/plain")
		String plain() {
			return "Hello";
		}

	}

	@RestController
	@CrossOrigin("https://class.example.com")
	static class MergedController {

		@GetMapping("/merged/class")
		String ofClass() {
			return "Hello";
		}

		@PutMapping({ "/merged/method", "/other" })
		@CrossOrigin(origins = "${test.origin}", originPatterns = "https://*.example.org", exposedHeaders = "X-Total",
				allowCredentials = "true", maxAge = 60)
		String ofMethod() {
			return "Hello";
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class MergedApplication implements WebMvcConfigurer {

		@Override
		public void addCorsMappings(CorsRegistry registry) {
			registry.addMapping("/merged/**").allowedOrigins("https://global.example.com").allowCredentials(true);
		}

		@Bean
		MergedController mergedController() {
			return new MergedController();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@RestController
	@CrossOrigin("http://localhost:4200")
	static class ManyHandlers {

		@GetMapping("/many/a")
		String read() {
			return "Hello";
		}

		@PutMapping("/many/a")
		String write() {
			return "Hello";
		}

		@DeleteMapping("/many/b")
		String delete() {
			return "Hello";
		}

	}

	@CrossOrigin("https://page.example.com")
	abstract static class Base {

	}

	@RestController
	static class First extends Base {

		@GetMapping("/first")
		String first() {
			return "Hello";
		}

	}

	@RestController
	static class Second extends Base {

		@GetMapping("/second")
		String second() {
			return "Hello";
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ First.class, Second.class })
	static class TwoOfOneKind {

	}

	@Configuration("webConfig")
	@EnableAutoConfiguration
	static class Extending extends WebMvcConfigurationSupport {

		@Override
		protected void addCorsMappings(CorsRegistry registry) {
			registry.addMapping("/**").allowedOriginPatterns("*").allowCredentials(true);
		}

	}

}
