package io.github.corsstarter.origin.owner;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The suffixes under which unrelated people get names, such as {@code com}, {@code co.uk}
 * and {@code github.io}: the <a href="https://publicsuffix.org/list/">Public Suffix
 * List</a>, its private section included, and a few hosting, tunnel and wildcard-DNS
 * services that it lacks. Immutable and thread-safe.
 * <p>
 * The list is read when it is first asked for, and may be given up again when memory is
 * short.
 */
public final class PublicSuffixList {

	private static final String LIST = "public-suffix-list.dat";

	private static final String SUPPLEMENT = "shared-hosts.dat";

	private static SoftReference<PublicSuffixList> current = new SoftReference<>(null);

	private final Set<String> rules = new HashSet<>(16_384);

	private final Set<String> wildcardRules = new HashSet<>();

	private final Set<String> exceptionRules = new HashSet<>();

	/** Names that have suffixes below them, as few registrable domains do. */
	private final Set<String> parents = new HashSet<>();

	private PublicSuffixList(String... resources) {
		for (String resource : resources) {
			read(resource);
		}
	}

	/**
	 * Return the list that comes with this library.
	 * @return the list
	 */
	public static synchronized PublicSuffixList get() {
		PublicSuffixList list = current.get();
		if (list == null) {
			list = new PublicSuffixList(LIST, SUPPLEMENT);
			current = new SoftReference<>(list);
		}
		return list;
	}

	/** Read the list as browsers have it, without the services that it lacks. */
	static PublicSuffixList ofBrowsers() {
		return new PublicSuffixList(LIST);
	}

	private void read(String resource) {
		try (InputStream input = PublicSuffixList.class.getResourceAsStream(resource)) {
			if (input == null) {
				throw new IllegalStateException("The resource " + resource + " is missing from the class path.");
			}
			BufferedReader reader = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
			reader.lines().forEach(this::add);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A rule ends at the first blank of its line; comments and empty lines are no rules.
	 */
	private void add(String line) {
		int end = 0;
		while (end < line.length() && line.charAt(end) > ' ') {
			end++;
		}
		if (end == 0 || line.startsWith("//")) {
			return;
		}
		String rule = ascii(line.substring(0, end));
		if (rule.startsWith("!")) {
			this.exceptionRules.add(rule.substring(1));
		}
		else if (rule.startsWith("*.")) {
			this.wildcardRules.add(rule.substring(2));
			addParents(rule);
		}
		else {
			this.rules.add(rule);
			addParents(rule);
		}
	}

	private void addParents(String rule) {
		for (String parent = parent(rule); parent != null; parent = parent(parent)) {
			this.parents.add(parent);
		}
	}

	private static String ascii(String rule) {
		for (int i = 0; i < rule.length(); i++) {
			if (rule.charAt(i) >= 0x80) {
				return IDN.toASCII(rule, IDN.ALLOW_UNASSIGNED);
			}
		}
		return rule;
	}

	/**
	 * Return the part of a host name that its owner has registered: the public suffix and
	 * one label more.
	 * @param host a host name as browsers send it, in lower case and punycode
	 * @return the registrable domain, or {@code null} when the host is a public suffix
	 * itself; IP addresses have none, and must not be asked for
	 */
	public @Nullable String registrableDomain(String host) {
		String suffix = publicSuffix(host);
		int dot = host.length() - suffix.length() - 1;
		return (dot > 0) ? host.substring(host.lastIndexOf('.', dot - 1) + 1) : null;
	}

	/**
	 * Return the public suffix of a host name. A top-level domain that the list does not
	 * know is one.
	 * @param host a host name as browsers send it, in lower case and punycode
	 * @return the public suffix, at most the whole name
	 */
	public String publicSuffix(String host) {
		for (String name = host; name != null; name = parent(name)) {
			if (this.exceptionRules.contains(name)) {
				return String.valueOf(parent(name));
			}
		}
		for (String name = host;;) {
			String parent = parent(name);
			if (parent == null || this.rules.contains(name) || this.wildcardRules.contains(parent)) {
				return name;
			}
			name = parent;
		}
	}

	/**
	 * Return whether the list knows a top-level domain.
	 * @param name a name of one label as browsers send it, in lower case and punycode
	 * @return whether there is a rule for it or for every name directly below it
	 */
	public boolean isListed(String name) {
		return this.rules.contains(name) || sharesEveryName(name);
	}

	/**
	 * Return whether every name directly below a name is a public suffix.
	 * @param name a host name as browsers send it, in lower case and punycode
	 * @return whether there is a rule with a wildcard for what is below it
	 */
	public boolean sharesEveryName(String name) {
		return this.wildcardRules.contains(name);
	}

	/**
	 * Return the rule by which a name has its public suffix.
	 * @param host a host name as browsers send it, in lower case and punycode
	 * @return the public suffix, or {@code *.} and its parent when every name there is
	 * one
	 */
	public String rule(String host) {
		String suffix = publicSuffix(host);
		String parent = parent(suffix);
		return (parent != null && sharesEveryName(parent) && !this.rules.contains(suffix)) ? "*." + parent : suffix;
	}

	/**
	 * Return the name that a name is directly below.
	 * @param name a host name
	 * @return the name without its first label, or {@code null} for a single label
	 */
	public static @Nullable String parent(String name) {
		int dot = name.indexOf('.');
		return (dot >= 0) ? name.substring(dot + 1) : null;
	}

	/**
	 * Return the public suffixes below a domain, so that what its owner shares with
	 * others can be told from the rest.
	 * @param domain a registrable domain
	 * @return suffixes that end with the domain, in no order; {@code *.} stands before
	 * one that shares every name directly below it
	 */
	List<String> suffixesBelow(String domain) {
		if (!this.parents.contains(domain)) {
			return List.of();
		}
		String ending = "." + domain;
		List<String> suffixes = new ArrayList<>();
		for (String rule : this.rules) {
			if (rule.endsWith(ending)) {
				suffixes.add(rule);
			}
		}
		for (String rule : this.wildcardRules) {
			if (rule.equals(domain) || rule.endsWith(ending)) {
				suffixes.add("*." + rule);
			}
		}
		return suffixes;
	}

}
