package io.github.corsstarter.validation.report;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Reads a location in the way Spring Boot describes the origin of a property.
 *
 * @param text the location, or {@code null} if it is not known
 */
public record SourceLocation(@Nullable String text) {

	private static final Pattern RESOURCE = Pattern.compile("\\[(?:[^\\]]*[/\\\\:])?([^\\]/\\\\:]+)\\]");

	private static final Pattern ENVIRONMENT_VARIABLE = Pattern.compile("System Environment Property \"([^\"]+)\"");

	/**
	 * Returns the name of the file.
	 * @return the name without folders, or {@code null} if this is no file
	 */
	public @Nullable String fileName() {
		return find(RESOURCE);
	}

	/**
	 * Returns the name of the environment variable.
	 * @return the name, or {@code null} if this is none
	 */
	public @Nullable String environmentVariable() {
		return find(ENVIRONMENT_VARIABLE);
	}

	/**
	 * Tells whether a backslash has to be written twice there.
	 * @return {@code true} for a {@code .properties} file
	 */
	public boolean isPropertiesFile() {
		String file = fileName();
		return file != null && file.endsWith(".properties");
	}

	/**
	 * Tells whether the file is read whatever profiles are active.
	 * @param activeProfiles the active profiles
	 * @return {@code true} for a file whose name ends with none of them
	 */
	public boolean isSharedFile(List<String> activeProfiles) {
		String file = fileName();
		return file != null && activeProfiles.stream().noneMatch((profile) -> stem(file).endsWith("-" + profile));
	}

	/**
	 * Returns the file of the same kind that is read for one profile only.
	 * @param profile a profile
	 * @return such as {@code application-prod.yml}, or {@code null} if this is no file
	 */
	public @Nullable String fileOf(String profile) {
		String file = fileName();
		return (file != null) ? stem(file) + "-" + profile + file.substring(stem(file).length()) : null;
	}

	/**
	 * Returns the location as a phrase of a report.
	 * @return the location after a preposition
	 */
	String phrase() {
		String variable = environmentVariable();
		return (variable != null) ? "in environment variable " + variable : "at " + this.text;
	}

	private static String stem(String file) {
		int dot = file.lastIndexOf('.');
		return (dot > 0) ? file.substring(0, dot) : file;
	}

	private @Nullable String find(Pattern pattern) {
		Matcher matcher = pattern.matcher((this.text != null) ? this.text : "");
		return matcher.find() ? matcher.group(1) : null;
	}

}
