package io.github.corsstarter.origin.entry;

import java.util.stream.Collectors;

import io.github.corsstarter.origin.Ipv4Address;
import io.github.corsstarter.origin.Ipv6Address;
import io.github.corsstarter.origin.OriginGrammar;

/**
 * Normalises a configured host without wildcards: names label by label, addresses to
 * their canonical form.
 */
final class HostNormalizer {

	private HostNormalizer() {
	}

	static String normalize(OriginParts parts) {
		if (parts.host().startsWith("[")) {
			return normalizeIpv6(parts);
		}
		if (HostLabels.isDot(parts)) {
			return parts.host();
		}
		String host = HostLabels.split(parts)
			.stream()
			.map((label) -> HostLabels.normalize(parts, label))
			.collect(Collectors.joining("."));
		HostLabels.checkLength(parts, host);
		return HostLabels.isWeb(parts) ? normalizeIpv4(parts, host) : host;
	}

	private static String normalizeIpv6(OriginParts parts) {
		String written = parts.host().substring(1, parts.host().length() - 1);
		String address = Ipv6Address.canonicalize(written);
		if (address == null) {
			throw parts.text()
				.fault(parts.hostStart(), (written.indexOf('%') >= 0) ? "An IPv6 address has no zone in an origin."
						: "What stands in brackets is no IPv6 address.");
		}
		return "[" + address + "]";
	}

	private static String normalizeIpv4(OriginParts parts, String host) {
		int lastLabel = host.lastIndexOf('.') + 1;
		if (!OriginGrammar.isNumber(host, lastLabel, host.length())) {
			return host;
		}
		String address = Ipv4Address.canonicalize(host);
		if (address == null) {
			throw parts.text()
				.fault(parts.hostStart(),
						"A host whose last label is a number is an IPv4 address, and this one is none.");
		}
		return address;
	}

}
