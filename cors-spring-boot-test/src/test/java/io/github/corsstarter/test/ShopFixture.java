package io.github.corsstarter.test;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A module with an application as build tools leave it behind, and with tests of its own,
 * whose files come first on the class path.
 */
final class ShopFixture {

	private static final String CLASS = Shop.class.getName().replace('.', '/') + ".class";

	private final Path module;

	private final Path classes;

	private final Path resources;

	private final Path testResources;

	private ShopFixture(Path module, String classes, String resources, String testResources) {
		this.module = module;
		this.classes = module.resolve(classes);
		this.resources = module.resolve(resources);
		this.testResources = module.resolve(testResources);
		try (InputStream type = ShopFixture.class.getClassLoader().getResourceAsStream(CLASS)) {
			Files.createDirectories(this.classes.resolve(CLASS).getParent());
			Files.createDirectories(this.resources);
			Files.createDirectories(this.testResources);
			Files.write(this.classes.resolve(CLASS), type.readAllBytes());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static ShopFixture ofMaven(Path module) {
		return new ShopFixture(module, "target/classes", "target/classes", "target/test-classes");
	}

	static ShopFixture ofGradle(Path module) {
		return new ShopFixture(module, "build/classes/java/main", "build/resources/main", "build/resources/test");
	}

	Path module() {
		return this.module;
	}

	ShopFixture file(String name, String text) {
		write(this.resources.resolve(name), text);
		return this;
	}

	ShopFixture testFile(String name, String text) {
		write(this.testResources.resolve(name), text);
		return this;
	}

	private static void write(Path file, String text) {
		try {
			Files.createDirectories(file.getParent());
			Files.writeString(file, text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Load the application from its directories.
	 */
	Class<?> load() {
		return load(this.resources, this.classes);
	}

	/**
	 * Load the application from a jar.
	 */
	Class<?> loadFromJar() {
		Path jar = this.module.resolve("target/shop.jar");
		try (FileSystem files = FileSystems.newFileSystem(jar, Map.of("create", "true"));
				Stream<Path> built = Files.walk(this.classes)) {
			for (Path file : built.filter(Files::isRegularFile).toList()) {
				Path copy = files.getPath("/").resolve(this.classes.relativize(file).toString());
				Files.createDirectories(copy.getParent());
				Files.copy(file, copy);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return load(jar);
	}

	private Class<?> load(Path... places) {
		try {
			return new ChildFirst(Stream.concat(Stream.of(this.testResources), Stream.of(places)).distinct().toList())
				.loadClass(Shop.class.getName());
		}
		catch (ClassNotFoundException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * The class path of the module, ahead of the one these tests run with.
	 */
	private static final class ChildFirst extends URLClassLoader {

		ChildFirst(List<Path> places) {
			super(places.stream().map(ChildFirst::url).toArray(URL[]::new), ShopFixture.class.getClassLoader());
		}

		private static URL url(Path place) {
			try {
				return place.toUri().toURL();
			}
			catch (MalformedURLException ex) {
				throw new IllegalStateException(ex);
			}
		}

		@Override
		protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
			synchronized (getClassLoadingLock(name)) {
				Class<?> loaded = findLoadedClass(name);
				if (loaded != null) {
					return loaded;
				}
				return name.equals(Shop.class.getName()) ? findClass(name) : super.loadClass(name, resolve);
			}
		}

		@Override
		public @Nullable URL getResource(String name) {
			URL resource = findResource(name);
			return (resource != null) ? resource : super.getResource(name);
		}

	}

}
