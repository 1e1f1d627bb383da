package io.github.corsstarter.validation.rule;

import java.util.function.Consumer;

import io.github.corsstarter.origin.EntryKind;
import io.github.corsstarter.origin.OriginSyntaxException;
import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.policy.CorsPolicyDefinition;
import io.github.corsstarter.policy.PolicyEntry;
import io.github.corsstarter.policy.text.Escape;
import io.github.corsstarter.validation.report.Finding;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.subject.Subject;
import org.jspecify.annotations.Nullable;

/**
 * {@code invalid-origin}, {@code invalid-pattern}, {@code invalid-regex}: an entry that
 * cannot be parsed.
 */
final class OriginSyntaxRule implements Rule {

	private final RuleId rule;

	private final EntryKind kind;

	/**
	 * Create the rule for one kind of entries.
	 * @param rule its id
	 * @param kind the kind of entries
	 */
	OriginSyntaxRule(RuleId rule, EntryKind kind) {
		this.rule = rule;
		this.kind = kind;
	}

	@Override
	public void check(Subject subject, Consumer<Finding> findings) {
		for (CorsPolicyDefinition definition : subject.definitions()) {
			for (PolicyEntry entry : subject.originEntries(definition, this.kind)) {
				OriginSyntaxException error = entry.error();
				if (error != null && !UnmatchableOriginRule.hasForeignScheme(entry, this.kind)) {
					findings.accept(finding(definition, entry.configured(), error, subject));
				}
			}
		}
	}

	private Finding finding(CorsPolicyDefinition definition, ConfiguredValue<String> value, OriginSyntaxException error,
			Subject subject) {
		return Finding
			.of(this.rule, definition.name(), value, String.valueOf(error.getMessage()), remedy(value, error, subject))
			.withDetail(caret(error));
	}

	/**
	 * Propose a correction. Some entries are right, but for another key.
	 */
	private String remedy(ConfiguredValue<String> value, OriginSyntaxException error, Subject subject) {
		String proposal = subject.advisor().vet(error);
		boolean pattern = this.kind == EntryKind.EXACT && proposal == null;
		return subject.remedy().of(value, this.kind, pattern ? subject.advisor().pattern(value.value()) : proposal);
	}

	/**
	 * Return the entry with a caret below it. Where characters of the entry cannot be
	 * printed the caret would point beside.
	 */
	private static @Nullable String caret(OriginSyntaxException error) {
		boolean printable = Escape.escape(error.input()).equals(error.input());
		return (printable && error.position() >= 0)
				? error.toDetailedString().substring(String.valueOf(error.getMessage()).length() + 1) : null;
	}

}
