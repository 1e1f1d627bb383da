package io.github.corsstarter.validation.subject;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.policy.Location;
import org.jspecify.annotations.Nullable;

/**
 * A waiver as it was written: what is missing is {@code null} or blank.
 *
 * @param property the key of the waiver, such as {@code cors.validation.waivers[0]}
 * @param location where it was read from, or {@code null} if that is not known
 * @param rule the id of the rule
 * @param value the value to waive
 * @param policy the policy in which to waive it
 * @param reason why
 * @param expires an ISO date
 * @param unknownKeys keys below the property that a waiver does not have; the value is
 * the key as it was written, relative to the waiver
 */
public record WaiverDefinition(String property, @Nullable Location location, @Nullable ConfiguredValue<String> rule,
		@Nullable ConfiguredValue<String> value, @Nullable ConfiguredValue<String> policy,
		@Nullable ConfiguredValue<String> reason, @Nullable ConfiguredValue<String> expires,
		List<ConfiguredValue<String>> unknownKeys) {

	public WaiverDefinition {
		unknownKeys = List.copyOf(unknownKeys);
	}

	/**
	 * Read the last day of a waiver.
	 * @param text an ISO date
	 * @return the day, or {@code null} if it cannot be read
	 */
	public static @Nullable LocalDate parseDate(String text) {
		try {
			return LocalDate.parse(text.strip());
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

}
