package io.github.corsstarter.reload;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.env.PropertySourceLoader;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.util.StringUtils;

/**
 * What the name of a property source tells about the file of configuration that it was
 * read from.
 *
 * @param resource the file
 * @param onClassPath whether it is on the class path
 * @param path its path
 * @param location the location that leads to it, without {@code optional:}
 * @param document the number of the document within the file, or {@code null} if it is
 * the only one
 */
record ConfigFile(Resource resource, boolean onClassPath, String path, String location, @Nullable Integer document) {

	private static final Pattern NAME = Pattern.compile("Config resource '(file|class path resource|URL) \\[(.*)]' "
			+ "via location '(?:optional:)?(.*)'( \\(document #(\\d+)\\))?");

	private static final String PREFIX = "Config resource '";

	private static final String ON_PROFILE = "spring.config.activate.on-profile";

	/**
	 * Return whether a source is a file of configuration.
	 * @param source any source
	 * @return {@code true} if a start reads it as such
	 */
	static boolean isOne(PropertySource<?> source) {
		return source.getName().startsWith(PREFIX);
	}

	/**
	 * Return the file that a source was read from.
	 * @param source any source
	 * @return the file, or {@code null} if it was not read from one
	 */
	static @Nullable ConfigFile of(PropertySource<?> source) {
		Matcher name = NAME.matcher(source.getName());
		if (!name.matches() || name.group(1).equals("URL")) {
			return null;
		}
		boolean onClassPath = !name.group(1).equals("file");
		String path = name.group(2);
		Integer document = (name.group(5) != null) ? Integer.valueOf(name.group(5)) : null;
		return new ConfigFile(onClassPath ? new ClassPathResource(path) : new FileSystemResource(path), onClassPath,
				path, name.group(3), document);
	}

	/**
	 * Return what the imports of the file are relative to.
	 * @return a path with a slash at its end, or nothing
	 */
	String folder() {
		return this.path.substring(0, this.path.lastIndexOf('/') + 1);
	}

	/**
	 * Return whether a source is there for some profiles alone.
	 * @param source a source that was read for more profiles than are active
	 * @param further the profiles that are not active
	 * @param environment knows those that are
	 * @return {@code true} if it is no configuration of the active profiles
	 */
	static boolean isFor(PropertySource<?> source, List<String> further, Environment environment) {
		ConfigFile file = of(source);
		String name = (file != null) ? StringUtils.stripFilenameExtension(file.path()) : "";
		return further.stream().anyMatch((profile) -> name.endsWith("-" + profile)) || !isActive(source, environment);
	}

	private static boolean isActive(PropertySource<?> source, Environment environment) {
		List<String> profiles = new ArrayList<>();
		Object all = source.getProperty(ON_PROFILE);
		if (all != null) {
			profiles.addAll(List.of(StringUtils.commaDelimitedListToStringArray(all.toString())));
		}
		for (Object one = source.getProperty(ON_PROFILE + "[0]"); one != null; one = source
			.getProperty(ON_PROFILE + "[" + profiles.size() + "]")) {
			profiles.add(one.toString());
		}
		String[] active = profiles.stream().map(String::strip).toArray(String[]::new);
		return active.length == 0 || environment.acceptsProfiles(Profiles.of(active));
	}

	/**
	 * Return whether a start would not read a document any more that a refresh has left.
	 * @param source any source
	 * @param environment knows the active profiles
	 * @return {@code true} if the file is gone, has fewer documents, or the document is
	 * for other profiles now
	 */
	static boolean isStale(PropertySource<?> source, Environment environment) {
		ConfigFile file = of(source);
		if (file == null || file.onClassPath()) {
			return false;
		}
		List<PropertySource<?>> documents = file.documents();
		int index = (file.document() != null) ? file.document() : 0;
		boolean numbered = documents.size() > 1;
		return index >= documents.size() || numbered != (file.document() != null)
				|| !isActive(documents.get(index), environment);
	}

	private List<PropertySource<?>> documents() {
		if (!this.resource.isReadable()) {
			return List.of();
		}
		for (PropertySourceLoader loader : SpringFactoriesLoader.forDefaultResourceLocation()
			.load(PropertySourceLoader.class)) {
			for (String extension : loader.getFileExtensions()) {
				if (this.path.endsWith("." + extension)) {
					return load(loader);
				}
			}
		}
		return List.of();
	}

	private List<PropertySource<?>> load(PropertySourceLoader loader) {
		try {
			return loader.load(this.path, this.resource);
		}
		catch (IOException ex) {
			// Gone since it was looked for
			return List.of();
		}
	}

}
