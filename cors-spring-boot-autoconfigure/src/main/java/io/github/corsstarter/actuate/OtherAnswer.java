package io.github.corsstarter.actuate;

import java.util.List;
import java.util.stream.Collectors;

import io.github.corsstarter.policy.ClientText;
import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.validation.source.JudgedSource;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Tells which other CORS configuration answers for a path that no policy governs.
 *
 * @param sources the application's CORS configuration outside of {@code cors.*}
 */
record OtherAnswer(List<JudgedSource> sources) {

	private static final int NAMED = 3;

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

	private String named(String path, boolean opaque) {
		return this.sources.stream()
			.map(JudgedSource::source)
			.filter((source) -> source.isOpaque() == opaque && isFor(source, path))
			.limit(NAMED)
			.map((source) -> ClientText.printable(source.kind().id() + " " + source.name()))
			.collect(Collectors.joining(", "));
	}

	private static boolean isFor(CorsSource source, String path) {
		return source.paths().isEmpty() || source.paths().stream().anyMatch((pattern) -> matches(pattern, path));
	}

	private static boolean matches(String pattern, String path) {
		try {
			return PathPatternParser.defaultInstance.parse(pattern.startsWith("/") ? pattern : "/" + pattern)
				.matches(PathContainer.parsePath(path));
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

}
