package io.github.corsstarter.config.loader;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.config.SharedPrefix;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.json.JsonParserFactory;
import org.springframework.util.ClassUtils;
import org.springframework.util.StreamUtils;

/**
 * Finds the classes that bind {@code cors} or a key below it where there are no beans: by
 * the metadata that Spring Boot's annotation processor writes.
 */
final class DeclaredPrefixes {

	private static final String METADATA = "META-INF/spring-configuration-metadata.json";

	private static final String OWN_CLASSES = SharedPrefix.class.getPackageName() + ".";

	private static final ConfigurationPropertyName CORS = ConfigurationPropertyName.of("cors");

	private DeclaredPrefixes() {
	}

	/**
	 * Find the classes. None of them is initialised.
	 * @param classLoader the class loader of the application
	 * @return the classes, without those of this library
	 */
	static List<SharedPrefix> in(@Nullable ClassLoader classLoader) {
		ClassLoader loader = (classLoader != null) ? classLoader : ClassUtils.getDefaultClassLoader();
		List<SharedPrefix> found = new ArrayList<>();
		if (loader == null) {
			return found;
		}
		try {
			for (URL file : Collections.list(loader.getResources(METADATA))) {
				for (Map<?, ?> group : groups(file)) {
					add(group, loader, found);
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The metadata of configuration properties cannot be read", ex);
		}
		return found;
	}

	/**
	 * Read the groups of a file. Most files are long, and only few have to be parsed.
	 */
	private static List<Map<?, ?>> groups(URL file) throws IOException {
		List<Map<?, ?>> groups = new ArrayList<>();
		try (InputStream in = file.openStream()) {
			String json = StreamUtils.copyToString(in, StandardCharsets.UTF_8);
			if (json.contains("\"cors")
					&& JsonParserFactory.getJsonParser().parseMap(json).get("groups") instanceof List<?> all) {
				all.forEach((group) -> groups.add((Map<?, ?>) group));
			}
		}
		return groups;
	}

	private static void add(Map<?, ?> group, ClassLoader classLoader, List<SharedPrefix> found) {
		String name = String.valueOf(group.get("name"));
		String type = String.valueOf(group.get("type"));
		// The group of a nested class is found through the class that it is nested in
		boolean nested = group.get("sourceMethod") != null;
		if (nested || type.startsWith(OWN_CLASSES) || !ConfigurationPropertyName.isValid(name)) {
			return;
		}
		ConfigurationPropertyName prefix = ConfigurationPropertyName.of(name);
		if ((CORS.equals(prefix) || CORS.isAncestorOf(prefix)) && ClassUtils.isPresent(type, classLoader)) {
			SharedPrefix shared = new SharedPrefix(ClassUtils.resolveClassName(type, classLoader), prefix);
			if (!found.contains(shared)) {
				found.add(shared);
			}
		}
	}

}
