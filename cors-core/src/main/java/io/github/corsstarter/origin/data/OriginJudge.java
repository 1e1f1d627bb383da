package io.github.corsstarter.origin.data;

import io.github.corsstarter.origin.Origin;
import io.github.corsstarter.origin.OriginSyntaxException;
import io.github.corsstarter.origin.Punycode;
import io.github.corsstarter.origin.Schemes;
import io.github.corsstarter.origin.entry.ExactOrigin;
import io.github.corsstarter.origin.entry.OriginEntryParser;
import io.github.corsstarter.origin.entry.OriginPattern;
import io.github.corsstarter.origin.owner.AddressNames;
import io.github.corsstarter.origin.owner.OriginOwner;
import io.github.corsstarter.origin.owner.PublicSuffixList;
import io.github.corsstarter.origin.owner.ReservedHosts;
import org.jspecify.annotations.Nullable;

/**
 * Judges origins that come from data by the rules for configured ones, one by one, and
 * without an automaton. What data may name is less than what may be configured: single
 * origins, and all names below one domain. Two judges that judge alike are equal.
 * Immutable.
 *
 * @param production whether the application runs in production, where origins of the
 * visitor's own machine or network are refused
 * @param credentials whether a policy that takes the origins allows credentials, for
 * which plain http is refused on public hosts
 */
public record OriginJudge(boolean production, boolean credentials) {

	/** More than any entry has. */
	private static final int MAX_LENGTH = 1024;

	private static final String ANY_LABELS = "*.";

	/**
	 * Judge an entry.
	 * @param entry the entry as it is in the data; anything at all
	 * @return what became of it
	 */
	public JudgedOrigin judge(@Nullable String entry) {
		if (entry == null || entry.length() > MAX_LENGTH) {
			return JudgedOrigin.refused(null, "invalid-origin", "An origin is scheme://host[:port].");
		}
		String text = entry.strip();
		if (text.equals("*")) {
			return anyOrigin(text);
		}
		if (text.equalsIgnoreCase("null")) {
			return JudgedOrigin.refused("null", "null-origin",
					"Any website can send the origin null from a sandboxed frame.");
		}
		String scheme = Schemes.neverSent(text);
		if (scheme != null) {
			return JudgedOrigin.refused(null, "unmatchable-origin",
					"Browsers send no origin with the scheme " + scheme + ".");
		}
		boolean pattern = text.indexOf('*') >= 0 || text.contains(":[");
		try {
			return pattern ? judgePattern(text) : judgeOrigin(ExactOrigin.parse(text));
		}
		catch (OriginSyntaxException ex) {
			String proposal = (ex.suggestion() != null) ? " Write " + ex.suggestion() + "." : "";
			return JudgedOrigin.refused(null, pattern ? "invalid-pattern" : "invalid-origin",
					ex.getMessage() + proposal);
		}
	}

	private JudgedOrigin anyOrigin(String text) {
		return JudgedOrigin.refused(text, this.credentials ? "wildcard-with-credentials" : "wildcard-origin",
				"The entry accepts any origin.");
	}

	private JudgedOrigin judgeOrigin(ExactOrigin entry) {
		String normalized = entry.toString();
		Origin origin = entry.origin();
		JudgedOrigin refused = judge(normalized, origin.scheme(), origin.host());
		return (refused != null) ? refused : JudgedOrigin.accepted(normalized);
	}

	private JudgedOrigin judgePattern(String text) {
		if (text.indexOf('*') != text.lastIndexOf('*')) {
			return notFromData(null, text);
		}
		OriginPattern pattern = new OriginEntryParser().pattern(text);
		String normalized = pattern.toString();
		String host = pattern.host();
		if (host.equals("*")) {
			return isWeb(pattern.scheme()) ? anyOrigin(normalized) : notFromData(normalized, text);
		}
		if (!host.startsWith(ANY_LABELS) || pattern.ports().toArray() == null) {
			return notFromData(normalized, text);
		}
		String domain = host.substring(ANY_LABELS.length());
		if (!isWeb(pattern.scheme()) || !isConfined(domain)) {
			return JudgedOrigin.refused(normalized, "unbounded-origins",
					"Others than one owner have names below " + domain + ".");
		}
		JudgedOrigin refused = judge(normalized, pattern.scheme(), domain);
		return (refused != null) ? refused : JudgedOrigin.accepted(normalized);
	}

	private static JudgedOrigin notFromData(@Nullable String normalized, String text) {
		return JudgedOrigin.refused(normalized, "invalid-pattern", "Data may name single origins, and with a leading "
				+ "*. all names below a domain, such as https://*.example.com; no other wildcards.");
	}

	private @Nullable JudgedOrigin judge(String normalized, String scheme, String host) {
		if (!isWeb(scheme)) {
			return null;
		}
		String label = Punycode.invalidLabel(host);
		if (label != null) {
			return JudgedOrigin.refused(normalized, "unmatchable-origin",
					"The label '" + label + "' is not valid punycode, and browsers refuse every URL with it.");
		}
		if (this.production && ReservedHosts.isLoopback(host)) {
			return JudgedOrigin.refused(normalized, "localhost-origin",
					"Any page served from a visitor's own machine could read this API.");
		}
		if (this.production && ReservedHosts.isPrivate(host)) {
			return JudgedOrigin.refused(normalized, "private-network-origin",
					"In every private network another machine may answer as " + host + ".");
		}
		if (this.credentials && isInsecure(scheme, host)) {
			return JudgedOrigin.refused(normalized, "insecure-origin",
					"Anyone on the network between a visitor and " + normalized
							+ " can put scripts into its pages, and read this API with the visitor's credentials. "
							+ "Use https.");
		}
		return null;
	}

	/**
	 * Return whether a judge refuses an origin for no other reason than credentials.
	 * @param origin the value of an {@code Origin} header
	 * @return {@code true} for plain http on a public host
	 */
	public static boolean isInsecure(String origin) {
		Origin parsed = origin.startsWith("http:") ? Origin.parse(origin) : null;
		return parsed != null && isInsecure(parsed.scheme(), parsed.host());
	}

	private static boolean isInsecure(String scheme, String host) {
		return scheme.equals("http") && ReservedHosts.isPublic(host);
	}

	private static boolean isWeb(String scheme) {
		return scheme.equals("https") || scheme.equals("http");
	}

	/**
	 * Return whether all names below a domain have one owner.
	 */
	private static boolean isConfined(String domain) {
		if (ReservedHosts.isSingleLabel(domain) || AddressNames.contains(domain)) {
			return false;
		}
		if (ReservedHosts.find(domain) != null) {
			return true;
		}
		if (PublicSuffixList.get().registrableDomain(domain) == null) {
			return false;
		}
		for (String shared : OriginOwner.of("https://" + domain).sharedHosts()) {
			if (("." + shared).endsWith("." + domain)) {
				return false;
			}
		}
		return true;
	}

}
