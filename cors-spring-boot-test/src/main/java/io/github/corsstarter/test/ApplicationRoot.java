package io.github.corsstarter.test;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where an application's own classes and files are, and the module that they are built
 * in.
 *
 * @param type a class of the application
 * @param location the directory or jar of the class
 * @param resources the directory of the files, where classes and files are built apart;
 * else the same as the location
 */
record ApplicationRoot(Class<?> type, Path location, Path resources) {

	private static final Pattern FILE = Pattern.compile("application[.-].*");

	/** What build tools and development environments call the directory they build in. */
	private static final Set<String> OUTPUTS = Set.of("target", "build", "bin", "out");

	/**
	 * Find the root of an application.
	 * @param type a class of the application
	 * @return its root
	 * @throws IllegalArgumentException if the class comes from no file
	 */
	static ApplicationRoot of(Class<?> type) {
		CodeSource source = type.getProtectionDomain().getCodeSource();
		URL url = (source != null) ? source.getLocation() : null;
		try {
			if (url != null) {
				Path location = Path.of(url.toURI());
				return new ApplicationRoot(type, location, resources(location));
			}
		}
		catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException ex) {
			// Refused below
		}
		throw new IllegalArgumentException(
				type.getName() + " comes from no directory and no jar. Name a class of the application.");
	}

	/**
	 * Gradle builds files apart from classes, which are in
	 * {@code build/classes/<language>/<source set>}.
	 */
	private static Path resources(Path location) {
		Path language = location.getParent();
		Path classes = (language != null) ? language.getParent() : null;
		if (classes == null || !classes.endsWith(Path.of("build", "classes"))) {
			return location;
		}
		Path resources = classes.resolveSibling("resources").resolve(location.getFileName());
		return Files.isDirectory(resources) ? resources : location;
	}

	/**
	 * Return the root for a class loader.
	 * @return the files' place first
	 */
	URL[] urls() {
		return places().map(Path::toUri).map((uri) -> {
			try {
				return uri.toURL();
			}
			catch (MalformedURLException ex) {
				throw new IllegalStateException(ex);
			}
		}).toArray(URL[]::new);
	}

	private Stream<Path> places() {
		return Stream.of(this.resources, this.location).distinct();
	}

	/**
	 * Check that there is a file to read.
	 * @throws IllegalStateException if there is no {@code application.properties}, for
	 * all profiles or for one, or the like
	 */
	void checkHasConfiguration() {
		List<Path> places = places().toList();
		for (Path place : places) {
			if (hasConfiguration(place)) {
				return;
			}
		}
		throw new IllegalStateException(
				"There is no application.properties and no application.yml of " + this.type.getName() + ": none is in "
						+ places.stream()
							.map((place) -> Files.isDirectory(place) ? place + File.separator : place.toString())
							.collect(Collectors.joining(" or "))
						+ ", nor in config below it.");
	}

	private static boolean hasConfiguration(Path place) {
		try {
			if (Files.isDirectory(place)) {
				return isInOrBelow(place);
			}
			try (FileSystem jar = FileSystems.newFileSystem(place)) {
				return isInOrBelow(jar.getPath("/"));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static boolean isInOrBelow(Path directory) throws IOException {
		List<Path> files = new ArrayList<>();
		for (Path candidate : List.of(directory, directory.resolve("config"))) {
			if (Files.isDirectory(candidate)) {
				try (Stream<Path> list = Files.list(candidate)) {
					list.forEach(files::add);
				}
			}
		}
		return files.stream().anyMatch((file) -> FILE.matcher(String.valueOf(file.getFileName())).matches());
	}

	/**
	 * Return the directory of the module.
	 * @return the directory with the sources
	 * @throws IllegalStateException if the class was not built here
	 */
	Path module() {
		return Objects.requireNonNull(output().toAbsolutePath().getParent());
	}

	/**
	 * Return the directory that the module is built in.
	 * @return such as {@code target}, or {@code build}
	 * @throws IllegalStateException if the class was not built here
	 */
	Path output() {
		for (Path place = this.location; place != null; place = place.getParent()) {
			Path name = place.getFileName();
			if (name != null && OUTPUTS.contains(name.toString())) {
				return place;
			}
		}
		throw new IllegalStateException("The module of " + this.type.getName() + " is not known: " + this.location
				+ " is in no target and no build directory.");
	}

}
