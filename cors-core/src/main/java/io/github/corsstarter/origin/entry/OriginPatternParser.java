package io.github.corsstarter.origin.entry;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.github.corsstarter.origin.EntryKind;
import io.github.corsstarter.origin.OriginGrammar;
import io.github.corsstarter.origin.automaton.Automaton;
import io.github.corsstarter.origin.automaton.TooMuchWorkException;
import io.github.corsstarter.origin.automaton.WorkLimit;
import io.github.corsstarter.origin.entry.Host.Label;

/**
 * Parses and normalises a pattern that somebody configured.
 */
final class OriginPatternParser {

	private OriginPatternParser() {
	}

	static OriginPattern parse(String input, WorkLimit limit) {
		OriginPattern pattern = parse(input);
		if (isExplosive(pattern.host())) {
			checkSize(EntryText.of(EntryKind.PATTERN, input), pattern, limit);
		}
		return pattern;
	}

	/** Parse a pattern of which the automaton may be too large. */
	static OriginPattern parse(String input) {
		EntryText text = EntryText.of(EntryKind.PATTERN, input);
		if (text.value().equals("*")) {
			throw text.fault(-1, "A plain * is every origin, not a pattern.");
		}
		if (text.value().equalsIgnoreCase("null")) {
			throw text.fault(-1, "The origin null is not a pattern; move the entry to allowed-origins.");
		}
		text.check();
		OriginParts parts = OriginParts.of(text);
		String host = (parts.host().indexOf('*') >= 0) ? normalizeGlob(parts) : Host.normalize(parts);
		return new OriginPattern(parts.scheme(), host, Ports.parse(parts));
	}

	/**
	 * Tell whether the automaton may have many more states than the host has characters:
	 * only where it has to keep in mind which of any number of labels began a match.
	 */
	private static boolean isExplosive(String host) {
		return host.startsWith("*.") && host.chars().filter((c) -> c == '*').count() > 2;
	}

	private static void checkSize(EntryText text, OriginPattern pattern, WorkLimit limit) {
		try {
			Automaton.of(PatternExpression.of(pattern), limit);
		}
		catch (TooMuchWorkException ex) {
			throw text.fault(-1, ex.getMessage());
		}
	}

	private static String normalizeGlob(OriginParts parts) {
		if (parts.host().startsWith("[")) {
			throw AddressWildcards.ipv6(parts);
		}
		List<Label> labels = Host.labels(parts);
		AddressWildcards.check(parts, labels);
		String host = labels.stream().map((label) -> normalizeLabel(parts, label)).collect(Collectors.joining("."));
		Host.checkLength(parts, host);
		return host;
	}

	private static String normalizeLabel(OriginParts parts, Label label) {
		if (label.value().indexOf('*') < 0) {
			return Host.normalize(parts, label);
		}
		String value = Host.isWeb(parts) ? label.value().toLowerCase(Locale.ROOT) : label.value();
		for (int i = 0; i < value.length(); i++) {
			checkCharacter(parts, value, i, label.position() + i);
		}
		Host.checkLength(parts, label, value.length());
		return value;
	}

	private static void checkCharacter(OriginParts parts, String label, int index, int position) {
		char c = label.charAt(index);
		if (c == '*') {
			if (index > 0 && label.charAt(index - 1) == '*') {
				throw parts.fault(position, "There is no wildcard **; a leading *. already is any number of labels.",
						parts.text().value().replaceAll("\\*{2,}", "*"));
			}
			return;
		}
		if (c >= 0x80) {
			throw parts.fault(position, "A label with a wildcard cannot be internationalised; only ASCII letters, "
					+ "digits, '-' and '_' may stand beside the wildcard.");
		}
		if (c >= 'A' && c <= 'Z') {
			throw parts.fault(position, "A wildcard is lower-case characters only, so that its label cannot have "
					+ "an upper-case letter.");
		}
		if (!OriginGrammar.isLowerCaseLabelCharacter(c)) {
			throw Host.badCharacter(parts, position);
		}
	}

}
