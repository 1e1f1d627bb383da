package io.github.corsstarter.origin.match;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import io.github.corsstarter.origin.entry.ExactOrigin;
import io.github.corsstarter.origin.entry.OriginEntryParser;
import io.github.corsstarter.origin.entry.OriginRegex;
import io.github.corsstarter.origin.proof.Hosts;
import io.github.corsstarter.origin.proof.OriginLanguage;
import io.github.corsstarter.origin.proof.OriginLanguages;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that configures single origins only does not pay for automata and lists.
 */
class ClassLoadingTests {

	@Test
	void singleOriginsNeedNoAutomatonAndNoList() throws Exception {
		assertThat(loadedBy(SingleOrigins.class)).contains("OriginLanguage", "ExactEntry", "OriginAllowlist")
			.doesNotContain("Determinizer", "OriginShapes", "OriginSearch", "RegexParser", "public-suffix-list.dat",
					"shared-hosts.dat");
	}

	@Test
	void regexesNeedNoListToBeMatched() throws Exception {
		assertThat(loadedBy(Regexes.class)).contains("Automaton", "OriginAllowlist")
			.doesNotContain("PublicSuffixList", "OriginSearch", "public-suffix-list.dat");
	}

	private static Set<String> loadedBy(Class<?> scenario) throws Exception {
		try (RecordingClassLoader loader = new RecordingClassLoader()) {
			Constructor<?> constructor = loader.loadClass(scenario.getName()).getDeclaredConstructor();
			constructor.setAccessible(true);
			assertThat(((Supplier<?>) constructor.newInstance()).get()).isEqualTo(true);
			return loader.loaded;
		}
	}

	/**
	 * Configures and judges single origins.
	 */
	static final class SingleOrigins implements Supplier<Boolean> {

		@Override
		public Boolean get() {
			ExactOrigin origin = ExactOrigin.parse("https://app.example.com");
			OriginLanguage language = new OriginLanguages().of(origin);
			boolean judged = !language.isAnyOrigin() && !language.isUnmatchable()
					&& language.example(Hosts.LOOPBACK) == null && language.example(Hosts.PRIVATE) == null
					&& language.example(Hosts.INSECURE) == null
					&& !language.covers(new OriginLanguages().of(ExactOrigin.parse("https://b.example.com")));
			return judged && OriginAllowlist.builder().add(origin).build().allows("https://app.example.com");
		}

	}

	/**
	 * Matches a regular expression.
	 */
	static final class Regexes implements Supplier<Boolean> {

		@Override
		public Boolean get() {
			OriginRegex regex = new OriginEntryParser().regex("https://.*\\.example\\.com");
			return OriginAllowlist.builder().add(regex).build().allows("https://app.example.com");
		}

	}

	/**
	 * Loads the classes of these packages afresh, and writes down their names and those
	 * of resources.
	 */
	private static final class RecordingClassLoader extends URLClassLoader {

		private static final String PACKAGE = "io.github.corsstarter.origin.";

		private final Set<String> loaded = ConcurrentHashMap.newKeySet();

		RecordingClassLoader() {
			super(new URL[0], ClassLoadingTests.class.getClassLoader());
		}

		@Override
		protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
			if (!name.startsWith(PACKAGE)) {
				return super.loadClass(name, resolve);
			}
			synchronized (getClassLoadingLock(name)) {
				Class<?> known = findLoadedClass(name);
				return (known != null) ? known : define(name);
			}
		}

		private Class<?> define(String name) throws ClassNotFoundException {
			this.loaded.add(name.substring(name.lastIndexOf('.') + 1));
			try (InputStream input = super.getResourceAsStream(name.replace('.', '/') + ".class")) {
				if (input == null) {
					throw new ClassNotFoundException(name);
				}
				byte[] bytes = input.readAllBytes();
				return defineClass(name, bytes, 0, bytes.length);
			}
			catch (IOException ex) {
				throw new ClassNotFoundException(name, ex);
			}
		}

		@Override
		public URL getResource(String name) {
			this.loaded.add(name.substring(name.lastIndexOf('/') + 1));
			return super.getResource(name);
		}

	}

}
