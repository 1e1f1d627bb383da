package io.github.corsstarter.inspect;

import java.util.List;

import io.github.corsstarter.validation.source.Answer;
import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.validation.source.Respondent;
import io.github.corsstarter.validation.source.Standing;
import io.github.corsstarter.validation.source.Turn;
import io.github.corsstarter.web.PathShape;

import org.springframework.util.StringUtils;

/**
 * Reads what is served on the actuator's own port, where policies govern nothing but the
 * paths of the actuator: for these a source stands where it would on the application's
 * port, and for any other apart.
 *
 * @param inspector reads it
 * @param path the literal path of the endpoints on that port
 */
public record ActuatorPortInspector(CorsSourceInspector inspector, String path) implements CorsSourceInspector {

	@Override
	public CorsSource.Kind kind() {
		return this.inspector.kind();
	}

	@Override
	public List<CorsSource> inspect() {
		return this.inspector.inspect().stream().map(this::onPort).toList();
	}

	private CorsSource onPort(CorsSource source) {
		List<String> governed = governed(source.paths());
		if (source.standing() instanceof Standing.Ahead ahead) {
			Turn turn = onPort(ahead.turn());
			return turn.reach().isEmpty() ? source.standing(Standing.APART)
					: source.withPaths(governed.isEmpty() ? source.paths() : governed)
						.standing(new Standing.Ahead(turn, ahead.policyOrder()));
		}
		if (governed.isEmpty()) {
			return source.standing(Standing.APART);
		}
		Turn turn = source.standing().turn();
		return source.withPaths(governed).standing(new Standing.Behind((turn != null) ? onPort(turn) : null));
	}

	private Turn onPort(Turn turn) {
		return turn.within(governed(turn.reach()), ofPort(turn.respondent()));
	}

	private Respondent ofPort(Respondent respondent) {
		Reach port = new Reach(List.of(endpoints()));
		return (request) -> port.includes(request.path()) ? respondent.answer(request) : Answer.PASSED_ON;
	}

	private String endpoints() {
		return StringUtils.trimTrailingCharacter(this.path, '/') + "/**";
	}

	/**
	 * Return what is left of patterns below the path of the actuator.
	 */
	private List<String> governed(List<String> patterns) {
		String endpoints = endpoints();
		PathShape actuator = PathShape.of(endpoints);
		return patterns.stream()
			.filter((pattern) -> !actuator.isDisjoint(PathShape.of(pattern)))
			.map((pattern) -> actuator.contains(PathShape.of(pattern)) ? pattern : endpoints)
			.distinct()
			.toList();
	}

}
