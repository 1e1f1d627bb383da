package io.github.corsstarter.autoconfigure;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.Set;
import java.util.TreeSet;

import io.github.corsstarter.policy.CorsPolicies;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that an application pays for automata and the public suffix list only when it has
 * patterns or regular expressions.
 */
class CorsClassLoadingTests {

	private static final String AUTOMATON = "io.github.corsstarter.origin.automaton.Determinizer";

	private static final String PUBLIC_SUFFIX_LIST = "io.github.corsstarter.origin.owner.PublicSuffixList";

	@Test
	void exactOriginsLoadNoAutomatonAndNoPublicSuffixList() throws Exception {
		assertThat(loadedWith("cors.allowed-origins=https://a.example,https://b.example:8443"))
			.contains("io.github.corsstarter.origin.match.OriginAllowlist",
					"io.github.corsstarter.web.servlet.CorsPolicyFilter")
			.doesNotContain(AUTOMATON, PUBLIC_SUFFIX_LIST);
	}

	@Test
	void regularExpressionsLoadBoth() throws Exception {
		assertThat(loadedWith("cors.allowed-origin-regexes=https://pr-\\d+\\.a\\.example")).contains(AUTOMATON,
				PUBLIC_SUFFIX_LIST);
	}

	private static Set<String> loadedWith(String property) throws Exception {
		try (RecordingClassLoader loader = new RecordingClassLoader()) {
			new WebApplicationContextRunner().withClassLoader(loader)
				// AutoConfigurations would load them by the test's own class loader
				.withUserConfiguration(loader.loadClass(CorsAutoConfiguration.class.getName()),
						loader.loadClass(CorsEndpointAutoConfiguration.class.getName()))
				.withPropertyValues("spring.profiles.active=prod", "management.endpoints.web.exposure.include=cors",
						property)
				.run((context) -> assertThat(context).hasNotFailed()
					.hasBean("corsPolicies")
					.hasBean("corsPolicyFilterRegistration"));
			return loader.loaded;
		}
	}

	/**
	 * Loads the classes of this project itself and notes their names.
	 */
	private static final class RecordingClassLoader extends URLClassLoader {

		private final Set<String> loaded = new TreeSet<>();

		RecordingClassLoader() {
			super(new URL[] { CorsAutoConfiguration.class.getProtectionDomain().getCodeSource().getLocation(),
					CorsPolicies.class.getProtectionDomain().getCodeSource().getLocation() },
					RecordingClassLoader.class.getClassLoader());
		}

		@Override
		protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
			if (!name.startsWith("io.github.corsstarter.")) {
				return super.loadClass(name, resolve);
			}
			synchronized (getClassLoadingLock(name)) {
				Class<?> type = findLoadedClass(name);
				if (type == null) {
					type = findClass(name);
					this.loaded.add(name);
				}
				return type;
			}
		}

	}

}
