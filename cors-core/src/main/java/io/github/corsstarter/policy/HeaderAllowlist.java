package io.github.corsstarter.policy;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The request headers a policy allows.
 */
final class HeaderAllowlist {

	private static final int MAX_NAMES = 128;

	private static final int MAX_BYTES = 4096;

	private static final String ANY = "*";

	private static final String SEPARATOR = ", ";

	private final boolean any;

	private final List<String> names;

	private HeaderAllowlist(List<String> names) {
		this.any = names.contains(ANY);
		this.names = names;
	}

	static HeaderAllowlist of(ConfiguredList headers) {
		return new HeaderAllowlist(List.copyOf(headers.elements()));
	}

	/**
	 * Checks the names that a preflight asks for. The work is bounded, whatever is asked.
	 * @param lines the field lines of {@code Access-Control-Request-Headers}
	 * @return the verdict
	 */
	Verdict check(List<String> lines) {
		if (lines.isEmpty()) {
			return Verdict.NOTHING_REQUESTED;
		}
		int bytes = bytes(lines);
		if (bytes > MAX_BYTES) {
			return Verdict.refused("more than " + MAX_BYTES + " bytes of header names");
		}
		RequestedNames requested = new RequestedNames(lines);
		StringBuilder answer = new StringBuilder(bytes + SEPARATOR.length() * lines.size());
		for (int count = 1; requested.next(); count++) {
			if (count > MAX_NAMES) {
				return Verdict.refused("more than " + MAX_NAMES + " header names");
			}
			if (!allows(requested)) {
				return Verdict.refused(requested.name());
			}
			add(answer, requested);
		}
		return answer.isEmpty() ? Verdict.NOTHING_REQUESTED : new Verdict(null, answer.toString());
	}

	/**
	 * Return what a preflight that is not allowed could have asked for.
	 * @param lines the field lines of {@code Access-Control-Request-Headers}
	 * @return the list of the policy; if any header is allowed, the requested names that
	 * are
	 */
	String allowedOf(List<String> lines) {
		if (!this.any) {
			return String.join(SEPARATOR, this.names);
		}
		StringBuilder allowed = new StringBuilder();
		if (bytes(lines) <= MAX_BYTES) {
			RequestedNames requested = new RequestedNames(lines);
			for (int count = 1; requested.next() && count <= MAX_NAMES; count++) {
				if (allows(requested)) {
					add(allowed, requested);
				}
			}
		}
		return allowed.toString();
	}

	private static int bytes(List<String> lines) {
		int bytes = 0;
		for (String line : lines) {
			bytes += line.length();
		}
		return bytes;
	}

	private boolean allows(RequestedNames requested) {
		if (!requested.isToken() || requested.is(ANY)) {
			return false;
		}
		if (this.any) {
			return true;
		}
		for (String name : this.names) {
			if (requested.is(name)) {
				return true;
			}
		}
		return false;
	}

	private static void add(StringBuilder answer, RequestedNames requested) {
		if (requested.isIn(answer)) {
			return;
		}
		if (!answer.isEmpty()) {
			answer.append(SEPARATOR);
		}
		requested.appendTo(answer);
	}

	/**
	 * What became of the requested names: either one is refused, or the answer lists them
	 * all.
	 *
	 * @param refused the first name that is not allowed, or {@code null}
	 * @param answer the requested names, once each as they were sent; {@code null} if
	 * none was requested or one is refused
	 */
	record Verdict(@Nullable String refused, @Nullable String answer) {

		static final Verdict NOTHING_REQUESTED = new Verdict(null, null);

		static Verdict refused(String name) {
			return new Verdict(name, null);
		}

	}

}
