package io.github.corsstarter.test;

import java.io.File;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import net.bytebuddy.ByteBuddy;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a class path needs: AssertJ, and of Spring only what is used.
 */
class ClassPathTests {

	private static final String WITHOUT_SPRING = Stream
		.of(CorsBrowser.class, ClassPathTests.class, Assertions.class, ByteBuddy.class, NullMarked.class)
		.map(ClassPathTests::location)
		.collect(Collectors.joining(File.pathSeparator));

	@Test
	void plainMainRunsWithoutSpringAndWithoutATestFramework(@TempDir Path directory) throws Exception {
		HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
		server.createContext("/", (exchange) -> {
			exchange.getResponseHeaders().add("Access-Control-Allow-Origin", "*");
			exchange.sendResponseHeaders(200, -1);
			exchange.close();
		});
		server.start();
		Path output = directory.resolve("output");
		try {
			Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
					"-cp", WITHOUT_SPRING, PlainMain.class.getName(),
					"http://127.0.0.1:" + server.getAddress().getPort())
				.redirectErrorStream(true)
				.redirectOutput(output.toFile())
				.start();
			assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
			assertThat(Files.readAllLines(output)).containsExactly("CorsBrowser true", "Builder true", "CorsFetch true",
					"CorsResult true", "CorsResultAssert true", "CorsAssertions true");
			assertThat(process.exitValue()).isZero();
		}
		finally {
			server.stop(0);
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
