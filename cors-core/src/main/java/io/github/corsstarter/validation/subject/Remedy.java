package io.github.corsstarter.validation.subject;

import java.util.regex.Pattern;

import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.validation.report.Deployment;
import io.github.corsstarter.validation.report.SourceLocation;
import org.jspecify.annotations.Nullable;

/**
 * Words what to do about a value, so that the sentence names the place where somebody has
 * to write.
 */
public final class Remedy {

	private static final Pattern LOST_CLASS = Pattern.compile("(?<!\\\\)([dw])(?=[+{])");

	private Remedy() {
	}

	/**
	 * Proposes another entry.
	 * @param value the entry at fault
	 * @param correction what to write, or {@code null} if only a person can know
	 * @return one sentence
	 */
	public static String correct(ConfiguredValue<?> value, @Nullable String correction) {
		if (correction == null) {
			return "Correct or remove the entry in " + place(value) + "." + backslashHint(value);
		}
		return losesBackslashes(value, correction)
				? "Write " + doubled(value, correction) + " in " + place(value)
						+ ": a .properties file needs each backslash twice."
				: "Write " + correction + " in " + place(value) + ".";
	}

	/**
	 * Proposes another entry without repeating the key, for an entry that is often
	 * pasted.
	 * @param value the entry at fault
	 * @param correction what to write
	 * @return the proposal, which ends with the entry wherever it can be taken literally
	 */
	public static String write(ConfiguredValue<?> value, String correction) {
		return losesBackslashes(value, correction) ? correct(value, correction) : "Write " + correction;
	}

	/**
	 * Proposes to write an entry under another key of the same policy.
	 * @param value the entry at fault
	 * @param name the last segment of the other key
	 * @param correction what to write there
	 * @return one sentence
	 */
	public static String move(ConfiguredValue<?> value, String name, String correction) {
		String target = sibling(value, name);
		return "Remove the entry from " + place(value) + ", and write "
				+ (losesBackslashes(value, correction)
						? doubled(value, correction) + " in " + target
								+ ": a .properties file needs each backslash twice."
						: correction + " in " + target + ".");
	}

	/**
	 * Proposes to drop an entry.
	 * @param value the entry
	 * @return one sentence
	 */
	public static String remove(ConfiguredValue<?> value) {
		return "Remove " + value.text() + " from " + place(value) + ".";
	}

	/**
	 * Proposes to set the list of an entry anew for production: in the production file
	 * beside the one in which the entry stands, if that one is read in every profile.
	 * @param value the entry
	 * @param deployment where the application runs
	 * @return one sentence
	 */
	public static String productionList(ConfiguredValue<?> value, Deployment deployment) {
		return isShared(value, deployment)
				? "Set " + productionPlace(value, deployment) + " to the production origins only." : remove(value);
	}

	/**
	 * Names where to set a key for production only.
	 * @param value the value that is set now
	 * @param deployment where the application runs
	 * @return the key and the file, or the environment variable
	 */
	public static String productionPlace(ConfiguredValue<?> value, Deployment deployment) {
		return isShared(value, deployment)
				? key(value) + " in " + new SourceLocation(value.location()).fileOf(deployment.productionProfile())
				: place(value);
	}

	/**
	 * Adds that a regular expression from a {@code .properties} file may have lost its
	 * backslashes.
	 * @param value a value
	 * @return a sentence after a blank, or nothing
	 */
	public static String backslashHint(ConfiguredValue<?> value) {
		String escaped = value.text().replaceAll("\\.(?![*+?{])", "\\\\.");
		boolean lost = value.text().indexOf('\\') < 0 && value.property().contains("-regexes")
				&& losesBackslashes(value, escaped);
		return lost ? " A .properties file needs each backslash twice, as in " + doubled(value, escaped) + "." : "";
	}

	/**
	 * Returns the key of a value.
	 * @param value a value
	 * @return the key without the index of a list element
	 */
	public static String key(ConfiguredValue<?> value) {
		String property = value.property();
		return property.endsWith("]") ? property.substring(0, property.lastIndexOf('[')) : property;
	}

	/**
	 * Returns another key of the same policy.
	 * @param value a value
	 * @param name the last segment of the other key
	 * @return the key
	 */
	static String sibling(ConfiguredValue<?> value, String name) {
		String key = key(value);
		return key.substring(0, key.lastIndexOf('.') + 1) + name;
	}

	/**
	 * Writes a regular expression as the file of a value needs it.
	 * @param value a value
	 * @param regex a regular expression
	 * @return the expression, with each backslash twice in a {@code .properties} file
	 */
	public static String spell(ConfiguredValue<?> value, String regex) {
		return losesBackslashes(value, regex) ? doubled(value, regex) : regex;
	}

	private static String place(ConfiguredValue<?> value) {
		SourceLocation location = new SourceLocation(value.location());
		String variable = location.environmentVariable();
		if (variable != null) {
			return "the environment variable " + variable;
		}
		return (location.fileName() != null) ? key(value) + " in " + location.fileName() : key(value);
	}

	private static boolean isShared(ConfiguredValue<?> value, Deployment deployment) {
		return new SourceLocation(value.location()).isSharedFile(deployment.activeProfiles());
	}

	private static boolean losesBackslashes(ConfiguredValue<?> value, String text) {
		return text.indexOf('\\') >= 0 && new SourceLocation(value.location()).isPropertiesFile();
	}

	/**
	 * Doubles backslashes, also those that the file has lost ahead of a repeated class:
	 * nobody means the letter in {@code pr-d+}.
	 */
	private static String doubled(ConfiguredValue<?> value, String text) {
		boolean lost = value.text().indexOf('\\') < 0;
		String whole = lost ? LOST_CLASS.matcher(text).replaceAll("\\\\$1") : text;
		return whole.replace("\\", "\\\\");
	}

}
