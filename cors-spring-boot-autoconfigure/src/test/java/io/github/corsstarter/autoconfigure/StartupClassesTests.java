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
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the starter adds to the start of an application is above all the loading of
 * classes. Their number says on every machine the same, which no time does.
 */
class StartupClassesTests {

	/**
	 * There are some 275, lambdas included, with every library on the class path that can
	 * be looked at.
	 */
	private static final int MOST_CLASSES = 285;

	@Test
	void startWithThreeExactOriginsLoadsFewClasses(@TempDir Path directory) throws Exception {
		Path log = directory.resolve("classes.log");
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Xlog:class+load:file=" + log, "-cp", System.getProperty("java.class.path"),
				Application.class.getName())
			.inheritIO()
			.start();
		assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
		assertThat(process.exitValue()).isZero();
		List<String> classes;
		try (Stream<String> lines = Files.lines(log)) {
			classes = lines.filter((line) -> line.contains(" io.github.corsstarter."))
				.filter((line) -> !line.contains("StartupClassesTests"))
				.map((line) -> line.replaceFirst(".* (io\\.github\\.corsstarter\\.\\S+).*", "$1"))
				.toList();
		}
		assertThat(classes).contains("io.github.corsstarter.web.servlet.CorsPolicyFilter")
			.hasSizeLessThanOrEqualTo(MOST_CLASSES);
	}

	/**
	 * A servlet application.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	public static class Application {

		public static void main(String[] args) {
			SpringApplication
				.run(Application.class, "--server.port=0", "--spring.main.web-application-type=servlet",
						"--spring.main.banner-mode=off", "--logging.level.root=off", "--spring.profiles.active=prod",
						"--cors.allowed-origins=https://app.example.com,https://b.example.com,https://c.example.org")
				.close();
		}

	}

}
