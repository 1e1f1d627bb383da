package io.github.corsstarter.validation.rule;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.corsstarter.policy.ConfiguredList;
import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.policy.CorsPolicyDefinition;
import io.github.corsstarter.policy.EffectivePolicies;
import io.github.corsstarter.policy.EffectivePolicy;
import io.github.corsstarter.policy.Location;
import io.github.corsstarter.validation.PolicyValidator;
import io.github.corsstarter.validation.StagedValidation;
import io.github.corsstarter.validation.Validation;
import io.github.corsstarter.validation.report.Deployment;
import io.github.corsstarter.validation.report.ValidationReport;
import io.github.corsstarter.validation.subject.ValidationInput;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that exact origins are judged without the automata and the public suffix list,
 * which cost time and memory.
 */
class ExactOriginsTests {

	private static final List<String> COSTLY = List.of("io.github.corsstarter.origin.automaton.Automaton",
			"io.github.corsstarter.origin.owner.PublicSuffixList");

	/**
	 * Each takes about a fifth of a millisecond of every start. There are 97; what
	 * exceeds this should have been loaded only when something is wrong.
	 */
	private static final int MOST_CLASSES = 98;

	@Test
	void areJudgedWithoutAutomata() throws Exception {
		try (FrugalClassLoader loader = new FrugalClassLoader()) {
			Object found = loader.loadClass(Run.class.getName()).getMethod("run").invoke(null);
			assertThat(found).isEqualTo(Run.run());
		}
	}

	@Test
	void loadFewClassesWhenNothingIsWrong(@TempDir Path directory) throws Exception {
		Path log = directory.resolve("classes.log");
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-Xlog:class+load:file=" + log, "-cp", System.getProperty("java.class.path"),
				CleanRun.class.getName())
			.inheritIO()
			.start();
		assertThat(process.waitFor()).isZero();
		assertThat(Files.readAllLines(log).stream().map(ExactOriginsTests::nameOfOurs).filter(Objects::nonNull))
			.contains("io.github.corsstarter.validation.rule.LocalhostOriginRule")
			.hasSizeLessThanOrEqualTo(MOST_CLASSES);
	}

	/**
	 * Return the name of a class of this project, lambdas included, in a line such as
	 * {@code [0.1s][info][class,load] com.acme.Some source: file:/some.jar}.
	 */
	private static @Nullable String nameOfOurs(String line) {
		int start = line.indexOf(" io.github.corsstarter.");
		int end = line.indexOf(" source:");
		return (start >= 0 && start < end && !line.contains("ExactOriginsTests")) ? line.substring(start + 1, end)
				: null;
	}

	/**
	 * Judges exact origins with which nothing is wrong.
	 */
	public static final class CleanRun {

		private CleanRun() {
		}

		public static void main(String[] args) {
			CorsPolicyDefinition base = CorsPolicyDefinition.builder("base")
				.allowedOrigins("https://app.example.com", "https://b.example.com:8443")
				.build();
			Deployment production = new Deployment(true, List.of("prod"), null,
					ConfiguredList.of("cors.production.profiles", List.of("prod")), LocalDate.EPOCH, "");
			List<ConfiguredValue<String>> keys = List.of(key("cors.allowed-origins[0]"),
					key("cors.allowed-origins[1]"));
			StagedValidation validation = new PolicyValidator(new NoPathProblem())
				.start(new ValidationInput(EffectivePolicies.of(base, List.of()), production, Map.of(), List.of(), keys,
						List.of(), List.of(), false));
			validation.policies().throwIfUnsafe();
			ValidationReport report = validation.complete(List.of(EffectivePolicy.of(base)), List.of());
			if (!report.violations().isEmpty()) {
				throw new IllegalStateException(report.toString());
			}
		}

		private static ConfiguredValue<String> key(String key) {
			return ConfiguredValue.of(key, key, new Location.ConfigFile("class path resource [application.yml]",
					"application.yml", new Location.Position(3, 5), List.of()));
		}

	}

	/**
	 * Takes every path pattern for one that can be parsed.
	 */
	private static final class NoPathProblem implements PathSyntax {

		@Override
		public @Nullable String problem(String pattern) {
			return null;
		}

	}

	/**
	 * Judges exact origins, good and bad ones.
	 */
	public static final class Run {

		private Run() {
		}

		public static List<String> run() {
			return Validation.production()
				.base((base) -> base
					.allowedOrigins("https://a.example", "https://b.example", "http://localhost", "http://10.0.0.1",
							"http://c.example", "https://a.example", "null", "capacitor://localhost", "x")
					.allowCredentials(true))
				.policy("open", (open) -> open.paths("/open").allowedOrigins("*").allowCredentials(false))
				.found();
		}

	}

	/**
	 * Loads everything anew but what is costly.
	 */
	private static final class FrugalClassLoader extends URLClassLoader {

		FrugalClassLoader() {
			super(Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
				.map(FrugalClassLoader::url)
				.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
		}

		private static URL url(String path) {
			try {
				return Path.of(path).toUri().toURL();
			}
			catch (MalformedURLException ex) {
				throw new IllegalArgumentException(path, ex);
			}
		}

		@Override
		protected Class<?> findClass(String name) throws ClassNotFoundException {
			if (COSTLY.stream().anyMatch(name::startsWith)) {
				throw new ClassNotFoundException(name + " is not needed for exact origins");
			}
			return super.findClass(name);
		}

	}

}
