package io.github.corsstarter.origin;

import io.github.corsstarter.origin.advice.Advisor;
import io.github.corsstarter.origin.proof.OriginLanguages;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every refused text is told.
 */
public final class SyntaxFaults {

	private SyntaxFaults() {
	}

	/**
	 * Return what may be proposed in place of a refused text.
	 * @param ex why it was refused
	 * @return an entry, or {@code null}
	 */
	public static @Nullable String vetted(OriginSyntaxException ex) {
		return new Advisor(new OriginLanguages()).vet(ex);
	}

	public static void assertFault(String as, OriginSyntaxException ex) {
		assertThat(ex.getMessage()).as(as).endsWith(".").doesNotContain("\n");
		assertThat(ex.position()).as(as).isBetween(-1, ex.input().length());
		assertThat(ex.toDetailedString()).as(as).startsWith(ex.getMessage() + "\n" + ex.input());
	}

}
