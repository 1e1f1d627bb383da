package io.github.corsstarter.validation;

import io.github.corsstarter.policy.ConfiguredValue;
import org.jspecify.annotations.Nullable;

/**
 * Words what to do about a value, so that the sentence names the place where somebody has
 * to write.
 */
final class Remedy {

	private static final String DOUBLED = ": a .properties file needs each backslash twice.";

	private Remedy() {
	}

	/**
	 * Proposes another entry.
	 * @param value the entry at fault
	 * @param correction what to write, or {@code null} if only a person can know
	 * @return one sentence
	 */
	static String correct(ConfiguredValue<?> value, @Nullable String correction) {
		String key = keyAt(value);
		if (correction == null) {
			return "Correct or remove the entry in " + key + "." + backslashHint(value);
		}
		SourceLocation location = new SourceLocation(value.location());
		if (location.isPropertiesFile() && correction.indexOf('\\') >= 0) {
			return "Write " + correction.replace("\\", "\\\\") + " in " + key + DOUBLED;
		}
		return "Write " + correction + " in " + key + ".";
	}

	/**
	 * Proposes an entry that the report prints just above, where nobody has to be told
	 * the key again.
	 * @param value the entry at fault
	 * @param correction what to write
	 * @return the proposal
	 */
	static String write(ConfiguredValue<?> value, String correction) {
		boolean doubled = new SourceLocation(value.location()).isPropertiesFile() && correction.indexOf('\\') >= 0;
		return doubled ? correct(value, correction) : "Write " + correction;
	}

	/**
	 * Proposes to drop an entry.
	 * @param value the entry
	 * @return one sentence
	 */
	static String remove(ConfiguredValue<?> value) {
		return "Remove " + value.text() + " from " + keyAt(value) + ".";
	}

	/**
	 * Proposes to set the list of an entry anew for production: in the production file
	 * beside the one in which the entry stands, if that one is read in every profile.
	 * @param value the entry
	 * @param deployment where the application runs
	 * @return one sentence
	 */
	static String productionList(ConfiguredValue<?> value, Deployment deployment) {
		SourceLocation location = new SourceLocation(value.location());
		return location.isSharedFile(deployment.activeProfiles()) ? "Set %s in %s to the production origins only."
			.formatted(key(value), location.fileOf(deployment.productionProfile())) : remove(value);
	}

	/**
	 * Adds that a regular expression from a {@code .properties} file may have lost its
	 * backslashes.
	 * @param value a value
	 * @return a sentence after a blank, or nothing
	 */
	static String backslashHint(ConfiguredValue<?> value) {
		boolean lost = new SourceLocation(value.location()).isPropertiesFile() && value.text().indexOf('\\') < 0
				&& value.property().contains("-regexes");
		return lost ? " A .properties file needs each backslash twice, as in "
				+ value.text().replaceAll("\\.(?![*+?{])", "\\\\\\\\\\\\\\\\.") + "." : "";
	}

	/**
	 * Returns the key of a value.
	 * @param value a value
	 * @return the key without the index of a list element
	 */
	static String key(ConfiguredValue<?> value) {
		return value.property().endsWith("]") ? value.property().substring(0, value.property().lastIndexOf('['))
				: value.property();
	}

	private static String keyAt(ConfiguredValue<?> value) {
		SourceLocation location = new SourceLocation(value.location());
		String variable = location.environmentVariable();
		if (variable != null) {
			return "the environment variable " + variable;
		}
		return (location.fileName() != null) ? key(value) + " in " + location.fileName() : key(value);
	}

}
