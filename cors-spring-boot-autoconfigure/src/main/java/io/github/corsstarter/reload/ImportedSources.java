package io.github.corsstarter.reload;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.config.ConfigLocations;
import io.github.corsstarter.config.loader.ApplicationEnvironment;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.ConfigTreePropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.util.StringUtils;

/**
 * Finds the files and trees of this machine that are still imported, beginning with the
 * sources that are neither. Those of a refresh that no location leads to any more were
 * left behind by it.
 */
final class ImportedSources {

	private static final String TREE = "configtree:";

	private static final String CHILDREN = "*/";

	private ImportedSources() {
	}

	/**
	 * Leave out what nothing imports.
	 * @param sources sources of one environment, in their order
	 * @return those that a start would still read
	 */
	static List<PropertySource<?>> among(List<PropertySource<?>> sources) {
		List<PropertySource<?>> found = sources.stream()
			.filter((source) -> !isTree(source) && ConfigFile.of(source) == null)
			.toList();
		int known = -1;
		while (found.size() > known) {
			known = found.size();
			List<PropertySource<?>> before = found;
			List<Import> imports = imports(before);
			found = sources.stream()
				.filter((source) -> before.contains(source)
						|| imports.stream().anyMatch((location) -> location.leadsTo(source)))
				.toList();
		}
		return found;
	}

	private static boolean isTree(PropertySource<?> source) {
		return source instanceof ConfigTreePropertySource;
	}

	private static List<Import> imports(List<PropertySource<?>> sources) {
		ConfigurableEnvironment view = new ApplicationEnvironment();
		sources.forEach(view.getPropertySources()::addLast);
		ConfigurationPropertySources.attach(view);
		List<Import> imports = new ArrayList<>();
		ConfigLocations.searched(view).forEach((location) -> imports.add(new Import(location, null)));
		for (PropertySource<?> source : sources) {
			ConfigFile file = ConfigFile.of(source);
			ConfigLocations.importedBy(source, view).forEach((location) -> imports.add(new Import(location, file)));
		}
		return imports;
	}

	/**
	 * A location that a start looks at.
	 *
	 * @param location the location, without {@code optional:}
	 * @param importer the file that imports it, or {@code null} if it is none
	 */
	private record Import(String location, @Nullable ConfigFile importer) {

		boolean leadsTo(PropertySource<?> source) {
			if (source.getSource() instanceof Path path && isTree(source)) {
				return this.location.startsWith(TREE) && leadsToTree(this.location.substring(TREE.length()), path);
			}
			ConfigFile file = ConfigFile.of(source);
			return file != null && this.location.equals(file.location()) && isBeside(file);
		}

		private static boolean leadsToTree(String location, Path tree) {
			if (!Files.isDirectory(tree)) {
				return false;
			}
			boolean inChildren = location.endsWith(CHILDREN);
			String root = inChildren ? location.substring(0, location.length() - CHILDREN.length()) : location;
			return Path.of(root).toAbsolutePath().equals(inChildren ? tree.getParent() : tree);
		}

		/**
		 * Return whether a file is where a relative location leads to: the same location
		 * leads elsewhere from another folder.
		 */
		private boolean isBeside(ConfigFile file) {
			if (this.importer == null || this.location.startsWith("/") || this.location.indexOf(':') >= 0) {
				return true;
			}
			String target = StringUtils.cleanPath(this.importer.folder() + this.location);
			return file.onClassPath() == this.importer.onClassPath()
					&& file.path().startsWith(target.substring(0, target.lastIndexOf('/') + 1));
		}

	}

}
