package io.github.corsstarter.origin.advice;

import java.util.List;

import io.github.corsstarter.origin.OriginSyntaxException;
import io.github.corsstarter.origin.automaton.Expression;
import io.github.corsstarter.origin.automaton.WorkLimit;
import io.github.corsstarter.origin.entry.OriginPattern;
import io.github.corsstarter.origin.proof.ConfinementProof;
import org.jspecify.annotations.Nullable;

/**
 * The mistakes in a pattern.
 *
 * @param pattern the pattern
 */
record PatternMistakes(OriginPattern pattern) implements Mistakes {

	@Override
	public Expression meant() {
		return this.pattern.expression();
	}

	@Override
	public List<String> found() {
		return List.of();
	}

	@Override
	public List<String> missingBoundaries(List<String> examples, WorkLimit limit) {
		return List.of();
	}

	@Override
	public boolean isOpenEnded() {
		String host = this.pattern.host();
		return host.lastIndexOf('*') > host.lastIndexOf('.');
	}

	@Override
	public @Nullable Correction correction(WorkLimit limit) {
		String host = this.pattern.host();
		if (startsWithinName(host)) {
			int end = host.indexOf('.');
			String label = host.substring(1, (end < 0) ? host.length() : end);
			Correction correction = correction("*." + host.substring(1), "Nothing separates the wildcard from '" + label
					+ "', so it also matches longer names that end with it.", limit);
			if (correction != null) {
				return correction;
			}
		}
		if (!isOpenEnded()) {
			return null;
		}
		int star = host.lastIndexOf('*');
		return correction(host.substring(0, star) + host.substring(star + 1),
				"The wildcard at the end lets the host go on.", limit);
	}

	/**
	 * A dot in front of a hyphen would begin a name that nobody can register. What is
	 * written so, such as {@code *--site.netlify.app}, means names that end with it.
	 */
	private static boolean startsWithinName(String host) {
		return host.length() > 1 && host.charAt(0) == '*' && Character.isLetterOrDigit(host.charAt(1));
	}

	private @Nullable Correction correction(String correctedHost, String mistake, WorkLimit limit) {
		OriginPattern corrected = new OriginPattern(this.pattern.scheme(), correctedHost, this.pattern.ports());
		try {
			OriginPattern parsed = OriginPattern.parse(corrected.toString(), limit);
			return ConfinementProof.of(parsed.expression(), limit).isProposable()
					? new Correction(parsed.toString(), List.of(mistake)) : null;
		}
		catch (OriginSyntaxException ex) {
			return null;
		}
	}

}
