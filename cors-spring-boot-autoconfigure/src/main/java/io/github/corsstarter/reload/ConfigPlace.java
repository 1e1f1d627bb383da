package io.github.corsstarter.reload;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A place on this machine where a start would look for configuration.
 */
sealed interface ConfigPlace {

	/** Stands in a location for each directory below another. */
	String CHILDREN = "*/";

	/**
	 * Return what a start would read here, if it is there.
	 */
	List<Path> files() throws IOException;

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
	 * Files of some names.
	 *
	 * @param directory where they are
	 * @param inChildren whether they are in the directories below that
	 * @param names their names
	 * @param description what a person looks for
	 */
	record NamedFiles(Path directory, boolean inChildren, List<String> names,
			String description) implements ConfigPlace {

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
	record Tree(Path root, boolean inChildren) implements ConfigPlace {

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
			return this.root + "/" + (this.inChildren ? CHILDREN : "");
		}

	}

}
