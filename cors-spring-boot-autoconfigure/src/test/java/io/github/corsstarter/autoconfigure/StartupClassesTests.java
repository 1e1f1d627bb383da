package io.github.corsstarter.autoconfigure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the starter adds to the start of an application is above all the loading of
 * classes. Their number says on every machine the same, which no time does.
 */
class StartupClassesTests {

	/**
	 * There are 274, lambdas included, with every library on the class path that can be
	 * looked at. Java 25 loads some more.
	 */
	private static final int MOST_CLASSES = 286;

	@Test
	void startWithThreeExactOriginsLoadsFewClasses(@TempDir Path directory) throws Exception {
		assertThat(loadedBy(Application.class, directory))
			.contains("io.github.corsstarter.web.servlet.CorsPolicyFilter")
			.doesNotContain("io.github.corsstarter.report.ObservedRequest", "io.github.corsstarter.report.PolicyReport",
					"io.github.corsstarter.report.AnswerComparison",
					"io.github.corsstarter.web.PolicyCorsConfiguration")
			.hasSizeLessThanOrEqualTo(MOST_CLASSES);
	}

	@Test
	void nothingIsAskedWhereEverythingCanBeRead(@TempDir Path directory) throws Exception {
		assertThat(loadedBy(Readable.class, directory))
			.contains("io.github.corsstarter.inspect.CrossOriginAnnotations",
					"io.github.corsstarter.inspect.servlet.SourceBean")
			.doesNotContain("io.github.corsstarter.inspect.ProbeRun", "io.github.corsstarter.inspect.TimeLimit");
	}

	@Test
	void nothingIsAskedOfAReactiveApplicationThatHasNothingToAsk(@TempDir Path directory) throws Exception {
		assertThat(loadedBy(Reactive.class, directory))
			.contains("io.github.corsstarter.inspect.CrossOriginAnnotations",
					"io.github.corsstarter.inspect.reactive.CorsWebFilterInspector")
			.doesNotContain("io.github.corsstarter.inspect.ProbeRun",
					"io.github.corsstarter.inspect.reactive.AnswerableExchange");
	}

	private static List<String> loadedBy(Class<?> application, Path directory) throws Exception {
		Path log = directory.resolve("classes.log");
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-Xlog:class+load:file=" + log, "-cp", System.getProperty("java.class.path"),
				application.getName())
			.inheritIO()
			.start();
		assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
		assertThat(process.exitValue()).isZero();
		try (Stream<String> lines = Files.lines(log)) {
			return lines.filter((line) -> line.contains(" io.github.corsstarter."))
				.filter((line) -> !line.contains("StartupClassesTests"))
				.map((line) -> line.replaceFirst(".* (io\\.github\\.corsstarter\\.\\S+).*", "$1"))
				.toList();
		}
	}

	/**
	 * A servlet application.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	public static class Application {

		public static void main(String[] args) {
			start(Application.class, "servlet");
		}

		static void start(Class<?> application, String type) {
			SpringApplication
				.run(application, "--server.port=0", "--spring.main.web-application-type=" + type,
						"--spring.main.banner-mode=off", "--logging.level.root=off", "--spring.profiles.active=prod",
						"--spring.reactor.netty.shutdown-quiet-period=0s",
						"--cors.allowed-origins=https://app.example.com,https://b.example.com,https://c.example.org")
				.close();
		}

	}

	/**
	 * A servlet application with CORS configuration of its own.
	 */
	@RestController
	public static class Readable extends Application implements WebMvcConfigurer {

		public static void main(String[] args) {
			start(Readable.class, "servlet");
		}

		@Override
		public void addCorsMappings(CorsRegistry registry) {
			registry.addMapping("/mapped").allowedOrigins("https://a.example.com");
		}

		@GetMapping("/annotated")
		@CrossOrigin("https://a.example.com")
		String annotated() {
			return "Hello";
		}

		@Bean
		CorsConfigurationSource corsConfigurationSource() {
			UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
			source.registerCorsConfiguration("/source/**", new CorsConfiguration().applyPermitDefaultValues());
			return source;
		}

	}

	/**
	 * A reactive application with CORS configuration of its own.
	 */
	@RestController
	public static class Reactive extends Application {

		public static void main(String[] args) {
			start(Reactive.class, "reactive");
		}

		@GetMapping("/annotated")
		@CrossOrigin("https://a.example.com")
		String annotated() {
			return "Hello";
		}

	}

}
