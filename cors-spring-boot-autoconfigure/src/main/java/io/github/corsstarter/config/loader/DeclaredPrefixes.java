package io.github.corsstarter.config.loader;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.corsstarter.config.SharedPrefix;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.util.ClassUtils;
import org.springframework.util.StreamUtils;

/**
 * Finds the classes that bind {@code cors} or a key below it where there are no beans: by
 * the metadata that Spring Boot's annotation processor writes.
 */
final class DeclaredPrefixes {

	private static final String METADATA = "META-INF/spring-configuration-metadata.json";

	private static final Pattern GROUPS = Pattern.compile("\"groups\"\\s*:\\s*\\[[^\\]]*]");

	private static final Pattern OBJECT = Pattern.compile("\\{[^{}]*}");

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
				for (String group : groups(file)) {
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
	 * Read the groups of a file, each of which is an object of texts.
	 */
	private static List<String> groups(URL file) throws IOException {
		try (InputStream in = file.openStream()) {
			Matcher groups = GROUPS.matcher(StreamUtils.copyToString(in, StandardCharsets.UTF_8));
			return groups.find() ? OBJECT.matcher(groups.group()).results().map(MatchResult::group).toList()
					: List.of();
		}
	}

	private static String member(String group, String name) {
		Matcher member = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]*)\"").matcher(group);
		return member.find() ? member.group(1) : "";
	}

	private static void add(String group, ClassLoader classLoader, List<SharedPrefix> found) {
		String name = member(group, "name");
		String type = member(group, "type");
		// A class that is nested in another is found through that
		boolean nested = !member(group, "sourceMethod").isEmpty();
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
