package io.github.corsstarter.origin;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every refused text is told.
 */
public final class SyntaxFaults {

	private SyntaxFaults() {
	}

	public static void assertFault(String as, OriginSyntaxException ex) {
		assertThat(ex.getMessage()).as(as).endsWith(".").doesNotContain("\n");
		assertThat(ex.position()).as(as).isBetween(-1, ex.input().length());
		assertThat(ex.toDetailedString()).as(as).startsWith(ex.getMessage() + "\n" + ex.input());
	}

}
