package io.github.corsstarter.validation;

import java.util.List;

/**
 * CORS configuration outside of {@code cors.*} next to the policies. Immutable.
 *
 * @param source the source
 * @param effect what is left of it
 * @param shadowedBy the names of the policies that govern any of its paths, in match
 * order
 */
public record JudgedSource(CorsSource source, Effect effect, List<String> shadowedBy) {

	public JudgedSource {
		shadowedBy = List.copyOf(shadowedBy);
	}

	/**
	 * What the policies leave of a source.
	 */
	public enum Effect {

		/** No policy governs any of its paths. */
		ACTIVE("active"),

		/** Policies govern all of its paths. */
		SHADOWED("shadowed"),

		/** Policies govern some of its paths, or may do so. */
		PARTLY_SHADOWED("partly-shadowed"),

		/** What it allows, or where, is not known. */
		OPAQUE("opaque");

		private final String id;

		Effect(String id) {
			this.id = id;
		}

		/**
		 * Returns the word for it.
		 * @return lower-case words joined by dashes
		 */
		public String id() {
			return this.id;
		}

		@Override
		public String toString() {
			return this.id;
		}

	}

}
