package io.github.corsstarter.validation.report;

import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.validation.source.SourceText;
import io.github.corsstarter.validation.subject.AllowedOrigin;
import io.github.corsstarter.validation.subject.GoverningPolicy;
import org.jspecify.annotations.Nullable;

/**
 * What a rule found, before severities and waivers are applied.
 *
 * @param rule the rule
 * @param policy the name of the policy, or {@code null} if no single policy is meant
 * @param property the key of the value, or {@code null} if it is code
 * @param value the value as it was written
 * @param spelling the value in its normalised spelling, the value itself if it has none
 * @param location where the value was read from
 * @param message why, in one or two sentences
 * @param detail lines to show below the message, or {@code null}
 * @param remedy what to do
 */
public record Finding(RuleId rule, @Nullable String policy, @Nullable String property, String value, String spelling,
		@Nullable String location, String message, @Nullable String detail, String remedy) {

	public static Finding of(RuleId rule, @Nullable String policy, ConfiguredValue<?> value, String message,
			String remedy) {
		return new Finding(rule, policy, value.property(), value.text(), value.text(), value.location(), message, null,
				remedy);
	}

	public static Finding of(RuleId rule, GoverningPolicy policy, AllowedOrigin origin, String message, String remedy) {
		ConfiguredValue<String> value = origin.configured();
		return new Finding(rule, policy.name(), value.property(), value.text(), origin.spelling(), value.location(),
				message, null, remedy);
	}

	public Finding withDetail(@Nullable String detail) {
		return new Finding(this.rule, this.policy, this.property, this.value, this.spelling, this.location,
				this.message, detail, this.remedy);
	}

	/**
	 * Returns the finding as one about a source. Its values have no key if they are code.
	 * @param source the source
	 * @return the finding, in no policy
	 */
	public Finding in(CorsSource source) {
		boolean code = source.property() == null;
		return new Finding(this.rule, null, code ? null : this.property, this.value, this.spelling,
				code ? new SourceText(source).location() : this.location, this.message, this.detail, this.remedy);
	}

	public Violation toViolation(Severity severity, @Nullable Waiver waiver) {
		String text = Escape.escape(this.message);
		return new Violation(this.rule.id(), severity, this.policy, escaped(this.property), Escape.escape(this.value),
				escaped(this.location), (this.detail != null) ? text + "\n" + this.detail : text,
				Escape.escape(this.remedy), waiver);
	}

	private static @Nullable String escaped(@Nullable String text) {
		return (text != null) ? Escape.escape(text) : null;
	}

}
