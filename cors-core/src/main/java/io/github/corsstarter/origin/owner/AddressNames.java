package io.github.corsstarter.origin.owner;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.corsstarter.origin.automaton.Automaton;
import io.github.corsstarter.origin.automaton.CharacterSet;
import io.github.corsstarter.origin.automaton.Expression;
import io.github.corsstarter.origin.automaton.Expression.Repetition;
import io.github.corsstarter.origin.regex.OriginShapes;
import org.jspecify.annotations.Nullable;

import static io.github.corsstarter.origin.automaton.Expression.any;
import static io.github.corsstarter.origin.automaton.Expression.many;
import static io.github.corsstarter.origin.automaton.Expression.one;
import static io.github.corsstarter.origin.automaton.Expression.optional;
import static io.github.corsstarter.origin.automaton.Expression.seq;
import static io.github.corsstarter.origin.automaton.Expression.text;

/**
 * Public names that resolve to the IPv4 address that they spell, such as
 * {@code app.127.0.0.1.nip.io}, {@code app-127-0-0-1.sslip.io} and
 * {@code 7f000001.nip.io}. The owner of the address decides what is served there.
 */
public final class AddressNames {

	private static final List<String> SERVICES = List.of("nip.io", "sslip.io", "traefik.me", "xip.io");

	private static final int HEXADECIMAL_DIGITS = 8;

	private AddressNames() {
	}

	/** Return the names of addresses with dots or dashes between their numbers. */
	static Expression of(Expression addresses) {
		return seq(Prefix.EXPRESSION, addresses, text("."), services());
	}

	/** Return the names of addresses that are written as eight hexadecimal digits. */
	static Expression ofHexadecimal(Expression addresses) {
		return seq(HexadecimalPrefix.EXPRESSION, addresses, text("."), services());
	}

	private static Expression services() {
		return any(SERVICES.stream().map(Expression::text).toList());
	}

	/**
	 * Return the origins below the names of the services.
	 * @return an automaton that also accepts texts that are no origins
	 */
	public static Automaton origins() {
		return Origins.AUTOMATON;
	}

	/**
	 * Return whether a name is one of a service that resolves names to addresses.
	 * @param host a host name
	 * @return whether the name stands below that of a service
	 */
	public static boolean contains(String host) {
		return service(host) != null;
	}

	private static @Nullable String service(String host) {
		for (String service : SERVICES) {
			if (host.endsWith(service) && host.startsWith(".", host.length() - service.length() - 1)) {
				return service;
			}
		}
		return null;
	}

	/** Return the IPv4 address that a name resolves to, if there is one in it. */
	static @Nullable String address(String host) {
		String service = service(host);
		if (service == null || !Names.AUTOMATON.accepts(host)) {
			return null;
		}
		String[] parts = host.substring(0, host.length() - service.length() - 1).split("[.-]");
		String last = parts[parts.length - 1];
		if (last.length() == HEXADECIMAL_DIGITS) {
			long address = Long.parseLong(last, 16);
			return "%d.%d.%d.%d".formatted(address >> 24, address >> 16 & 0xFF, address >> 8 & 0xFF, address & 0xFF);
		}
		return String.join(".", List.of(parts).subList(parts.length - 4, parts.length));
	}

	/**
	 * What may stand before an address. Where a name spells two, the services take the
	 * first, or the one with dashes: where any numbers are allowed there, any address is.
	 */
	private static final class Prefix {

		private static final CharacterSet PART = CharacterSet.of("/:.-").complement();

		private static final CharacterSet SEPARATOR = CharacterSet.of(".-");

		/** A part that no address has, neither an IPv4 nor an IPv6 one. */
		private static final Expression WORD = seq(many(PART),
				one(CharacterSet.range('g', 'z').union(CharacterSet.of('_'))), many(PART));

		/**
		 * A part that an IPv6 address can have, next to others that dashes join to it.
		 */
		private static final Expression HEXADECIMAL = seq(many(CharacterSet.HEXADECIMAL),
				one(CharacterSet.range('a', 'f')), many(CharacterSet.HEXADECIMAL));

		static final Expression EXPRESSION = seq(new Repetition(
				any(seq(optional(WORD), one(SEPARATOR)),
						seq(HEXADECIMAL, any(text("."), seq(text("-"), WORD, one(SEPARATOR))))),
				0, Repetition.UNBOUNDED, 0, 0), optional(seq(HEXADECIMAL, text("-"))));

	}

	/**
	 * What may stand before an address in hexadecimal notation: no number, which may be a
	 * part of another address, and nothing of eight digits, which is one.
	 */
	private static final class HexadecimalPrefix {

		static final Expression EXPRESSION = new Repetition(
				seq(optional(any(Stream.concat(Stream.of(Prefix.WORD), words()).toList())), one(Prefix.SEPARATOR)), 0,
				Repetition.UNBOUNDED, 0, 0);

		/** Words of fewer digits, one of which is a letter. */
		private static Stream<Expression> words() {
			return IntStream.range(0, HEXADECIMAL_DIGITS - 1)
				.mapToObj((before) -> seq(hexadecimal(before, before), one(CharacterSet.range('a', 'f')),
						hexadecimal(0, HEXADECIMAL_DIGITS - 2 - before)));
		}

		private static Expression hexadecimal(int minimum, int maximum) {
			return new Repetition(one(CharacterSet.HEXADECIMAL), minimum, maximum, 0, 0);
		}

	}

	private static final class Names {

		static final Automaton AUTOMATON = Automaton.of(any(Network.of("0.0.0.0/0").names()));

	}

	private static final class Origins {

		static final Automaton AUTOMATON = Automaton.of(OriginShapes.onAnyPort(OriginShapes.below(SERVICES)));

	}

}
