package io.github.corsstarter.validation.source;

import java.util.List;

/**
 * CORS configuration outside of {@code cors.*} next to the policies. Immutable.
 *
 * @param source the source
 * @param effect what is left of it
 * @param shadowedBy the names of the policies that take its effect on any of its paths,
 * in match order
 * @param ungoverned whether it may be for a path that no policy governs
 */
public record JudgedSource(CorsSource source, Effect effect, List<String> shadowedBy, boolean ungoverned) {

	public JudgedSource {
		shadowedBy = List.copyOf(shadowedBy);
	}

	/**
	 * Judges a source.
	 * @param source the source
	 * @param governance knows which policies govern its paths
	 * @return the source next to the policies
	 */
	public static JudgedSource of(CorsSource source, PathGovernance governance) {
		List<PathGovernance.Extent> extents = source.paths()
			.stream()
			.map((path) -> governance.of(source.kind(), path))
			.toList();
		boolean ungoverned = extents.isEmpty() || !extents.stream().allMatch(PathGovernance.Extent::wholly);
		List<String> shadows = !source.shadowable() ? List.of()
				: extents.stream().flatMap((extent) -> extent.policies().stream()).distinct().toList();
		return new JudgedSource(source, effect(source, shadows, ungoverned), shadows, ungoverned);
	}

	private static Effect effect(CorsSource source, List<String> shadows, boolean ungoverned) {
		if (source.isOpaque()) {
			return Effect.OPAQUE;
		}
		if (shadows.isEmpty()) {
			return Effect.ACTIVE;
		}
		boolean partly = ungoverned || source.kind().isHandshake();
		return partly ? Effect.PARTLY_SHADOWED : Effect.SHADOWED;
	}

	/**
	 * What the policies leave of a source.
	 */
	public enum Effect {

		/** No policy takes its effect on any of its paths. */
		ACTIVE("active"),

		/** Policies take its effect on all of its paths. */
		SHADOWED("shadowed"),

		/** Policies take its effect on some of its paths or for some origins, or may. */
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
