package io.github.corsstarter.deployment;

import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

import io.github.corsstarter.documentation.Example;
import io.github.corsstarter.documentation.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The Java of the documentation compiles, each example within a class that has what the
 * reader is supposed to have: see {@link DocumentedSurroundings}.
 */
class DocumentedCodeTests {

	private static final Pattern IMPORT = Pattern.compile("(?m)^import .*;$");

	private static final Pattern STATEMENT = Pattern.compile("(?m)^(\\w+\\.|[A-Z]\\w* \\w+ = )");

	/**
	 * What an example leaves out.
	 */
	private static final Pattern ELLIPSIS = Pattern.compile("(?<=[;{]\\s{1,9})\\.\\.\\.(?=\\s)");

	private static final List<String> IMPORTS = List.of("io.github.corsstarter.policy.*",
			"io.github.corsstarter.reload.*", "io.github.corsstarter.source.*",
			"io.github.corsstarter.source.TenantOrigins.*", "io.github.corsstarter.test.*",
			"io.github.corsstarter.web.reactive.*", "io.github.corsstarter.web.servlet.*", "jakarta.servlet.*",
			"jakarta.servlet.http.*", "java.io.*", "java.sql.ResultSet", "java.util.*", "org.junit.jupiter.api.Test",
			"org.springframework.beans.factory.annotation.*", "org.springframework.boot.context.properties.*",
			"org.springframework.boot.context.properties.bind.*", "org.springframework.boot.test.context.*",
			"org.springframework.boot.web.servlet.*", "org.springframework.boot.webmvc.test.autoconfigure.*",
			"org.springframework.context.annotation.*", "org.springframework.core.*",
			"org.springframework.core.env.Environment", "org.springframework.jdbc.core.simple.*",
			"org.springframework.security.config.*", "org.springframework.security.config.annotation.web.builders.*",
			"org.springframework.security.web.*", "org.springframework.security.web.csrf.*",
			"org.springframework.stereotype.*", "org.springframework.test.web.servlet.*",
			"org.springframework.transaction.annotation.*", "org.springframework.transaction.support.*",
			"org.springframework.web.bind.annotation.*", "org.springframework.web.cors.*",
			"org.springframework.web.filter.*", "org.springframework.web.servlet.config.annotation.*",
			"org.springframework.web.socket.config.annotation.*", "static io.github.corsstarter.test.CorsAssertions.*");

	@TempDir
	Path directory;

	static Stream<Example> examples() {
		return Page.all().flatMap((page) -> page.examples("java").stream());
	}

	@ParameterizedTest
	@MethodSource("examples")
	void exampleCompiles(Example example) {
		assertThat(compile(example.text())).as(example.text()).isEmpty();
	}

	@Test
	void wrongWordIsFound() {
		List<Example> examples = examples().toList();
		assertThat(examples).hasSizeGreaterThan(10);
		String right = examples.stream()
			.map(Example::text)
			.filter((text) -> text.contains("this.reloader.reload()"))
			.findFirst()
			.orElseThrow();
		assertThat(compile(right.replace("this.reloader.reload()", "this.reloader.refresh()"))).singleElement()
			.asString()
			.contains("refresh()");
		assertThat(compile("http.crs((cors) -> cors.disable());\n")).singleElement().asString().contains("crs");
		assertThat(compile("@CrossOrigin\n")).isNotEmpty();
	}

	private List<String> compile(String example) {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
		compiler.getTask(
				new StringWriter(), null, diagnostics, List.of("-proc:none", "-parameters", "-d",
						this.directory.toString(), "-classpath", System.getProperty("java.class.path")),
				null, List.of(new Source(wrap(example))))
			.call();
		return diagnostics.getDiagnostics()
			.stream()
			.filter((diagnostic) -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
			.map((diagnostic) -> diagnostic.getLineNumber() + ": " + diagnostic.getMessage(Locale.ENGLISH))
			.toList();
	}

	private static String wrap(String example) {
		String code = ELLIPSIS.matcher(IMPORT.matcher(example).replaceAll(""))
			.replaceAll("throw new UnsupportedOperationException();");
		if (STATEMENT.matcher(code).lookingAt()) {
			code = "void example() throws Exception {\n" + code + "}\n";
		}
		return """
				package io.github.corsstarter.deployment;
				%s
				%s
				@SuppressWarnings("unused")
				abstract class DocumentedExample extends DocumentedSurroundings {
				%s}
				""".formatted(IMPORTS.stream().map((name) -> "import " + name + ";\n").collect(Collectors.joining()),
				IMPORT.matcher(example).results().map((line) -> line.group() + "\n").collect(Collectors.joining()),
				code);
	}

	/**
	 * What is compiled.
	 */
	private static final class Source extends SimpleJavaFileObject {

		private final String text;

		Source(String text) {
			super(URI.create("string:///DocumentedExample.java"), Kind.SOURCE);
			this.text = text;
		}

		@Override
		public CharSequence getCharContent(boolean ignoreEncodingErrors) {
			return this.text;
		}

	}

}
