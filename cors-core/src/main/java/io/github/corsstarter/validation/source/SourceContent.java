package io.github.corsstarter.validation.source;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is known about what a source allows. Immutable.
 */
public sealed interface SourceContent {

	/**
	 * What was read.
	 *
	 * @param configuration what the source allows
	 */
	record Read(SourceConfiguration configuration) implements SourceContent {

	}

	/**
	 * What was found out by requests that nobody sent. Once everybody's page may read, it
	 * does not matter who else may; without credentials, that is so on the same path, and
	 * elsewhere for others without credentials.
	 *
	 * @param exposures the answers that let a page read which should not, without those
	 * that do not matter; empty if none did
	 */
	record Asked(List<Exposure> exposures) implements SourceContent {

		public Asked {
			exposures = worst(exposures);
		}

		private static List<Exposure> worst(List<Exposure> exposures) {
			List<Exposure> toAnybody = exposures.stream()
				.filter((exposure) -> exposure.to() == Exposure.To.ANYBODY)
				.toList();
			List<Exposure> withCredentials = toAnybody.stream().filter(Exposure::credentials).toList();
			if (!withCredentials.isEmpty()) {
				return withCredentials;
			}
			Set<String> paths = toAnybody.stream().map(Exposure::path).collect(Collectors.toSet());
			return exposures.stream()
				.filter((exposure) -> paths.isEmpty() || exposure.to() == Exposure.To.ANYBODY
						|| (exposure.credentials() && !paths.contains(exposure.path())))
				.toList();
		}

	}

	/**
	 * Nothing but that the source passes on what it was asked: it may be for other paths,
	 * or for other requests.
	 *
	 * @param paths how many paths it was asked for
	 */
	record Silent(int paths) implements SourceContent {

	}

	/**
	 * Nothing, because the source could neither be read nor asked.
	 *
	 * @param tried what was tried, and what came of it, as one sentence
	 */
	record Opaque(String tried) implements SourceContent {

	}

}
