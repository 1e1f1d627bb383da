package io.github.corsstarter.actuate;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.corsstarter.policy.text.ClientText;
import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.validation.source.JudgedSource;
import io.github.corsstarter.validation.source.Standing;
import io.github.corsstarter.web.PathPatternSyntax;
import org.jspecify.annotations.Nullable;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Tells which other CORS configuration answers for a path that no policy governs.
 *
 * @param sources the application's CORS configuration outside of {@code cors.*}
 * @param caseSensitive whether the case of a path means anything to all handler mappings
 */
record OtherAnswer(List<JudgedSource> sources, boolean caseSensitive) {

	private static final int NAMED = 3;

	private static final int NO_TURN = 0;

	/**
	 * Answers for a path.
	 * @param path a path as a browser sends it
	 * @return one sentence
	 */
	String to(String path) {
		String readable = named(path, false);
		if (!readable.isEmpty()) {
			return "Other CORS configuration is for it: " + readable + ".";
		}
		String opaque = named(path, true);
		return opaque.isEmpty() ? "No other CORS configuration was found that is for it."
				: "Other CORS configuration that cannot be read may be for it: " + opaque + ".";
	}

	/**
	 * Return whose handlers answer for a path that no policy governs.
	 * @param path a path as a browser sends it
	 * @return the name of a source, or {@code null} if none is known to
	 */
	@Nullable String decidedBy(String path) {
		return ofApplication()
			.filter((source) -> turn(source) != NO_TURN && !source.paths().isEmpty() && isFor(source, path))
			.min(Comparator.comparing(OtherAnswer::turn))
			.map(CorsSource::name)
			.orElse(null);
	}

	/**
	 * What an annotation says is merged with what is configured for all handlers. Filters
	 * are asked, and what is for handshakes answers no other request.
	 */
	private static int turn(CorsSource source) {
		return switch (source.kind()) {
			case MANAGEMENT, GRAPHQL, DATA_REST, GATEWAY -> 1;
			case CROSS_ORIGIN_ANNOTATION -> 2;
			case CORS_MAPPINGS -> 3;
			case CORS_FILTER, SECURITY_FILTER_CHAIN, CORS_CONFIGURATION_SOURCE, WEBSOCKET -> NO_TURN;
		};
	}

	/**
	 * What stands on the actuator's own port answers for no path of the application.
	 */
	private Stream<CorsSource> ofApplication() {
		return this.sources.stream().map(JudgedSource::source).filter((source) -> source.standing() != Standing.APART);
	}

	private String named(String path, boolean opaque) {
		return ofApplication().filter((source) -> source.isOpaque() == opaque && isFor(source, path))
			.limit(NAMED)
			.map((source) -> ClientText.printable(source.kind().id() + " " + source.name()))
			.collect(Collectors.joining(", "));
	}

	/**
	 * The patterns of a filter's source are its own, and to these case means something.
	 */
	private boolean isFor(CorsSource source, String path) {
		PathPatternParser parser = PathPatternSyntax.parser(this.caseSensitive || source.kind().seesEveryRequest());
		return (source.isOpaque() && source.paths().isEmpty())
				|| source.paths().stream().anyMatch((pattern) -> matches(parser, pattern, path));
	}

	private static boolean matches(PathPatternParser parser, String pattern, String path) {
		try {
			return parser.parse(pattern.startsWith("/") ? pattern : "/" + pattern)
				.matches(PathContainer.parsePath(path));
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

}
