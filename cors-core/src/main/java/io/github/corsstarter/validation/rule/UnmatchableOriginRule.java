package io.github.corsstarter.validation.rule;

import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import io.github.corsstarter.origin.EntryKind;
import io.github.corsstarter.origin.Punycode;
import io.github.corsstarter.origin.Schemes;
import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.policy.CorsPolicyDefinition;
import io.github.corsstarter.policy.PolicyEntry;
import io.github.corsstarter.validation.report.Finding;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.subject.AllowedOrigin;
import io.github.corsstarter.validation.subject.Remedy;
import io.github.corsstarter.validation.subject.Subject;
import org.jspecify.annotations.Nullable;

/**
 * {@code unmatchable-origin}: an entry that the origin of no browser page can match.
 */
final class UnmatchableOriginRule implements Rule {

	/**
	 * Return whether an exact origin or a pattern has a scheme that no origin has. What
	 * else is wrong with it does not matter then.
	 * @param entry the entry
	 * @param kind which list it stands in
	 * @return {@code true} if correcting its syntax would not help
	 */
	static boolean hasForeignScheme(PolicyEntry entry, EntryKind kind) {
		return kind != EntryKind.REGEX && Schemes.neverSent(entry.configured().value()) != null;
	}

	@Override
	public void check(Subject subject, Consumer<Finding> findings) {
		for (CorsPolicyDefinition definition : subject.definitions()) {
			for (EntryKind kind : EntryKind.values()) {
				for (PolicyEntry entry : subject.originEntries(definition, kind)) {
					if (hasForeignScheme(entry, kind)) {
						findings.accept(foreignScheme(definition, entry, kind, subject));
					}
				}
			}
			for (AllowedOrigin origin : subject.origins(definition)) {
				if (isUnmatchable(origin)) {
					findings.accept(unmatchable(definition, origin, subject));
				}
			}
		}
	}

	/**
	 * Whether no browser sends what an entry accepts. Of what is not a regular expression
	 * only the scheme and a label of punycode can be the reason, and nothing need be
	 * proven where there is neither.
	 */
	private static boolean isUnmatchable(AllowedOrigin origin) {
		if (!origin.isRegex() && invalidLabel(origin.spelling()) == null) {
			return false;
		}
		boolean foreign = !origin.isRegex() && Schemes.neverSent(origin.configured().value()) != null;
		return !foreign && origin.language().isUnmatchable();
	}

	private static Finding unmatchable(CorsPolicyDefinition definition, AllowedOrigin origin, Subject subject) {
		ConfiguredValue<String> value = origin.configured();
		String label = invalidLabel(origin.spelling());
		return Finding.of(RuleId.UNMATCHABLE_ORIGIN, definition.name(), value, (label != null)
				? "The label '" + label + "' is not valid punycode, and browsers refuse every URL with it."
				: "No origin that a browser sends matches. An origin is a scheme, a host in lower case and a port "
						+ "other than the default, such as https://app.example.com:8443, without a path.",
				origin.spelling().matches("(?i)\\^?null\\$?") ? Remedy.move(value, EntryKind.EXACT, "null")
						: subject.remedy().of(value, EntryKind.REGEX, origin.matchableCorrection()));
	}

	private static @Nullable String invalidLabel(String entry) {
		return !entry.contains("xn--") ? null
				: PunycodeLabel.PATTERN.matcher(entry)
					.results()
					.map(MatchResult::group)
					.filter((label) -> Punycode.invalidLabel(label) != null)
					.findFirst()
					.orElse(null);
	}

	private static Finding foreignScheme(CorsPolicyDefinition definition, PolicyEntry entry, EntryKind kind,
			Subject subject) {
		String scheme = Objects.requireNonNull(Schemes.neverSent(entry.configured().value()));
		String message = scheme.startsWith("ws")
				? "A page that opens a WebSocket sends its own origin, which begins with https:// or http://, never with "
						+ scheme + "://."
				: "Browsers send the origin null for pages of the scheme " + scheme + ", so no origin begins with it.";
		return Finding.of(RuleId.UNMATCHABLE_ORIGIN, definition.name(), entry.configured(), message,
				subject.remedy().of(entry.configured(), kind, withWebScheme(entry, kind, scheme, subject)));
	}

	private static @Nullable String withWebScheme(PolicyEntry entry, EntryKind kind, String scheme, Subject subject) {
		if (!scheme.startsWith("ws")) {
			return null;
		}
		String correction = scheme.replace("ws", "http")
				+ entry.configured().value().strip().substring(scheme.length());
		return (kind == EntryKind.PATTERN) ? subject.advisor().pattern(correction)
				: subject.advisor().origin(correction);
	}

	/** Compiled once, and not in the start of an application without such labels. */
	private static final class PunycodeLabel {

		private static final Pattern PATTERN = Pattern.compile("(?<![a-z0-9_-])xn--[a-z0-9_-]*(?=\\\\?[.:/)|$]|$)");

		private PunycodeLabel() {
		}

	}

}
