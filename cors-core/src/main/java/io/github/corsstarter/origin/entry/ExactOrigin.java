package io.github.corsstarter.origin.entry;

import io.github.corsstarter.origin.EntryKind;
import io.github.corsstarter.origin.Origin;
import io.github.corsstarter.origin.OriginGrammar;
import io.github.corsstarter.origin.OriginSyntaxException;
import io.github.corsstarter.origin.automaton.Expression;

/**
 * One entry of {@code allowed-origins}: a single origin, perhaps {@code null}.
 *
 * @param origin the origin
 */
public record ExactOrigin(Origin origin) implements OriginEntry {

	/**
	 * Parse and normalise an origin, where only one reading is possible: surrounding
	 * blanks and one trailing slash are dropped, scheme and host are put in lower case,
	 * the default port is dropped, IP addresses and internationalised names get the form
	 * in which browsers send them, and {@code null} may be written in any case. The host
	 * of a scheme other than http, https, ws and wss is taken as it is.
	 * @param text an entry of {@code allowed-origins} other than plain {@code *}
	 * @return the origin
	 * @throws OriginSyntaxException if the text is no origin
	 */
	public static ExactOrigin parse(String text) {
		Origin origin = Origin.parse(text);
		return new ExactOrigin((origin != null) ? origin : normalize(text));
	}

	private static Origin normalize(String input) {
		EntryText text = EntryText.of(EntryKind.EXACT, input);
		if (text.value().equalsIgnoreCase("null")) {
			return wellFormed(text, "null");
		}
		text.check();
		checkWildcard(text);
		OriginParts parts = OriginParts.of(text);
		String host = Host.normalize(parts);
		int port = Ports.parseSingle(parts);
		return wellFormed(text, OriginParts.serialize(parts.scheme(), host, port));
	}

	private static void checkWildcard(EntryText text) {
		String value = text.value();
		int position = value.indexOf('*');
		if (value.equals(AnyOrigin.TEXT)) {
			throw text.fault(-1, "A plain * is every origin, not one.");
		}
		if (position >= 0) {
			throw text.fault(position,
					"A wildcard is only understood in allowed-origin-patterns; move the entry there.");
		}
	}

	private static Origin wellFormed(EntryText text, String serialization) {
		Origin origin = Origin.parse(serialization);
		if (origin == null) {
			throw text.fault(-1, "The origin has " + serialization.length() + " characters, and none has more than "
					+ OriginGrammar.MAX_LENGTH + ".");
		}
		return origin;
	}

	@Override
	public boolean matches(String origin) {
		return this.origin.toString().equals(origin);
	}

	@Override
	public Expression expression() {
		return PatternExpression.of(this.origin);
	}

	@Override
	public String toString() {
		return this.origin.toString();
	}

}
