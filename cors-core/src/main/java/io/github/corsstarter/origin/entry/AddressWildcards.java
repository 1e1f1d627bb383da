package io.github.corsstarter.origin.entry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import io.github.corsstarter.origin.EntryKind;
import io.github.corsstarter.origin.OriginGrammar;
import io.github.corsstarter.origin.OriginSyntaxException;
import io.github.corsstarter.origin.entry.Host.Label;

/**
 * Refuses wildcards in IP addresses, and says which regular expression means the same.
 * The suggestion is an entry of {@code allowed-origin-regexes}.
 */
final class AddressWildcards {

	private AddressWildcards() {
	}

	static OriginSyntaxException ipv6(OriginParts parts) {
		String address = parts.host().substring(1, parts.host().length() - 1).replaceAll("\\*+", "[0-9a-f:]+");
		return fault(parts, parts.hostStart() + parts.host().indexOf('*'), "\\[" + address + "\\]");
	}

	static void check(OriginParts parts, List<Label> labels) {
		Label last = labels.get(labels.size() - 1);
		boolean numeric = labels.size() > 1 && isNumeric(labels);
		if (numeric && isAddress(labels)) {
			throw fault(parts, parts.hostStart() + parts.host().indexOf('*'), regex(labels));
		}
		if (numeric || OriginGrammar.isNumber(last.value(), 0, last.value().length())) {
			throw parts.fault(last.position(),
					"A host whose last label is a number is an IP address, which a wildcard never matches.");
		}
	}

	/**
	 * Return whether there are only digits and wildcards, and a label without a wildcard.
	 */
	private static boolean isNumeric(List<Label> labels) {
		boolean number = false;
		for (Label label : labels) {
			boolean wildcard = false;
			for (int i = 0; i < label.value().length(); i++) {
				char c = label.value().charAt(i);
				if (c != '*' && !OriginGrammar.isDigit(c)) {
					return false;
				}
				wildcard |= c == '*';
			}
			number |= !wildcard;
		}
		return number;
	}

	private static boolean isAddress(List<Label> labels) {
		boolean open = labels.get(0).value().equals("*") || labels.get(labels.size() - 1).value().equals("*");
		return labels.size() == 4 || (labels.size() < 4 && open);
	}

	private static String regex(List<Label> labels) {
		List<String> numbers = new ArrayList<>();
		labels.forEach((label) -> numbers.add(label.value()));
		while (numbers.size() < 4) {
			boolean trailing = numbers.get(numbers.size() - 1).equals("*");
			numbers.add(trailing ? numbers.size() : 0, "*");
		}
		return numbers.stream().map(AddressWildcards::regex).collect(Collectors.joining("\\."));
	}

	private static String regex(String number) {
		return number.replaceAll("\\*+", (number.matches("\\*+")) ? "\\\\d{1,3}" : "\\\\d{1,2}");
	}

	private static OriginSyntaxException fault(OriginParts parts, int position, String host) {
		String regex = OriginRegex.quote(parts.scheme()) + "://" + host + portRegex(parts);
		return parts.text()
			.fault(position, "A wildcard never matches an IP address; write the address out.", regex, EntryKind.REGEX);
	}

	private static String portRegex(OriginParts parts) {
		int[] ports = Ports.parse(parts).toArray();
		if (ports == null) {
			return "(:\\d{1,5})?";
		}
		int defaultPort = OriginGrammar.defaultPort(parts.scheme());
		String others = Arrays.stream(ports)
			.filter((port) -> port != defaultPort)
			.mapToObj(Integer::toString)
			.collect(Collectors.joining("|"));
		if (others.isEmpty()) {
			return "";
		}
		String expression = (others.indexOf('|') < 0) ? ":" + others : ":(" + others + ")";
		return Arrays.stream(ports).anyMatch((port) -> port == defaultPort) ? "(" + expression + ")?" : expression;
	}

}
