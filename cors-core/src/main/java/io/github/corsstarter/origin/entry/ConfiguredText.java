package io.github.corsstarter.origin.entry;

import java.util.function.Function;
import java.util.function.Supplier;

import io.github.corsstarter.origin.OriginSyntaxException;
import io.github.corsstarter.origin.automaton.ProofAllowance;
import org.jspecify.annotations.Nullable;

/**
 * The text of a configured entry, and what makes its syntax errors: a correction is only
 * offered when it is an entry itself, in its normalised spelling.
 *
 * @param value the entry without surrounding blanks
 * @param normalizer returns the normalised spelling of an entry of the same kind, or
 * throws {@link OriginSyntaxException}
 * @param allowance pays for what is proven about corrections, asked for only then
 */
record ConfiguredText(String value, Function<String, @Nullable String> normalizer, Supplier<ProofAllowance> allowance) {

	/**
	 * Take the text of an entry without the blanks around it, no-break spaces included.
	 * @param input the text as configured
	 * @param normalizer see above
	 * @param allowance see above
	 * @return the text to parse
	 */
	static ConfiguredText of(String input, Function<String, @Nullable String> normalizer,
			Supplier<ProofAllowance> allowance) {
		int start = 0;
		int end = input.length();
		while (start < end && isBlank(input.charAt(start))) {
			start++;
		}
		while (end > start && isBlank(input.charAt(end - 1))) {
			end--;
		}
		return new ConfiguredText(input.substring(start, end), normalizer, allowance);
	}

	static boolean isBlank(char c) {
		return Character.isWhitespace(c) || Character.isSpaceChar(c);
	}

	OriginSyntaxException fault(int position, String message) {
		return new OriginSyntaxException(this.value, position, message, null);
	}

	OriginSyntaxException fault(int position, String message, String correction) {
		return new OriginSyntaxException(this.value, position, message, normalized(correction));
	}

	private @Nullable String normalized(String correction) {
		if (correction.equals(this.value)) {
			return null;
		}
		try {
			return this.normalizer.apply(correction);
		}
		catch (OriginSyntaxException ex) {
			return ex.suggestion();
		}
	}

}
