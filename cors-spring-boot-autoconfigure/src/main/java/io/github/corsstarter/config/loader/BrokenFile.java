package io.github.corsstarter.config.loader;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.env.PropertySourceLoader;
import org.springframework.core.env.Environment;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.util.StringUtils;

/**
 * Finds the file that could not be parsed, which the parser of YAML does not name.
 */
final class BrokenFile {

	private static final List<String> DEFAULT_LOCATIONS = List.of("classpath:/", "classpath:/config/", "file:./",
			"file:./config/", "file:./config/*/");

	private BrokenFile() {
	}

	/**
	 * Look through the files that a start would read first.
	 * @param environment knows where else to look
	 * @return the description of the first file that cannot be parsed, or {@code null}
	 */
	static @Nullable String find(Environment environment) {
		PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver();
		List<PropertySourceLoader> loaders = SpringFactoriesLoader.forDefaultResourceLocation()
			.load(PropertySourceLoader.class);
		for (String location : locations(environment)) {
			for (PropertySourceLoader loader : loaders) {
				for (String extension : loader.getFileExtensions()) {
					String broken = find(resources, loader, pattern(location, extension), "." + extension);
					if (broken != null) {
						return broken;
					}
				}
			}
		}
		return null;
	}

	private static List<String> locations(Environment environment) {
		List<String> locations = new ArrayList<>(DEFAULT_LOCATIONS);
		for (String key : List.of("spring.config.location", "spring.config.additional-location",
				"spring.config.import")) {
			for (String location : StringUtils.commaDelimitedListToStringArray(environment.getProperty(key, ""))) {
				locations.add(location.strip().replaceFirst("^optional:", ""));
			}
		}
		return locations;
	}

	private static String pattern(String location, String extension) {
		String prefixed = location.contains(":") ? location : "file:" + location;
		return prefixed.endsWith("/") ? prefixed + "*." + extension : prefixed;
	}

	private static @Nullable String find(PathMatchingResourcePatternResolver resources, PropertySourceLoader loader,
			String pattern, String ending) {
		try {
			for (Resource resource : resources.getResources(pattern)) {
				boolean candidate = resource.isReadable() && String.valueOf(resource.getFilename()).endsWith(ending);
				if (candidate && !parses(loader, resource)) {
					return resource.getDescription();
				}
			}
			return null;
		}
		catch (IOException ex) {
			return null;
		}
	}

	private static boolean parses(PropertySourceLoader loader, Resource resource) throws IOException {
		try {
			loader.load(resource.getDescription(), resource);
			return true;
		}
		catch (RuntimeException ex) {
			return false;
		}
	}

}
