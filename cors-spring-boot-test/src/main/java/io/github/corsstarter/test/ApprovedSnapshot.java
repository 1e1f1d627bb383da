package io.github.corsstarter.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.github.corsstarter.comparison.snapshot.CorsSnapshot;

/**
 * The file with what was approved for some profiles.
 *
 * @param root where the application is built
 * @param name the name of the profiles
 */
record ApprovedSnapshot(ApplicationRoot root, String name) {

	private static final String SUFFIX = ".cors.json";

	static ApprovedSnapshot of(ApplicationRoot root, List<String> profiles) {
		return new ApprovedSnapshot(root, profiles.isEmpty() ? "default" : String.join("+", profiles));
	}

	/**
	 * Return the file.
	 * @return its path from the module on
	 * @throws IllegalStateException if the module is not known
	 */
	Path file() {
		return Path.of("src", "test", "cors", this.name + SUFFIX);
	}

	boolean isMissing() {
		return !Files.exists(this.root.module().resolve(file()));
	}

	String read() {
		try {
			return Files.readString(this.root.module().resolve(file()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(file() + " cannot be read", ex);
		}
	}

	/**
	 * Approve a snapshot.
	 * @param snapshot what is configured now
	 */
	void approve(CorsSnapshot snapshot) {
		write(file(), snapshot);
	}

	/**
	 * Write a snapshot to where it can be looked at.
	 * @param snapshot what is configured now
	 * @return its path from the module on
	 */
	Path receive(CorsSnapshot snapshot) {
		Path received = this.root.output().getFileName().resolve("cors").resolve(this.name + SUFFIX);
		write(received, snapshot);
		return received;
	}

	private void write(Path path, CorsSnapshot snapshot) {
		Path file = this.root.module().resolve(path);
		try {
			Files.createDirectories(file.getParent());
			Files.writeString(file, snapshot.toJson());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(path + " cannot be written", ex);
		}
	}

}
