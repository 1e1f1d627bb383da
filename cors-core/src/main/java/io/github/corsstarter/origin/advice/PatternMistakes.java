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
 */
final class PatternMistakes implements Mistakes {

	private final Expression expression;

	private final String text;

	private final int hostStart;

	private final String host;

	PatternMistakes(OriginPattern pattern) {
		this.expression = pattern.expression();
		this.text = pattern.toString();
		this.hostStart = pattern.scheme().length() + "://".length();
		this.host = pattern.host();
	}

	@Override
	public Expression meant() {
		return this.expression;
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
		return this.host.lastIndexOf('*') > this.host.lastIndexOf('.');
	}

	@Override
	public @Nullable Correction correction(WorkLimit limit) {
		if (startsWithinName()) {
			int end = this.host.indexOf('.');
			String label = this.host.substring(1, (end < 0) ? this.host.length() : end);
			Correction correction = correction("*." + this.host.substring(1), "Nothing separates the wildcard from '"
					+ label + "', so it also matches longer names that end with it.", limit);
			if (correction != null) {
				return correction;
			}
		}
		if (!isOpenEnded()) {
			return null;
		}
		int star = this.host.lastIndexOf('*');
		return correction(this.host.substring(0, star) + this.host.substring(star + 1),
				"The wildcard at the end lets the host go on.", limit);
	}

	/**
	 * A dot in front of a hyphen would begin a name that nobody can register. What is
	 * written so, such as {@code *--site.netlify.app}, means names that end with it.
	 */
	private boolean startsWithinName() {
		return this.host.length() > 1 && this.host.charAt(0) == '*' && Character.isLetterOrDigit(this.host.charAt(1));
	}

	private @Nullable Correction correction(String correctedHost, String mistake, WorkLimit limit) {
		String corrected = this.text.substring(0, this.hostStart) + correctedHost
				+ this.text.substring(this.hostStart + this.host.length());
		try {
			OriginPattern pattern = OriginPattern.parse(corrected, limit);
			return ConfinementProof.of(pattern.expression(), limit).isProposable()
					? new Correction(pattern.toString(), List.of(mistake)) : null;
		}
		catch (OriginSyntaxException ex) {
			return null;
		}
	}

}
