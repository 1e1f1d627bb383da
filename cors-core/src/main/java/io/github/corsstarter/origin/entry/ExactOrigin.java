package io.github.corsstarter.origin.entry;

import java.util.Objects;

import io.github.corsstarter.origin.EntryKind;
import io.github.corsstarter.origin.Origin;
import io.github.corsstarter.origin.OriginGrammar;
import io.github.corsstarter.origin.OriginSyntaxException;
import io.github.corsstarter.origin.automaton.Expression;
import org.jspecify.annotations.Nullable;

/**
 * One entry of {@code allowed-origins}: a single origin, perhaps {@code null}. There may
 * be a million of them, so that each keeps nothing but its text.
 */
public final class ExactOrigin implements OriginEntry {

	private final String text;

	private ExactOrigin(String text) {
		this.text = text;
	}

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
		return new ExactOrigin(Origin.isWellFormed(text) ? text : normalize(text));
	}

	private static String normalize(String input) {
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

	private static String wellFormed(EntryText text, String serialization) {
		if (!Origin.isWellFormed(serialization)) {
			throw text.fault(-1, "The origin has " + serialization.length() + " characters, and none has more than "
					+ OriginGrammar.MAX_LENGTH + ".");
		}
		return serialization;
	}

	/**
	 * Return the origin.
	 * @return the origin, parsed anew
	 */
	public Origin origin() {
		return Objects.requireNonNull(Origin.parse(this.text));
	}

	@Override
	public boolean matches(String origin) {
		return this.text.equals(origin);
	}

	@Override
	public Expression expression() {
		return Expression.text(this.text);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return this == other || (other instanceof ExactOrigin that && this.text.equals(that.text));
	}

	@Override
	public int hashCode() {
		return this.text.hashCode();
	}

	@Override
	public String toString() {
		return this.text;
	}

}
