package io.github.corsstarter.origin.owner;

import io.github.corsstarter.origin.OriginGrammar;

/**
 * What browsers take for one site, by the Public Suffix List alone. An
 * {@linkplain OriginOwner owner} is told apart more strictly.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/browsers.html#sites">HTML
 * standard, sites</a>
 */
public final class Site {

	private Site() {
	}

	/**
	 * Return the host of the site that a host belongs to.
	 * @param host a host as browsers send it
	 * @return the registrable domain, or the host itself when it is an IP address or a
	 * public suffix
	 */
	public static String hostOf(String host) {
		String dot = host.endsWith(".") ? "." : "";
		String name = host.substring(0, host.length() - dot.length());
		String domain = OriginGrammar.isAddress(name) ? null : Browsers.SUFFIXES.registrableDomain(name);
		return (domain != null) ? domain + dot : host;
	}

	private static final class Browsers {

		static final PublicSuffixList SUFFIXES = PublicSuffixList.ofBrowsers();

	}

}
