package io.github.corsstarter.test;

import java.io.File;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

import com.sun.net.httpserver.HttpServer;
import io.github.corsstarter.config.loader.EnvironmentLoader;
import io.github.corsstarter.policy.CorsPolicies;
import net.bytebuddy.ByteBuddy;
import org.apache.commons.logging.LogFactory;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

import org.springframework.beans.BeanUtils;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.web.util.pattern.PathPattern;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a class path needs: AssertJ and the core, and of Spring only what is used.
 */
class ClassPathTests {

	private static final String WITHOUT_SPRING = classPath(CorsBrowser.class, CorsPolicies.class, ClassPathTests.class,
			Assertions.class, ByteBuddy.class, NullMarked.class);

	private static final String WITH_SPRING_BOOT = WITHOUT_SPRING + File.pathSeparator
			+ classPath(EnvironmentLoader.class, SpringApplication.class, ApplicationContext.class, BeanUtils.class,
					Environment.class, PathPattern.class, LogFactory.class, Yaml.class);

	@Test
	void plainMainRunsWithoutSpringAndWithoutATestFramework(@TempDir Path directory) throws Exception {
		HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
		server.createContext("/", (exchange) -> {
			exchange.getResponseHeaders().add("Access-Control-Allow-Origin", "*");
			exchange.sendResponseHeaders(200, -1);
			exchange.close();
		});
		server.start();
		try {
			assertThat(run(directory, WITHOUT_SPRING, PlainMain.class,
					"http://127.0.0.1:" + server.getAddress().getPort()))
				.containsExactly("CorsBrowser true", "Builder true", "CorsFetch true", "CorsResult true",
						"CorsResultAssert true", "CorsAssertions true", "0");
		}
		finally {
			server.stop(0);
		}
	}

	@Test
	void plainMainJudgesAConfigurationWithoutATestFramework(@TempDir Path directory) throws Exception {
		ShopFixture.ofMaven(directory).file("application.yml", "cors.allowed-origins: https://app.example.com\n");
		String classPath = directory.resolve("target/classes") + File.pathSeparator + WITH_SPRING_BOOT;
		assertThat(run(directory, classPath, ConfiguredMain.class))
			.anySatisfy((line) -> assertThat(line).endsWith("there is no src/test/cors/prod.cors.json."))
			.endsWith("1");
		Files.createDirectories(directory.resolve("src/test/cors"));
		Files.move(directory.resolve("target/cors/prod.cors.json"), directory.resolve("src/test/cors/prod.cors.json"));
		assertThat(run(directory, classPath, ConfiguredMain.class)).containsExactly("Judged profile 'prod'", "0");
	}

	/**
	 * Run a program and return what it prints, line by line, and then its exit status.
	 */
	private static List<String> run(Path directory, String classPath, Class<?> main, String... arguments)
			throws Exception {
		Path output = directory.resolve("output");
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
						"-cp", classPath, main.getName()));
		command.addAll(List.of(arguments));
		Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
		try {
			assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
			List<String> lines = new ArrayList<>(Files.readAllLines(output));
			lines.add(Integer.toString(process.exitValue()));
			return lines;
		}
		finally {
			process.destroyForcibly();
		}
	}

	@Test
	void callerCompilesWithoutSpring(@TempDir Path directory) {
		assertThat(compile(directory,
				"""
						class Caller {

							Object browser = io.github.corsstarter.test.CorsBrowser.at("null").using(java.net.URI.create("http://a"));

						}
						"""))
			.isEmpty();
	}

	@Test
	void compilerHereHasNoSpring(@TempDir Path directory) {
		assertThat(compile(directory, "class Caller { org.springframework.test.web.servlet.MockMvc mvc; }"))
			.isNotEmpty();
	}

	private static List<String> compile(Path directory, String source) {
		DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		compiler
			.getTask(null, null, problems, List.of("-proc:none", "-d", directory.toString(), "-cp", WITHOUT_SPRING),
					null, List.of(new Source(source)))
			.call();
		return problems.getDiagnostics()
			.stream()
			.filter((problem) -> problem.getKind() == Diagnostic.Kind.ERROR)
			.map(Object::toString)
			.toList();
	}

	private static String classPath(Class<?>... types) {
		return Stream.of(types).map(ClassPathTests::location).collect(Collectors.joining(File.pathSeparator));
	}

	private static String location(Class<?> type) {
		try {
			return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static final class Source extends SimpleJavaFileObject {

		private final String text;

		private Source(String text) {
			super(URI.create("string:///Caller.java"), Kind.SOURCE);
			this.text = text;
		}

		@Override
		public CharSequence getCharContent(boolean ignoreEncodingErrors) {
			return this.text;
		}

	}

}
