package io.github.corsstarter.origin.entry;

import java.util.function.Supplier;

import io.github.corsstarter.origin.Origin;
import io.github.corsstarter.origin.OriginGrammar;
import io.github.corsstarter.origin.automaton.ProofAllowance;

/**
 * Parses and normalises an exact origin that somebody configured.
 */
public final class ConfiguredOriginParser {

	private ConfiguredOriginParser() {
	}

	public static Origin parse(String input, Supplier<ProofAllowance> allowance) {
		Origin origin = Origin.parse(input);
		return (origin != null) ? origin : normalize(input, allowance);
	}

	private static Origin normalize(String input, Supplier<ProofAllowance> allowance) {
		ConfiguredText text = ConfiguredText.of(input, (correction) -> parse(correction, allowance).toString(),
				allowance);
		if (text.value().equalsIgnoreCase("null")) {
			return wellFormed(text, "null");
		}
		ConfiguredTextRules.check(text);
		checkWildcard(text);
		OriginParts parts = OriginParts.of(text);
		String host = HostNormalizer.normalize(parts);
		int port = PortParser.parsePort(parts);
		return wellFormed(text, OriginParts.serialize(parts.scheme(), host, port));
	}

	private static void checkWildcard(ConfiguredText text) {
		String value = text.value();
		int position = value.indexOf('*');
		if (value.equals("*")) {
			throw text.fault(-1, "A plain * is every origin, not one.");
		}
		if (position >= 0) {
			throw text.fault(position,
					"A wildcard is only understood in allowed-origin-patterns; move the entry there.");
		}
	}

	private static Origin wellFormed(ConfiguredText text, String serialization) {
		Origin origin = Origin.parse(serialization);
		if (origin == null) {
			throw text.fault(-1, "The origin has " + serialization.length() + " characters, and none has more than "
					+ OriginGrammar.MAX_LENGTH + ".");
		}
		return origin;
	}

}
