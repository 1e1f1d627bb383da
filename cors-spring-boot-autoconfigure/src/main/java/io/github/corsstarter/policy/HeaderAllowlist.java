package io.github.corsstarter.policy;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * The request headers a policy allows.
 */
final class HeaderAllowlist {

	private static final int MAX_NAMES = 128;

	private static final int MAX_BYTES = 4096;

	private final boolean any;

	private final Set<String> names;

	private HeaderAllowlist(boolean any, Set<String> names) {
		this.any = any;
		this.names = names;
	}

	static HeaderAllowlist of(ConfiguredList headers) {
		Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
		headers.stream().forEach((header) -> names.add(header.value()));
		return new HeaderAllowlist(names.contains("*"), names);
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
		int bytes = 0;
		for (String line : lines) {
			bytes += line.length();
		}
		if (bytes > MAX_BYTES) {
			return Verdict.refused("more than " + MAX_BYTES + " bytes of header names");
		}
		return new Check().run(lines);
	}

	private boolean allows(String name) {
		return this.any ? (HttpToken.isToken(name) && !"*".equals(name)) : this.names.contains(name);
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

	/**
	 * One run over the requested names.
	 */
	private final class Check {

		private final StringBuilder answer = new StringBuilder();

		private final Set<String> seen = new TreeSet<>();

		private int count;

		Verdict run(List<String> lines) {
			for (String line : lines) {
				for (int start = 0; start <= line.length();) {
					int comma = line.indexOf(',', start);
					int end = (comma >= 0) ? comma : line.length();
					String name = trim(line, start, end);
					if (!name.isEmpty()) {
						if (++this.count > MAX_NAMES) {
							return Verdict.refused("more than " + MAX_NAMES + " header names");
						}
						if (!allows(name)) {
							return Verdict.refused(name);
						}
						accept(name);
					}
					start = end + 1;
				}
			}
			return (this.count > 0) ? new Verdict(null, this.answer.toString()) : Verdict.NOTHING_REQUESTED;
		}

		private void accept(String name) {
			if (this.seen.add(name.toLowerCase(Locale.ROOT))) {
				this.answer.append(this.answer.isEmpty() ? "" : ", ").append(name);
			}
		}

		private static String trim(String line, int start, int end) {
			while (start < end && isBlank(line.charAt(start))) {
				start++;
			}
			while (end > start && isBlank(line.charAt(end - 1))) {
				end--;
			}
			return line.substring(start, end);
		}

		private static boolean isBlank(char c) {
			return c == ' ' || c == '\t';
		}

	}

}
