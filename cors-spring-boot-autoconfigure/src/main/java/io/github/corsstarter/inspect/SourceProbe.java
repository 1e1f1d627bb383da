package io.github.corsstarter.inspect;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.validation.source.Respondent;
import io.github.corsstarter.web.HandlerPath;

/**
 * Makes sources of what cannot be read, and so has to be asked.
 *
 * @param paths the paths that can be asked for, relative to the application
 */
public record SourceProbe(Supplier<? extends Collection<HandlerPath>> paths) {

	/**
	 * Asks a component that is called for anything. Its code may throw, or not come back.
	 * @param kind what it is
	 * @param name its name
	 * @param respondent answers for it
	 * @return what it allows
	 */
	public CorsSource source(CorsSource.Kind kind, String name, Respondent respondent) {
		return source(kind, name, () -> Reach.EVERYWHERE, respondent);
	}

	/**
	 * Asks a component. Its code may throw, or not come back.
	 * @param kind what it is
	 * @param name its name
	 * @param reach what it is called for
	 * @param respondent answers for it
	 * @return what it allows
	 */
	public CorsSource source(CorsSource.Kind kind, String name, Supplier<Reach> reach, Respondent respondent) {
		ProbeResult result = probe(reach, respondent);
		return CorsSource.code(kind, name, result.patterns(), result.content());
	}

	/**
	 * Asks what may have CORS configuration or not.
	 * @param kind what it is
	 * @param name its name
	 * @param respondent answers for it
	 * @return what it allows; nothing if it has nothing to say
	 */
	public List<CorsSource> sourceIfAny(CorsSource.Kind kind, String name, Respondent respondent) {
		ProbeResult result = probe(() -> Reach.EVERYWHERE, respondent);
		return result.isSilent() ? List.of()
				: List.of(CorsSource.code(kind, name, result.patterns(), result.content()));
	}

	/**
	 * Selects the paths that a component is asked for, of those that come to it.
	 * @param reach what it is called for
	 * @return the paths
	 */
	public List<HandlerPath> paths(Reach reach) {
		return PathSelection.of(reach.among(this.paths.get()));
	}

	private ProbeResult probe(Supplier<Reach> reach, Respondent respondent) {
		return TimeLimit.await(() -> ProbeRun.with(respondent, paths(reach.get())),
				(opaque) -> new ProbeResult(List.of(), opaque));
	}

}
