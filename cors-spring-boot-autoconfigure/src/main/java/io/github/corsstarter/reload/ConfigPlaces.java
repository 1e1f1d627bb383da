package io.github.corsstarter.reload;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
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
 * Every place on this machine where a start would look for files and trees of
 * configuration, those that are not there included. What is in a jar does not change and
 * is left out. Immutable.
 */
final class ConfigPlaces {

	private static final List<String> DEFAULT_LOCATIONS = List.of("classpath:/", "classpath:/config/", "file:./",
			"file:./config/", "file:./config/*/");

	private static final String CLASS_PATH = "classpath:";

	private static final String TREE = "configtree:";

	private static final String FILE = "file:";

	private static final String WILDCARD = "*/";

	private final Set<Place> places;

	private ConfigPlaces(Set<Place> places) {
		this.places = Collections.unmodifiableSet(places);
	}

	/**
	 * Find the places.
	 * @param environment what was read from some of them
	 * @return the places
	 */
	static ConfigPlaces of(ConfigurableEnvironment environment) {
		return new ConfigPlaces(new Search(environment).places());
	}

	/**
	 * Return the places for a person.
	 * @return paths, those of directories with a slash at their end
	 */
	List<String> paths() {
		return this.places.stream().map(Place::toString).distinct().toList();
	}

	/**
	 * Read everything that is there.
	 * @return a text that is another one as soon as a byte is
	 */
	String digest() {
		MessageDigest digest = sha256();
		for (Place place : this.places) {
			try {
				for (Path file : place.files()) {
					digest.update(file.toString().getBytes(StandardCharsets.UTF_8));
					digest.update((byte) 0);
					if (Files.isRegularFile(file)) {
						byte[] content = Files.readAllBytes(file);
						digest.update(sha256().digest(content));
					}
				}
			}
			catch (IOException | RuntimeException ex) {
				digest.update(ex.toString().getBytes(StandardCharsets.UTF_8));
			}
		}
		return HexFormat.of().formatHex(digest.digest());
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

	private static List<Path> directories(Path parent) throws IOException {
		if (!Files.isDirectory(parent)) {
			return List.of();
		}
		try (Stream<Path> children = Files.list(parent)) {
			return children.filter((child) -> Files.isDirectory(child) && !isHidden(child)).sorted().toList();
		}
	}

	/** A mounted volume keeps its versions in directories of such names. */
	private static boolean isHidden(Path path) {
		return String.valueOf(path.getFileName()).startsWith("..");
	}

	/**
	 * A place.
	 */
	private sealed interface Place {

		/**
		 * Return what a start would read here, if it is there.
		 */
		List<Path> files() throws IOException;

	}

	/**
	 * Files of some names.
	 *
	 * @param directory where they are
	 * @param inChildren whether they are in the directories below that
	 * @param names their names
	 * @param description what a person looks for
	 */
	private record NamedFiles(Path directory, boolean inChildren, List<String> names,
			String description) implements Place {

		@Override
		public List<Path> files() throws IOException {
			List<Path> files = new ArrayList<>();
			for (Path parent : this.inChildren ? directories(this.directory) : List.of(this.directory)) {
				this.names.forEach((name) -> files.add(parent.resolve(name)));
			}
			return files;
		}

		@Override
		public String toString() {
			return this.description;
		}

	}

	/**
	 * A tree whose files have one value each.
	 *
	 * @param root where it begins
	 * @param inChildren whether each directory below that is one
	 */
	private record Tree(Path root, boolean inChildren) implements Place {

		@Override
		public List<Path> files() throws IOException {
			List<Path> files = new ArrayList<>();
			for (Path tree : this.inChildren ? directories(this.root) : List.of(this.root)) {
				if (Files.isDirectory(tree)) {
					try (Stream<Path> all = Files.walk(tree, FileVisitOption.FOLLOW_LINKS)) {
						all.filter((file) -> isVisible(tree, file) && Files.isRegularFile(file))
							.sorted()
							.forEach(files::add);
					}
				}
			}
			return files;
		}

		private static boolean isVisible(Path tree, Path file) {
			for (Path part : tree.relativize(file)) {
				if (isHidden(part)) {
					return false;
				}
			}
			return true;
		}

		@Override
		public String toString() {
			return this.root + "/" + (this.inChildren ? WILDCARD : "");
		}

	}

	/**
	 * The search for the places.
	 */
	private static final class Search {

		private final ConfigurableEnvironment environment;

		private final List<String> extensions;

		private final List<String> profiles;

		private final Set<Place> places = new LinkedHashSet<>();

		Search(ConfigurableEnvironment environment) {
			this.environment = environment;
			this.extensions = SpringFactoriesLoader.forDefaultResourceLocation()
				.load(PropertySourceLoader.class)
				.stream()
				.flatMap((loader) -> Stream.of(loader.getFileExtensions()))
				.toList();
			String[] active = environment.getActiveProfiles();
			this.profiles = List.of((active.length > 0) ? active : environment.getDefaultProfiles());
		}

		Set<Place> places() {
			String locations = this.environment.getProperty("spring.config.location", "");
			List<String> searched = new ArrayList<>(
					locations.isBlank() ? DEFAULT_LOCATIONS : ConfigLocations.split(locations));
			searched
				.addAll(ConfigLocations.split(this.environment.getProperty("spring.config.additional-location", "")));
			searched.forEach((location) -> add(location, ""));
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
			return (file.onClassPath() ? CLASS_PATH : FILE)
					+ file.path().substring(0, file.path().lastIndexOf('/') + 1);
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
			boolean inChildren = location.endsWith(WILDCARD);
			Path root = path(inChildren ? location.substring(0, location.length() - WILDCARD.length()) : location);
			if (root != null) {
				this.places.add(new Tree(root, inChildren));
			}
		}

		private void addOnClassPath(String location) {
			ClassLoader classLoader = ClassUtils.getDefaultClassLoader();
			try {
				for (URL root : (classLoader != null) ? Collections.list(classLoader.getResources(""))
						: List.<URL>of()) {
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
			boolean inChildren = location.endsWith(WILDCARD);
			Path path = path(inChildren ? location.substring(0, location.length() - WILDCARD.length()) : location);
			if (path == null) {
				return;
			}
			Path resolved = base.resolve(path).normalize();
			if (location.isEmpty() || location.endsWith("/") || inChildren) {
				this.places.add(new NamedFiles(resolved, inChildren, namesInDirectory(),
						resolved + "/" + (inChildren ? WILDCARD : "")));
			}
			else if (resolved.getParent() != null) {
				this.places.add(new NamedFiles(resolved.getParent(), false,
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
				this.profiles
					.forEach((profile) -> names.add(file.substring(0, dot) + "-" + profile + file.substring(dot)));
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

}
