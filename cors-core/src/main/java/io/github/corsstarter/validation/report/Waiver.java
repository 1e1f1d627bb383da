package io.github.corsstarter.validation.report;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * What waives a value that is intended.
 *
 * @param rule the rule
 * @param value the value that is waived
 * @param policy the only policy in which it is waived, or {@code null} for all
 * @param reason why
 * @param expires the last day (UTC) on which it waives anything, or {@code null} for ever
 */
public record Waiver(RuleId rule, String value, @Nullable String policy, String reason, @Nullable LocalDate expires) {

}
