package io.github.corsstarter.reload;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.github.corsstarter.config.ConfigLocations;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.env.PropertySourceLoader;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * Finds the places where a start would look. Not safe for use by several threads.
 */
final class ConfigPlaceSearch {

	private static final String CLASS_PATH = "classpath:";

	private static final String TREE = "configtree:";

	private static final String FILE = "file:";

	private final ConfigurableEnvironment environment;

	private final List<String> extensions;

	private final List<String> profiles;

	private final Set<ConfigPlace> places = new LinkedHashSet<>();

	ConfigPlaceSearch(ConfigurableEnvironment environment) {
		this.environment = environment;
		this.extensions = SpringFactoriesLoader.forDefaultResourceLocation()
			.load(PropertySourceLoader.class)
			.stream()
			.flatMap((loader) -> Stream.of(loader.getFileExtensions()))
			.toList();
		String[] active = environment.getActiveProfiles();
		this.profiles = List.of((active.length > 0) ? active : environment.getDefaultProfiles());
	}

	Set<ConfigPlace> places() {
		ConfigLocations.searched(this.environment).forEach((location) -> add(location, ""));
		for (PropertySource<?> source : this.environment.getPropertySources()) {
			String folder = folder(source);
			ConfigLocations.importedBy(source, this.environment).forEach((location) -> add(location, folder));
		}
		return this.places;
	}

	/**
	 * Return what the imports of a source are relative to.
	 */
	private static String folder(PropertySource<?> source) {
		ConfigFile file = ConfigFile.of(source);
		if (file == null) {
			return "";
		}
		return (file.onClassPath() ? CLASS_PATH : FILE) + file.folder();
	}

	private void add(String location, String folder) {
		if (location.startsWith(TREE)) {
			addTree(location.substring(TREE.length()));
		}
		else if (location.startsWith(CLASS_PATH)) {
			addOnClassPath(location.substring(CLASS_PATH.length()));
		}
		else if (location.startsWith(FILE)) {
			addFile(location.substring(FILE.length()));
		}
		else if (location.startsWith("/") || folder.isEmpty()) {
			addFile(location);
		}
		else if (location.indexOf(':') < 0) {
			add(folder + location, "");
		}
	}

	private void addTree(String location) {
		boolean inChildren = location.endsWith(ConfigPlace.CHILDREN);
		Path root = path(
				inChildren ? location.substring(0, location.length() - ConfigPlace.CHILDREN.length()) : location);
		if (root != null) {
			this.places.add(new ConfigPlace.Tree(root, inChildren));
		}
	}

	private void addOnClassPath(String location) {
		ClassLoader classLoader = ClassUtils.getDefaultClassLoader();
		try {
			for (URL root : (classLoader != null) ? Collections.list(classLoader.getResources("")) : List.<URL>of()) {
				if (root.getProtocol().equals("file")) {
					Path directory = Path.of(URI.create(root.toString()));
					addNamed(directory, location.replaceFirst("^/+", ""));
				}
			}
		}
		catch (IOException | IllegalArgumentException ex) {
			// No directory, and so nothing that changes
		}
	}

	private void addFile(String location) {
		addNamed(Path.of("").toAbsolutePath(), location.replaceFirst("^//+", "/"));
	}

	private void addNamed(Path base, String location) {
		boolean inChildren = location.endsWith(ConfigPlace.CHILDREN);
		Path path = path(
				inChildren ? location.substring(0, location.length() - ConfigPlace.CHILDREN.length()) : location);
		if (path == null) {
			return;
		}
		Path resolved = base.resolve(path).normalize();
		if (location.isEmpty() || location.endsWith("/") || inChildren) {
			this.places.add(new ConfigPlace.NamedFiles(resolved, inChildren, namesInDirectory(),
					resolved + "/" + (inChildren ? ConfigPlace.CHILDREN : "")));
		}
		else if (resolved.getParent() != null) {
			this.places.add(new ConfigPlace.NamedFiles(resolved.getParent(), false,
					namesOf(String.valueOf(resolved.getFileName())), resolved.toString()));
		}
	}

	private List<String> namesInDirectory() {
		List<String> names = new ArrayList<>();
		for (String name : StringUtils
			.commaDelimitedListToStringArray(this.environment.getProperty("spring.config.name", "application"))) {
			this.extensions.forEach((extension) -> names.addAll(namesOf(name.strip() + "." + extension)));
		}
		return names;
	}

	private List<String> namesOf(String file) {
		if (file.endsWith("]")) {
			return List.of(file.replaceFirst("\\[[^\\[]*]$", ""));
		}
		List<String> names = new ArrayList<>(List.of(file));
		int dot = file.lastIndexOf('.');
		if (dot > 0) {
			this.profiles.forEach((profile) -> names.add(file.substring(0, dot) + "-" + profile + file.substring(dot)));
		}
		return names;
	}

	private static @Nullable Path path(String text) {
		try {
			return Path.of(text);
		}
		catch (InvalidPathException ex) {
			return null;
		}
	}

}
