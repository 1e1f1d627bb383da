package io.github.corsstarter.validation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.policy.CorsPolicyDefinition;
import io.github.corsstarter.policy.text.Escape;
import io.github.corsstarter.validation.report.Deployment;
import io.github.corsstarter.validation.report.Finding;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.report.Violation;
import io.github.corsstarter.validation.report.Waiver;
import io.github.corsstarter.validation.subject.ValidationInput;
import io.github.corsstarter.validation.subject.WaiverDefinition;
import org.jspecify.annotations.Nullable;

/**
 * The readable waivers, which remember what they have waived. Not safe for use by several
 * threads.
 */
final class Waivers {

	private final List<Entry> entries = new ArrayList<>();

	private final Set<Entry> used = new HashSet<>();

	private final Deployment deployment;

	private final Set<String> policies = new HashSet<>();

	Waivers(ValidationInput input) {
		this.deployment = input.deployment();
		for (CorsPolicyDefinition policy : input.policies().definitions()) {
			this.policies.add(policy.name());
		}
		for (WaiverDefinition definition : input.waivers()) {
			Entry entry = Entry.parse(definition);
			if (entry != null) {
				this.entries.add(entry);
			}
		}
	}

	/**
	 * Look for waivers of a finding, and count each as used.
	 * @param finding what a rule found
	 * @return the first waiver that waives it, or {@code null}
	 */
	@Nullable Waiver waive(Finding finding) {
		if (!finding.rule().isWaivable(this.deployment.production())) {
			return null;
		}
		Waiver first = null;
		for (Entry entry : this.entries) {
			if (!isExpired(entry) && entry.means(finding)) {
				this.used.add(entry);
				first = (first != null) ? first : entry.waiver();
			}
		}
		return first;
	}

	/**
	 * Find the waivers past their date.
	 * @param findings takes a finding for each, in declared order
	 */
	void findExpired(Consumer<Finding> findings) {
		for (Entry entry : this.entries) {
			if (isExpired(entry)) {
				findings.accept(expired(entry));
			}
		}
	}

	private static Finding expired(Entry entry) {
		return Finding.of(RuleId.EXPIRED_WAIVER, entry.waiver().policy(), entry.expires(),
				"The waiver of %s for %s waives nothing since its last day is over.".formatted(entry.rule(),
						entry.waiver().value()),
				"Remove %s, or set %s to a later day if its reason still holds.".formatted(entry.property(),
						entry.expires().property()));
	}

	/**
	 * Find the waivers that have waived nothing so far. Waivers of {@code unused-waiver}
	 * itself come last, because they may waive the others.
	 * @param violations what is not waived
	 * @param findings takes a finding for each
	 */
	void findUnused(List<Violation> violations, Consumer<Finding> findings) {
		for (Entry entry : inTurn()) {
			if (isUnused(entry)) {
				findings.accept(unused(entry, entry.nearMiss(violations)));
			}
		}
	}

	/**
	 * Find the waivers that have waived nothing in the properties. Those which may waive
	 * something outside of {@code cors.*} are only among them where that is not judged
	 * because the start is stopped.
	 * @param errors what stops the start
	 * @param findings takes a finding for each, in the order of
	 * {@link #findUnused(List, Consumer)}
	 */
	void findUnusedInProperties(List<Violation> errors, Consumer<Finding> findings) {
		for (Entry entry : inTurn()) {
			if (!isUnused(entry)) {
				continue;
			}
			Violation nearMiss = entry.nearMiss(errors);
			if (nearMiss != null || !mayBeNeededElsewhere(entry)) {
				findings.accept(unused(entry, nearMiss));
			}
			else if (!errors.isEmpty()) {
				findings.accept(unusedSoFar(entry));
			}
		}
	}

	private static Finding unusedSoFar(Entry entry) {
		return Finding.of(RuleId.UNUSED_WAIVER, entry.waiver().policy(), entry.value(),
				"It waives nothing of what was judged so far.",
				"Leave it if it is for an annotation, a mapping or a filter. Else remove %s, or correct it."
					.formatted(entry.property()));
	}

	/**
	 * Return whether there may be something to waive outside of {@code cors.*}, which is
	 * part of no policy.
	 */
	private boolean mayBeNeededElsewhere(Entry entry) {
		return entry.rule().isEverywhere() && !this.policies.contains(entry.waiver().policy());
	}

	private List<Entry> inTurn() {
		List<Entry> first = new ArrayList<>();
		List<Entry> last = new ArrayList<>();
		for (Entry entry : this.entries) {
			((entry.rule() == RuleId.UNUSED_WAIVER) ? last : first).add(entry);
		}
		first.addAll(last);
		return first;
	}

	private boolean isUnused(Entry entry) {
		boolean judged = this.deployment.production() || !entry.rule().isProductionOnly();
		return judged && !this.used.contains(entry) && !isExpired(entry);
	}

	private Finding unused(Entry entry, @Nullable Violation nearMiss) {
		if (nearMiss != null && entry.rule().isWaivable(this.deployment.production())) {
			return Finding.of(RuleId.UNUSED_WAIVER, entry.waiver().policy(), entry.value(),
					"It waives nothing: %s%s is %s.".formatted(nearMiss.place(),
							isElsewhere(entry, nearMiss) ? " of policy '" + nearMiss.policy() + "'" : "",
							nearMiss.value()),
					"Correct the value or the policy of %s if that is what it is for, else remove it."
						.formatted(entry.property()));
		}
		return Finding.of(RuleId.UNUSED_WAIVER, entry.waiver().policy(), entry.value(),
				entry.rule().isWaivable(this.deployment.production())
						? "No violation of %s has this value.".formatted(entry.rule())
						: "%s cannot be waived in production.".formatted(entry.rule()),
				"Remove %s, or correct its value, rule or policy.".formatted(entry.property()));
	}

	private static boolean isElsewhere(Entry entry, Violation nearMiss) {
		String wanted = entry.waiver().policy();
		return wanted != null && nearMiss.policy() != null && !wanted.equals(nearMiss.policy());
	}

	private boolean isExpired(Entry entry) {
		LocalDate lastDay = entry.waiver().expires();
		return lastDay != null && this.deployment.today().isAfter(lastDay);
	}

	/**
	 * A readable waiver and where it is configured.
	 *
	 * @param rule the rule
	 * @param property the key of the waiver
	 * @param value the value that is waived
	 * @param expires the last day, or the value in its place if there is none
	 * @param waiver the waiver
	 */
	private record Entry(RuleId rule, String property, ConfiguredValue<String> value, ConfiguredValue<String> expires,
			Waiver waiver) {

		private static final Pattern SCHEME_AND_PORT = Pattern.compile("^[^:/]+://|:(?:\\d+|\\*|\\[[\\d,*]+])?/?$");

		static @Nullable Entry parse(WaiverDefinition definition) {
			String reason = text(definition.reason());
			ConfiguredValue<String> value = definition.value();
			RuleId rule = RuleId.find(text(definition.rule()));
			LocalDate lastDay = WaiverDefinition.parseDate(text(definition.expires()));
			boolean readable = text(definition.expires()).isEmpty() || lastDay != null;
			if (rule == null || !rule.isAdjustable() || value == null || text(value).isEmpty() || reason.isEmpty()
					|| !readable) {
				return null;
			}
			String policy = text(definition.policy());
			ConfiguredValue<String> expires = (definition.expires() != null) ? definition.expires() : value;
			return new Entry(rule, definition.property(), value, expires,
					new Waiver(rule, text(value), policy.isEmpty() ? null : policy, reason, lastDay));
		}

		private static String text(@Nullable ConfiguredValue<String> value) {
			return (value != null) ? value.value().strip() : "";
		}

		boolean means(Finding finding) {
			String policy = this.waiver.policy();
			String property = finding.property();
			boolean itself = property != null && property.startsWith(this.property + ".");
			return this.rule == finding.rule() && !itself && (policy == null || policy.equals(finding.policy()))
					&& isValueOf(finding);
		}

		/**
		 * Return a violation of the same rule with the same value, which is then in
		 * another policy, or with a value that differs in scheme and port only.
		 */
		@Nullable Violation nearMiss(List<Violation> violations) {
			String host = withoutSchemeAndPort(this.waiver.value());
			for (Violation violation : violations) {
				String value = violation.value();
				if (violation.rule() == this.rule && value != null && withoutSchemeAndPort(value).equals(host)) {
					return violation;
				}
			}
			return null;
		}

		private static String withoutSchemeAndPort(String value) {
			return SCHEME_AND_PORT.matcher(value.toLowerCase(Locale.ROOT)).replaceAll("");
		}

		private boolean isValueOf(Finding finding) {
			String value = finding.value();
			return value != null && Stream.of(value, String.valueOf(finding.spelling()), Escape.escape(value))
				.anyMatch(this.waiver.value()::equals);
		}

	}

}
