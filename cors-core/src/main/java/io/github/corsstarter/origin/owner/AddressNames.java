package io.github.corsstarter.origin.owner;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.corsstarter.origin.automaton.Automaton;
import io.github.corsstarter.origin.regex.WellFormedOrigins;
import org.jspecify.annotations.Nullable;

/**
 * Public names that resolve to the IPv4 address that they spell, such as
 * {@code app.127.0.0.1.nip.io} and {@code app-127-0-0-1.sslip.io}. Whoever has the
 * address decides what is served there.
 */
public final class AddressNames {

	private static final String SERVICES = "(?:nip\\.io|sslip\\.io|traefik\\.me|xip\\.io)";

	/** A part that no address has, neither an IPv4 nor an IPv6 one. */
	private static final String WORD = "[^/:.-]*[g-z_][^/:.-]*";

	/** A part that an IPv6 address can have, next to others that dashes join to it. */
	private static final String HEXADECIMAL = "[0-9a-f]*[a-f][0-9a-f]*";

	/**
	 * What may stand before an address. Where a name spells two, the services take the
	 * first, or the one with dashes: whoever is allowed any numbers there is allowed any
	 * address.
	 */
	private static final String PREFIX = "(?:(?:WORD)?[.-]|HEX(?:\\.|-WORD[.-]))*(?:HEX-)?".replace("WORD", WORD)
		.replace("HEX", HEXADECIMAL);

	private static final Pattern NAME = Pattern.compile(of("(" + WellFormedOrigins.IPV4 + ")"));

	private static final Pattern BELOW_SERVICE = Pattern.compile(".*\\." + SERVICES);

	private AddressNames() {
	}

	/**
	 * Write the names of some addresses.
	 * @param addresses a regular expression for IPv4 addresses
	 * @return a regular expression for the names that spell one of them
	 */
	static String of(String addresses) {
		return PREFIX + "(?:" + addresses.replace("\\.", "[.-]") + ")\\." + SERVICES;
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
		return BELOW_SERVICE.matcher(host).matches();
	}

	/**
	 * Read the address out of a name.
	 * @param host a host name
	 * @return the IPv4 address that it resolves to, or {@code null} when there is none in
	 * it
	 */
	static @Nullable String address(String host) {
		Matcher name = NAME.matcher(host);
		return name.matches() ? name.group(1).replace('-', '.') : null;
	}

	private static final class Origins {

		static final Automaton AUTOMATON = WellFormedOrigins
			.automaton("https?://[^/:]*\\." + SERVICES + "(?::[0-9]+)?");

	}

}
