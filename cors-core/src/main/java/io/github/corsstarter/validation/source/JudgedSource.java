package io.github.corsstarter.validation.source;

import java.util.List;

/**
 * CORS configuration outside of {@code cors.*} next to the policies. Immutable.
 *
 * @param source the source
 * @param effect what is left of it
 * @param shadowedBy the names of the policies that take its effect on any of its paths,
 * in match order
 * @param bypassed the names of the policies that it decides ahead of, in match order
 * @param ungoverned whether it may be for a path that no policy governs
 */
public record JudgedSource(CorsSource source, Effect effect, List<String> shadowedBy, List<String> bypassed,
		boolean ungoverned) {

	public JudgedSource {
		shadowedBy = List.copyOf(shadowedBy);
		bypassed = List.copyOf(bypassed);
	}

	/**
	 * Judge a source.
	 * @param source the source
	 * @param governance knows which policies govern its paths
	 * @return the source next to the policies
	 */
	public static JudgedSource of(CorsSource source, PathGovernance governance) {
		List<PathGovernance.Extent> extents = extents(source, source.paths(), governance);
		boolean ungoverned = extents.isEmpty() || !extents.stream().allMatch(PathGovernance.Extent::wholly);
		List<String> shadows = (source.standing() instanceof Standing.Behind) ? policies(extents) : List.of();
		List<String> bypassed = (source.standing() instanceof Standing.Ahead ahead)
				? policies(extents(source, ahead.turn().reach(), governance)) : List.of();
		return new JudgedSource(source, effect(source, shadows, bypassed, ungoverned), shadows, bypassed, ungoverned);
	}

	private static List<PathGovernance.Extent> extents(CorsSource source, List<String> paths,
			PathGovernance governance) {
		return paths.stream().map((path) -> governance.of(source.kind(), path)).toList();
	}

	private static List<String> policies(List<PathGovernance.Extent> extents) {
		return extents.stream().flatMap((extent) -> extent.policies().stream()).distinct().toList();
	}

	private static Effect effect(CorsSource source, List<String> shadows, List<String> bypassed, boolean ungoverned) {
		if (source.isOpaque()) {
			return Effect.OPAQUE;
		}
		if (!bypassed.isEmpty()) {
			return Effect.AHEAD;
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

		/** It decides before the policies do, on a path that one of them governs. */
		AHEAD("ahead"),

		/** What it allows is not known, and could not be asked. */
		OPAQUE("opaque");

		private final String id;

		Effect(String id) {
			this.id = id;
		}

		/**
		 * Return the word for it.
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
