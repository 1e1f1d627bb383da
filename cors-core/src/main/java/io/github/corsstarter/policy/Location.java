package io.github.corsstarter.policy;

import java.util.List;
import java.util.stream.Collectors;

import io.github.corsstarter.policy.text.Escape;
import org.jspecify.annotations.Nullable;

/**
 * Where a value was read from. Its text is the same in a report, in the log and in the
 * endpoint, and is safe to print.
 */
public sealed interface Location {

	/**
	 * Return the location after the preposition that it takes.
	 * @return the end of a sentence such as {@code at class path resource
	 * [application.yml] - 6:9}
	 */
	default String phrase() {
		return "at " + this;
	}

	/**
	 * Return a key together with what to open to change its value.
	 * @param key a key that is set here
	 * @return the end of a sentence such as {@code cors.allowed-origins in
	 * application.yml}
	 */
	default String placeOf(String key) {
		return key;
	}

	/**
	 * A file that is read as text.
	 */
	sealed interface TextFile extends Location permits ConfigFile, PropertySourceFile {

		/**
		 * Return the file with its folder and, in a jar, the jar.
		 * @return such as {@code class path resource [application.yml]}
		 */
		String resource();

		/**
		 * Return the name of the file.
		 * @return the name without folders, or {@code null} if it has none
		 */
		@Nullable String name();

		/**
		 * Return the line and the column.
		 * @return the position, or {@code null} if it is not known
		 */
		@Nullable Position position();

		/**
		 * Return whether a backslash has to be written twice there.
		 * @return {@code true} for a {@code .properties} file
		 */
		default boolean isProperties() {
			String name = name();
			return name != null && name.endsWith(".properties");
		}

		/**
		 * Return whether the file is written in YAML.
		 * @return {@code true} by its name
		 */
		default boolean isYaml() {
			String name = name();
			return name != null && (name.endsWith(".yml") || name.endsWith(".yaml"));
		}

		@Override
		default String placeOf(String key) {
			String name = name();
			return key + " in " + Escape.escape((name != null) ? name : resource());
		}

		private static String text(TextFile file) {
			return Escape
				.escape((file.position() != null) ? file.resource() + " - " + file.position() : file.resource());
		}

	}

	/**
	 * A place in a file, counted from one.
	 *
	 * @param line the line
	 * @param column the column
	 */
	record Position(int line, int column) {

		@Override
		public String toString() {
			return this.line + ":" + this.column;
		}

	}

	/**
	 * A file that Spring Boot reads as configuration, as it reads the file of the same
	 * name for each active profile.
	 *
	 * @param resource the file with its folder
	 * @param name the name of the file
	 * @param position the line and the column
	 * @param profiles the profiles that the document of the file is bound to; empty if
	 * the document is read whatever profiles are active
	 */
	record ConfigFile(String resource, @Nullable String name, @Nullable Position position,
			List<String> profiles) implements TextFile {

		public ConfigFile {
			profiles = List.copyOf(profiles);
		}

		/**
		 * Return whether the value is read whatever profiles are active.
		 * @param activeProfiles the active profiles
		 * @return {@code true} for a document without profiles in a file whose name ends
		 * with none of them
		 */
		public boolean isShared(List<String> activeProfiles) {
			String name = this.name;
			return name != null && this.profiles.isEmpty()
					&& activeProfiles.stream().noneMatch((profile) -> stem(name).endsWith("-" + profile));
		}

		/**
		 * Return the file of the same kind that is read for one profile only.
		 * @param profile a profile
		 * @return such as {@code application-prod.yml}
		 */
		public String nameFor(String profile) {
			String name = String.valueOf(this.name);
			return stem(name) + "-" + profile + name.substring(stem(name).length());
		}

		@Override
		public String placeOf(String key) {
			String place = TextFile.super.placeOf(key);
			return (this.profiles.isEmpty() || this.position == null) ? place : place + " (" + this.position + ")";
		}

		private static String stem(String name) {
			int dot = name.lastIndexOf('.');
			return (dot > 0) ? name.substring(0, dot) : name;
		}

		@Override
		public String toString() {
			String text = TextFile.text(this);
			if (this.profiles.isEmpty()) {
				return text;
			}
			return text + this.profiles.stream()
				.map((profile) -> "'" + Escape.escape(profile) + "'")
				.collect(Collectors.joining(", ",
						(this.profiles.size() == 1) ? " (document of profile " : " (document of profiles ", ")"));
		}

	}

	/**
	 * A file that the application adds to its environment, for which no file of a profile
	 * is read.
	 *
	 * @param resource the file with its folder
	 * @param name the name of the file
	 * @param position the line and the column
	 * @param annotated whether {@code @PropertySource} names the file
	 */
	record PropertySourceFile(String resource, @Nullable String name, @Nullable Position position,
			boolean annotated) implements TextFile {

		@Override
		public boolean isProperties() {
			return this.annotated || TextFile.super.isProperties();
		}

		@Override
		public String toString() {
			return TextFile.text(this) + (this.annotated ? " (@PropertySource)" : "");
		}

	}

	/**
	 * A file of a configuration tree, which holds one value.
	 *
	 * @param path the path of the file
	 */
	record ConfigTreeFile(String path) implements Location {

		@Override
		public String placeOf(String key) {
			return "the " + this;
		}

		@Override
		public String toString() {
			return "configuration tree file [" + Escape.escape(this.path) + "]";
		}

	}

	/**
	 * An environment variable.
	 *
	 * @param name its name
	 */
	record EnvironmentVariable(String name) implements Location {

		@Override
		public String phrase() {
			return "in " + this;
		}

		@Override
		public String placeOf(String key) {
			return "the " + this;
		}

		@Override
		public String toString() {
			return "environment variable " + Escape.escape(this.name);
		}

	}

	/**
	 * A system property of the Java virtual machine.
	 *
	 * @param name its name
	 */
	record SystemProperty(String name) implements Location {

		@Override
		public String phrase() {
			return "in " + this;
		}

		@Override
		public String placeOf(String key) {
			return "the " + this;
		}

		@Override
		public String toString() {
			return "system property " + Escape.escape(this.name);
		}

	}

	/**
	 * An argument of the command line.
	 *
	 * @param name its name, without dashes
	 */
	record CommandLineArgument(String name) implements Location {

		@Override
		public String phrase() {
			return "in " + this;
		}

		@Override
		public String placeOf(String key) {
			return "the " + this;
		}

		@Override
		public String toString() {
			return "command line argument --" + Escape.escape(this.name);
		}

	}

	/**
	 * Properties as JSON in one value.
	 *
	 * @param holder where that value is
	 */
	record InlineJson(Location holder) implements Location {

		@Override
		public String phrase() {
			return "in " + this;
		}

		@Override
		public String placeOf(String key) {
			return key + " in the " + this;
		}

		@Override
		public String toString() {
			return "JSON in " + this.holder;
		}

	}

	/**
	 * The properties that the application sets by default.
	 */
	record DefaultProperties() implements Location {

		@Override
		public String phrase() {
			return "in " + this;
		}

		@Override
		public String toString() {
			return "default properties";
		}

	}

	/**
	 * Any other source of properties.
	 *
	 * @param name its name
	 */
	record NamedPropertySource(String name) implements Location {

		@Override
		public String toString() {
			return "property source '" + Escape.escape(this.name) + "'";
		}

	}

	/**
	 * A bean.
	 *
	 * @param name its name
	 */
	record Bean(String name) implements Location {

		@Override
		public String toString() {
			return "bean '" + Escape.escape(this.name) + "'";
		}

	}

	/**
	 * A class or a method.
	 *
	 * @param name the class, or class and method such as
	 * {@code com.acme.UserController#list()}
	 */
	record Declaration(String name) implements Location {

		@Override
		public String toString() {
			return Escape.escape(this.name);
		}

	}

}
