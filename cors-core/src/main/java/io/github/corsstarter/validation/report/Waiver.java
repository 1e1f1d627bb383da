package io.github.corsstarter.validation.report;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * An excuse for a value that is meant.
 *
 * @param rule the id of the rule
 * @param value the value that is excused
 * @param policy the only policy in which it is excused, or {@code null} for all
 * @param reason why
 * @param expires the last day (UTC) on which it excuses anything, or {@code null} for
 * ever
 */
public record Waiver(String rule, String value, @Nullable String policy, String reason, @Nullable LocalDate expires) {

}
