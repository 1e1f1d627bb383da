package io.github.corsstarter.validation.report;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * How much a violation weighs. The {@link #toString() word} is the same wherever a person
 * meets it.
 */
public enum Severity {

	/**
	 * Stops the start, unless the violation is waived.
	 */
	ERROR,

	/**
	 * Is logged when the application starts.
	 */
	WARN,

	/**
	 * Would stop a start in production, and stops nothing here.
	 */
	INFO,

	/**
	 * Is not reported at all. No violation has this severity.
	 */
	OFF;

	/**
	 * Read one of the words that a configuration may use. Unquoted {@code off} arrives
	 * from YAML as {@code false}.
	 * @param word a word of any case
	 * @return the severity, or {@code null} for any other word
	 */
	public static @Nullable Severity parse(String word) {
		return switch (word.toLowerCase(Locale.ROOT)) {
			case "error" -> ERROR;
			case "warn" -> WARN;
			case "off", "false" -> OFF;
			default -> null;
		};
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
