package io.github.corsstarter.config.loader;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.corsstarter.config.ConfigLocations;
import io.github.corsstarter.policy.Location;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.env.PropertySourceLoader;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.SpringFactoriesLoader;

/**
 * Finds the file that could not be parsed, which the parser of YAML does not name.
 */
final class BrokenFile {

	private static final Pattern POSITION = Pattern.compile("line (\\d+), column (\\d+)");

	private final PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver();

	private final List<PropertySourceLoader> loaders = SpringFactoriesLoader.forDefaultResourceLocation()
		.load(PropertySourceLoader.class);

	private final ConfigurableEnvironment environment;

	private final Deque<String> open = new ArrayDeque<>();

	private final Set<String> known = new HashSet<>();

	private BrokenFile(ConfigurableEnvironment environment) {
		this.environment = environment;
	}

	/**
	 * Look through the files that a start would read, and those that they import.
	 * @param environment knows where to begin
	 * @return the first file that cannot be parsed, or {@code null}
	 */
	static Location.@Nullable ConfigFile find(ConfigurableEnvironment environment) {
		BrokenFile search = new BrokenFile(environment);
		ConfigLocations.searched(environment).forEach((location) -> search.add(location, ""));
		environment.getPropertySources().forEach((source) -> search.addImports(source, ""));
		return search.find();
	}

	private void addImports(PropertySource<?> source, String folder) {
		ConfigLocations.importedBy(source, this.environment).forEach((location) -> add(location, folder));
	}

	private void add(String location, String folder) {
		boolean prefixed = location.contains(":");
		if (!prefixed || location.startsWith("file:") || location.startsWith("classpath:")) {
			boolean relative = !prefixed && !location.startsWith("/") && !folder.isEmpty();
			String url = relative ? folder + location : "file:" + location;
			if (this.known.add(prefixed ? location : url)) {
				this.open.add(prefixed ? location : url);
			}
		}
	}

	private Location.@Nullable ConfigFile find() {
		for (String location = this.open.poll(); location != null; location = this.open.poll()) {
			for (PropertySourceLoader loader : this.loaders) {
				for (String extension : loader.getFileExtensions()) {
					Location.ConfigFile broken = find(location, loader, "." + extension);
					if (broken != null) {
						return broken;
					}
				}
			}
		}
		return null;
	}

	private Location.@Nullable ConfigFile find(String location, PropertySourceLoader loader, String ending) {
		try {
			for (Resource resource : this.resources
				.getResources(location.endsWith("/") ? location + "*" + ending : location)) {
				if (resource.isReadable() && String.valueOf(resource.getFilename()).endsWith(ending)) {
					Location.ConfigFile broken = parse(loader, resource);
					if (broken != null) {
						return broken;
					}
				}
			}
		}
		catch (IOException ex) {
			// Not there, and so not what could not be parsed
		}
		return null;
	}

	private Location.@Nullable ConfigFile parse(PropertySourceLoader loader, Resource resource) throws IOException {
		try {
			String url = resource.getURL().toString();
			for (PropertySource<?> document : loader.load(url, resource)) {
				addImports(document, url.substring(0, url.lastIndexOf('/') + 1));
			}
			return null;
		}
		catch (RuntimeException ex) {
			return new Location.ConfigFile(resource.getDescription(), resource.getFilename(),
					position(String.valueOf(ex.getMessage())), List.of());
		}
	}

	/**
	 * Return where the parser stopped, which it names last.
	 */
	private static @Nullable String position(String message) {
		String position = null;
		for (Matcher matcher = POSITION.matcher(message); matcher.find();) {
			position = matcher.group(1) + ":" + matcher.group(2);
		}
		return position;
	}

}
