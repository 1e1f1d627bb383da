package io.github.corsstarter.validation;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that exact origins are judged without the automata and the public suffix list,
 * which cost time and memory.
 */
class ExactOriginsTests {

	private static final List<String> COSTLY = List.of("io.github.corsstarter.origin.OriginAutomaton",
			"io.github.corsstarter.origin.PublicSuffixList");

	@Test
	void areJudgedWithoutAutomata() throws Exception {
		try (FrugalClassLoader loader = new FrugalClassLoader()) {
			Object found = loader.loadClass(Run.class.getName()).getMethod("run").invoke(null);
			assertThat(found).isEqualTo(Run.run());
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
