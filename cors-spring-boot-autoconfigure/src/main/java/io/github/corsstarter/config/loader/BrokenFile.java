package io.github.corsstarter.config.loader;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.corsstarter.config.ConfigLocations;
import io.github.corsstarter.policy.Location;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.env.PropertySourceLoader;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.util.StringUtils;

/**
 * Finds the file that could not be parsed, which the parser of YAML does not name: the
 * one that fails in the same way, among those that a start would read.
 */
final class BrokenFile {

	private static final String NAME = "spring.config.name";

	private static final Pattern POSITION = Pattern.compile("line (\\d+), column (\\d+)");

	private final PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver();

	private final List<PropertySourceLoader> loaders = SpringFactoriesLoader.forDefaultResourceLocation()
		.load(PropertySourceLoader.class);

	private final ConfigurableEnvironment environment;

	private final String failure;

	private final Deque<String> locations = new ArrayDeque<>();

	private final Set<Resource> seen = new HashSet<>();

	private BrokenFile(ConfigurableEnvironment environment, Throwable failure) {
		this.environment = environment;
		this.failure = reason(failure);
	}

	/**
	 * Look through the files that a start would read, and those that they import.
	 * @param environment knows where to look
	 * @param failure what Spring says of the file
	 * @return the file with the line, or {@code null} if none fails so
	 */
	static Location.@Nullable ConfigFile find(ConfigurableEnvironment environment, Throwable failure) {
		return new BrokenFile(environment, failure).find();
	}

	private Location.@Nullable ConfigFile find() {
		this.locations.addAll(ConfigLocations.searched(this.environment));
		for (PropertySource<?> source : this.environment.getPropertySources()) {
			this.locations.addAll(ConfigLocations.importedBy(source, this.environment));
		}
		while (!this.locations.isEmpty()) {
			for (Resource resource : files(this.locations.remove())) {
				if (this.seen.add(resource) && !parses(resource)) {
					return new Location.ConfigFile(resource.getDescription(), resource.getFilename(), position(),
							List.of());
				}
			}
		}
		return null;
	}

	/**
	 * Return where the parser stopped, which it names last.
	 */
	private Location.@Nullable Position position() {
		Location.Position position = null;
		for (Matcher matcher = POSITION.matcher(this.failure); matcher.find();) {
			position = new Location.Position(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
		}
		return position;
	}

	private void follow(PropertySource<?> document, Resource file) throws IOException {
		for (String location : ConfigLocations.importedBy(document, this.environment)) {
			boolean relative = !location.contains(":") && !location.startsWith("/");
			this.locations.add(relative ? StringUtils.applyRelativePath(file.getURL().toString(), location) : location);
		}
	}

	private List<Resource> files(String location) {
		String prefixed = location.contains(":") ? location : "file:" + location;
		if (!prefixed.endsWith("/")) {
			return resolve(prefixed);
		}
		List<Resource> files = new ArrayList<>();
		for (String name : this.environment.getProperty(NAME, "application").split(",")) {
			files.addAll(resolve(prefixed + name.strip() + ".*"));
			files.addAll(resolve(prefixed + name.strip() + "-*.*"));
		}
		return files;
	}

	private List<Resource> resolve(String pattern) {
		try {
			return List.of(this.resources.getResources(pattern));
		}
		catch (IOException ex) {
			return List.of();
		}
	}

	private boolean parses(Resource resource) {
		String file = String.valueOf(resource.getFilename());
		for (PropertySourceLoader loader : this.loaders) {
			for (String extension : loader.getFileExtensions()) {
				if (file.endsWith("." + extension) && resource.isReadable()) {
					return parses(resource, loader);
				}
			}
		}
		return true;
	}

	private boolean parses(Resource resource, PropertySourceLoader loader) {
		try {
			for (PropertySource<?> document : loader.load(resource.getDescription(), resource)) {
				follow(document, resource);
			}
			return true;
		}
		catch (IOException | RuntimeException ex) {
			return !reason(ex).equals(this.failure);
		}
	}

	private static String reason(Throwable failure) {
		return Objects.toString(NestedExceptionUtils.getMostSpecificCause(failure).getMessage());
	}

}
