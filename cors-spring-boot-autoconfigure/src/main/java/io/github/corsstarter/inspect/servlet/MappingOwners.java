package io.github.corsstarter.inspect.servlet;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;

import io.github.corsstarter.inspect.Beans;

import org.springframework.core.annotation.AnnotationAwareOrderComparator;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Which bean has configured CORS for a pattern. The configuration itself does not tell:
 * each bean is asked once more, as Spring MVC asked it.
 */
final class MappingOwners {

	private static final Comparator<Entry<String, WebMvcConfigurer>> ORDER = Entry
		.comparingByValue(AnnotationAwareOrderComparator.INSTANCE::compare);

	private final Map<String, Owner> owners = new HashMap<>();

	private MappingOwners() {
	}

	/**
	 * Asks the configurers.
	 * @param beans where they are
	 * @return the owners
	 */
	static MappingOwners of(Beans beans) {
		MappingOwners owners = new MappingOwners();
		List<Entry<String, WebMvcConfigurer>> configurers = beans.ofType(WebMvcConfigurer.class)
			.entrySet()
			.stream()
			.sorted(ORDER)
			.toList();
		configurers.forEach((entry) -> owners.ask(entry.getKey(), entry.getValue()));
		return owners;
	}

	private void ask(String name, WebMvcConfigurer configurer) {
		Registry registry = new Registry();
		try {
			configurer.addCorsMappings(registry);
		}
		catch (RuntimeException | LinkageError ex) {
			// One that can be asked only once: its mappings stay without an owner
			return;
		}
		boolean ofSpringBoot = configurer.getClass().getName().startsWith("org.springframework.boot.");
		registry.getCorsConfigurations()
			.keySet()
			.forEach((pattern) -> this.owners.put(pattern, new Owner(name, ofSpringBoot)));
	}

	/**
	 * Return whether Spring Boot has configured CORS for a pattern out of properties.
	 * @param pattern the pattern
	 * @return {@code true} if an auto-configuration has
	 */
	boolean isOfSpringBoot(String pattern) {
		Owner owner = this.owners.get(pattern);
		return owner != null && owner.ofSpringBoot();
	}

	/**
	 * Return the bean that configured CORS for a pattern.
	 * @param pattern the pattern
	 * @param defaultName what to return if none is known to have
	 * @return the name of the bean
	 */
	String nameOf(String pattern, String defaultName) {
		Owner owner = this.owners.get(pattern);
		return (owner != null) ? owner.name() : defaultName;
	}

	private record Owner(String name, boolean ofSpringBoot) {

	}

	/**
	 * Lets the mappings be seen.
	 */
	private static final class Registry extends CorsRegistry {

		@Override
		protected Map<String, CorsConfiguration> getCorsConfigurations() {
			return super.getCorsConfigurations();
		}

	}

}
