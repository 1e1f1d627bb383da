package io.github.corsstarter.validation.subject;

import java.util.regex.Pattern;

import io.github.corsstarter.origin.EntryKind;
import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.policy.Location;
import io.github.corsstarter.policy.Place;
import io.github.corsstarter.policy.Placeholder;
import io.github.corsstarter.validation.report.Deployment;
import org.jspecify.annotations.Nullable;

/**
 * Words what to do about a value, so that the sentence names the place that is to be
 * changed: for a value that came through a placeholder what the placeholder names, or its
 * default.
 */
public final class Remedy {

	private static final Pattern LOST_CLASS = Pattern.compile("(?<!\\\\)([dw])(?=[+{])");

	private Remedy() {
	}

	/**
	 * Propose another entry.
	 * @param value the entry at fault
	 * @param correction what to write, or {@code null} if only a person can know
	 * @return one sentence
	 */
	public static String correct(ConfiguredValue<?> value, @Nullable String correction) {
		if (correction == null) {
			return "Correct or remove the entry in " + place(value) + "." + backslashHint(value);
		}
		Placeholder part = part(value);
		if (part != null) {
			return "Set " + part.name() + " so that the entry in " + place(value) + " reads " + correction + ".";
		}
		return losesBackslashes(value, correction)
				? "Write " + doubled(value, correction) + " in " + place(value)
						+ ": a .properties file needs each backslash twice."
				: "Write " + correction + " in " + place(value) + ".";
	}

	/**
	 * Propose another entry without repeating the key, for an entry that is often pasted.
	 * @param value the entry at fault
	 * @param correction what to write
	 * @return the proposal, which ends with the entry wherever it can be taken literally
	 */
	public static String write(ConfiguredValue<?> value, String correction) {
		boolean literal = value.placeholder() == null && !losesBackslashes(value, correction);
		return literal ? "Write " + correction : correct(value, correction);
	}

	/**
	 * Propose to write an entry under another key of the same policy.
	 * @param value the entry at fault
	 * @param list the list of the other key
	 * @param correction what to write there
	 * @return one sentence
	 */
	public static String move(ConfiguredValue<?> value, EntryKind list, String correction) {
		String target = (value.place() instanceof Place.Key key) ? key.sibling(list.key()).target() : list.key();
		return "Remove the entry from " + place(value) + ", and write "
				+ (losesBackslashes(value, correction)
						? doubled(value, correction) + " in " + target
								+ ": a .properties file needs each backslash twice."
						: correction + " in " + target + ".");
	}

	/**
	 * Propose to drop an entry.
	 * @param value the entry
	 * @return one sentence
	 */
	public static String remove(ConfiguredValue<?> value) {
		Placeholder part = part(value);
		return (part != null) ? "Change " + part.name() + ", or remove the entry from " + place(value) + "."
				: "Remove " + value.text() + " from " + place(value) + ".";
	}

	/**
	 * Propose to set the list of an entry anew for production: in the production file
	 * beside the one in which the entry stands, if that one is read in every profile; by
	 * what a placeholder names, if its default was used.
	 * @param value the entry
	 * @param deployment where the application runs
	 * @return one sentence
	 */
	public static String productionList(ConfiguredValue<?> value, Deployment deployment) {
		boolean set = part(value) == null && (isDefault(value) || sharedFile(value, deployment) != null);
		return set ? "Set " + productionPlace(value, deployment) + " to the production origins only." : remove(value);
	}

	/**
	 * Name where to set a key for production only.
	 * @param value the value that is set now
	 * @param deployment where the application runs
	 * @return the key and the file, or the environment variable
	 */
	public static String productionPlace(ConfiguredValue<?> value, Deployment deployment) {
		if (isDefault(value)) {
			return key(value);
		}
		Location.ConfigFile file = sharedFile(value, deployment);
		return (file != null) ? key(value) + " in " + file.nameFor(deployment.productionProfile()) : place(value);
	}

	/**
	 * Say where a value comes from, if a production deployment could have another one
	 * there.
	 * @param value the value
	 * @param deployment where the application runs
	 * @return a sentence after a blank, or nothing
	 */
	public static String provenance(ConfiguredValue<?> value, Deployment deployment) {
		Placeholder placeholder = value.placeholder();
		if (placeholder != null && placeholder.location() == null) {
			return " The value comes from ${%1$s}, whose default is used because %1$s is not set."
				.formatted(placeholder.name());
		}
		Location.ConfigFile file = sharedFile(value, deployment);
		if (deployment.production() && file != null) {
			return " The value comes from "
					+ ((placeholder != null) ? file.placeOf(placeholder.name()) : String.valueOf(file.name()))
					+ " and no production file overrides it.";
		}
		return (placeholder != null) ? " The value comes from " + location(value) + "." : "";
	}

	/**
	 * Add that a regular expression from a {@code .properties} file may have lost its
	 * backslashes.
	 * @param value a value
	 * @return a sentence after a blank, or nothing
	 */
	public static String backslashHint(ConfiguredValue<?> value) {
		String escaped = value.text().replaceAll("\\.(?![*+?{])", "\\\\.");
		boolean lost = value.text().indexOf('\\') < 0 && isRegex(value) && losesBackslashes(value, escaped);
		return lost ? " A .properties file needs each backslash twice, as in " + doubled(value, escaped) + "." : "";
	}

	/**
	 * Return whether a value is one of the regular expressions of a policy.
	 * @param value a value
	 * @return {@code true} by the list that it is in
	 */
	public static boolean isRegex(ConfiguredValue<?> value) {
		return value.place() instanceof Place.Key key && key.name().equals(EntryKind.REGEX.key());
	}

	/**
	 * Return what to set in place of a value.
	 * @param value a value
	 * @return the key without the index of a list element, or what a placeholder names
	 */
	public static String key(ConfiguredValue<?> value) {
		Placeholder placeholder = value.placeholder();
		return (placeholder != null && placeholder.whole()) ? placeholder.name() : value.key();
	}

	/**
	 * Write a regular expression as the file of a value needs it.
	 * @param value a value
	 * @param regex a regular expression
	 * @return the expression, with each backslash twice in a {@code .properties} file
	 */
	public static String spell(ConfiguredValue<?> value, String regex) {
		return losesBackslashes(value, regex) ? doubled(value, regex) : regex;
	}

	private static String place(ConfiguredValue<?> value) {
		Placeholder placeholder = value.placeholder();
		boolean inDefault = isDefault(value) && part(value) == null && placeholder != null;
		String key = inDefault ? "the default of ${" + placeholder.name() + "}" : key(value);
		Location location = (part(value) != null) ? value.location() : location(value);
		return (location != null) ? location.placeOf(key) : key;
	}

	/**
	 * Return the placeholder that stands for a part of a value only.
	 */
	private static @Nullable Placeholder part(ConfiguredValue<?> value) {
		Placeholder placeholder = value.placeholder();
		return (placeholder != null && !placeholder.whole()) ? placeholder : null;
	}

	private static boolean isDefault(ConfiguredValue<?> value) {
		Placeholder placeholder = value.placeholder();
		return placeholder != null && placeholder.location() == null;
	}

	/**
	 * Return where the text of a value stands, which is where a placeholder is set.
	 */
	private static @Nullable Location location(ConfiguredValue<?> value) {
		Placeholder placeholder = value.placeholder();
		return (placeholder != null && placeholder.location() != null) ? placeholder.location() : value.location();
	}

	private static Location.@Nullable ConfigFile sharedFile(ConfiguredValue<?> value, Deployment deployment) {
		return (location(value) instanceof Location.ConfigFile file && file.isShared(deployment.activeProfiles()))
				? file : null;
	}

	private static boolean losesBackslashes(ConfiguredValue<?> value, String text) {
		return text.indexOf('\\') >= 0 && location(value) instanceof Location.TextFile file && file.isProperties();
	}

	/**
	 * Double backslashes, also those that the file has lost ahead of a repeated class:
	 * the letter in {@code pr-d+} is never intended.
	 */
	private static String doubled(ConfiguredValue<?> value, String text) {
		boolean lost = value.text().indexOf('\\') < 0;
		String whole = lost ? LOST_CLASS.matcher(text).replaceAll("\\\\$1") : text;
		return whole.replace("\\", "\\\\");
	}

}
