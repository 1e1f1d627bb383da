package io.github.corsstarter;

import java.io.StringReader;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import io.github.corsstarter.documentation.Example;
import io.github.corsstarter.documentation.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Users of Gradle get the dependencies that users of Maven get, in either language.
 */
class DocumentedDependenciesTests {

	private static final Page README = new Page("README.md");

	private static final Page GRADLE = new Page("docs/kotlin-and-gradle.md");

	private static final Pattern BLOCK = Pattern.compile("dependencies \\{\n((?: {4}\\S.*\n)+)}\n");

	private static final Pattern KOTLIN = Pattern.compile(" {4}(\\w+)\\((?:(platform)\\()?\"([\\w.:-]+)\"\\)?\\)");

	private static final Pattern GROOVY = Pattern.compile(" {4}(\\w+) (?:(platform)\\()?'([\\w.:-]+)'\\)?");

	private static final Pattern INLINE = Pattern.compile("implementation\\(\"([^\"]+)\"\\)");

	static Stream<Example> blocks() {
		return Page.all()
			.flatMap((page) -> page.examples("kotlin", "groovy").stream())
			.filter((example) -> example.text().startsWith("dependencies"));
	}

	/**
	 * Return what a block has, as Gradle names it.
	 */
	private static List<String> dependencies(Example example) {
		Matcher block = BLOCK.matcher(example.text());
		assertThat(block.matches()).as(example.toString()).isTrue();
		Pattern language = example.language().equals("kotlin") ? KOTLIN : GROOVY;
		return block.group(1).lines().map((line) -> {
			Matcher dependency = language.matcher(line);
			assertThat(dependency.matches()).as(line).isTrue();
			assertThat(count(line, '(')).as(line).isEqualTo(count(line, ')'));
			return dependency.group(1) + " " + ((dependency.group(2) != null) ? "platform " : "") + dependency.group(3);
		}).toList();
	}

	private static long count(String line, char parenthesis) {
		return line.chars().filter((character) -> character == parenthesis).count();
	}

	/**
	 * Return a dependency of Maven as Gradle names it.
	 */
	private static String dependency(Example example) {
		try {
			Element dependency = DocumentBuilderFactory.newDefaultInstance()
				.newDocumentBuilder()
				.parse(new InputSource(new StringReader(example.text())))
				.getDocumentElement();
			return (text(dependency, "scope").equals("test") ? "testImplementation " : "implementation ") + String
				.join(":", text(dependency, "groupId"), text(dependency, "artifactId"), text(dependency, "version"));
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String text(Element dependency, String name) {
		Node child = dependency.getElementsByTagName(name).item(0);
		return (child != null) ? child.getTextContent() : "";
	}

	private static List<String> ofMaven() {
		return README.examples("xml").stream().map(DocumentedDependenciesTests::dependency).toList();
	}

	@ParameterizedTest
	@MethodSource("blocks")
	void everyBlockIsWrittenInItsLanguage(Example block) {
		assertThat(dependencies(block)).isNotEmpty().allMatch((dependency) -> {
			int version = dependency.contains("io.github.corsstarter") ? 2 : 1;
			return dependency.contains(":") && count(dependency, ':') <= version;
		});
	}

	@Test
	void kotlinAndGroovyHaveWhatMavenHas() {
		assertThat(ofMaven()).hasSize(2);
		assertThat(dependencies(GRADLE.examples("kotlin").get(0))).isEqualTo(ofMaven());
		assertThat(dependencies(GRADLE.examples("groovy").get(0))).isEqualTo(ofMaven());
	}

	@Test
	void billOfMaterialsTakesTheVersionsOut() {
		String version = ofMaven().get(0).replaceFirst(".*:", "");
		assertThat(dependencies(GRADLE.examples("kotlin").get(1))).containsExactly(
				"implementation platform io.github.corsstarter:cors-bom:" + version,
				ofMaven().get(0).replace(":" + version, ""), ofMaven().get(1).replace(":" + version, ""));
		assertThat(new Page("docs/compatibility.md").examples("xml")).singleElement()
			.extracting(Example::text)
			.asString()
			.contains("<artifactId>cors-bom</artifactId>", "<version>" + version + "</version>");
	}

	@Test
	void whatTheReadmeHasForGradleIsWhatItHasForMaven() {
		assertThat(INLINE.matcher(README.prose()).results().map((found) -> "implementation " + found.group(1)))
			.containsExactly(ofMaven().get(0));
	}

}
