package io.github.corsstarter.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.policy.CorsPolicy;
import io.github.corsstarter.policy.PathMapping;
import org.jspecify.annotations.Nullable;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Finds the policy of a path by {@link org.springframework.web.util.pattern.PathPattern
 * path patterns}, the most specific first and alphabetically among equals, in whatever
 * order the policies were declared.
 * <p>
 * A reserved path belongs to a part of the application with CORS settings of its own: it,
 * and every path below it, is governed only by a pattern that begins with that literal
 * path.
 * <p>
 * Report-only policies are a mapping of their own.
 */
public final class PathPatternMapping implements PathMapping {

	private final List<CorsPolicy> policies;

	private final List<String> reservedPaths;

	private final PathPatternParser parser;

	private final List<Match> matches;

	private final GovernedPath[] paths;

	private final ReservedPath[] reserved;

	private final @Nullable PathPatternMapping reportOnly;

	private PathPatternMapping(List<CorsPolicy> policies, List<String> reservedPaths, PathPatternParser parser,
			@Nullable PathPatternMapping reportOnly) {
		this.policies = policies;
		this.reservedPaths = reservedPaths;
		this.parser = parser;
		List<GovernedPath> paths = new ArrayList<>();
		for (CorsPolicy policy : policies) {
			for (ConfiguredValue<String> path : policy.definition().paths().values()) {
				paths.add(new GovernedPath(policy, path.value(), parser));
			}
		}
		Collections.sort(paths);
		List<Match> matches = new ArrayList<>(paths.size());
		for (GovernedPath path : paths) {
			matches.add(path.match());
		}
		List<ReservedPath> reserved = new ArrayList<>(reservedPaths.size());
		for (String path : reservedPaths) {
			reserved.add(new ReservedPath(path, paths, parser.isCaseSensitive()));
		}
		Collections.sort(reserved);
		this.matches = List.copyOf(matches);
		this.paths = paths.toArray(new GovernedPath[0]);
		this.reserved = reserved.toArray(new ReservedPath[0]);
		this.reportOnly = reportOnly;
	}

	/**
	 * Create a mapping of policies to their paths.
	 * @param policies the policies in any order, report-only ones included
	 * @param reservedPaths literal paths that begin with a slash, such as the base path
	 * of the actuator; the root, written {@code /} or blank, reserves nothing
	 * @return the mapping
	 * @throws org.springframework.web.util.pattern.PatternParseException if a path
	 * pattern is not valid
	 */
	public static PathPatternMapping of(List<CorsPolicy> policies, List<String> reservedPaths) {
		return of(policies, reservedPaths, PathPatternParser.defaultInstance);
	}

	private static PathPatternMapping of(List<CorsPolicy> policies, List<String> reservedPaths,
			PathPatternParser parser) {
		List<CorsPolicy> enforced = new ArrayList<>();
		List<CorsPolicy> reporting = new ArrayList<>();
		for (CorsPolicy policy : policies) {
			(policy.definition().isReportOnly() ? reporting : enforced).add(policy);
		}
		List<String> reserved = ReservedPath.literals(reservedPaths);
		return new PathPatternMapping(List.copyOf(enforced), reserved, parser,
				reporting.isEmpty() ? null : new PathPatternMapping(List.copyOf(reporting), reserved, parser, null));
	}

	@Override
	public PathPatternMapping ignoringCase() {
		return ignoringCase(PathPatternSyntax.parser(false));
	}

	private PathPatternMapping ignoringCase(PathPatternParser parser) {
		PathPatternMapping reporting = this.reportOnly;
		return new PathPatternMapping(this.policies, this.reservedPaths, parser,
				(reporting != null) ? reporting.ignoringCase(parser) : null);
	}

	@Override
	public @Nullable PathMapping reportOnly() {
		return this.reportOnly;
	}

	/**
	 * Return a mapping of other policies in the same application: the same paths are
	 * reserved, and case means as much.
	 * @param policies the policies, in any order
	 * @return the mapping
	 * @throws org.springframework.web.util.pattern.PatternParseException if a path
	 * pattern is not valid
	 */
	public PathPatternMapping withPolicies(List<CorsPolicy> policies) {
		return of(policies, this.reservedPaths, this.parser);
	}

	@Override
	public boolean isCaseSensitive() {
		return this.parser.isCaseSensitive();
	}

	@Override
	public List<String> reservedPaths() {
		return this.reservedPaths;
	}

	@Override
	public List<Match> matches() {
		return this.matches;
	}

	@Override
	public @Nullable Match find(String path) {
		return isPlain(path) ? findPlain(path) : findParsed(parse(path));
	}

	/**
	 * Return whether a path is matched as it is written.
	 */
	static boolean isPlain(String path) {
		return path.indexOf('%') < 0 && path.indexOf(';') < 0;
	}

	@Override
	public @Nullable String variable(Match match, String path, String name) {
		for (GovernedPath candidate : this.paths) {
			if (candidate.match() == match) {
				return candidate.variable(parse(path), name);
			}
		}
		return null;
	}

	private @Nullable Match findPlain(String path) {
		GovernedPath[] candidates = this.paths;
		for (ReservedPath reservedPath : this.reserved) {
			if (reservedPath.coversLiterally(path)) {
				candidates = reservedPath.paths();
				break;
			}
		}
		PathContainer parsed = null;
		for (GovernedPath candidate : candidates) {
			boolean matches;
			if (candidate.isLiteral()) {
				matches = candidate.matchesLiterally(path);
			}
			else {
				parsed = (parsed != null) ? parsed : PathContainer.parsePath(path);
				matches = candidate.matches(parsed);
			}
			if (matches) {
				return candidate.match();
			}
		}
		return null;
	}

	private @Nullable Match findParsed(PathContainer path) {
		GovernedPath[] candidates = this.paths;
		for (ReservedPath reservedPath : this.reserved) {
			if (reservedPath.covers(path)) {
				candidates = reservedPath.paths();
				break;
			}
		}
		for (GovernedPath candidate : candidates) {
			if (candidate.matches(path)) {
				return candidate.match();
			}
		}
		return null;
	}

	/**
	 * Parses a path. A percent sign that encodes nothing stands for itself, so that no
	 * path a client sends makes the mapping fail.
	 */
	static PathContainer parse(String path) {
		try {
			return PathContainer.parsePath(path);
		}
		catch (IllegalArgumentException ex) {
			return PathContainer.parsePath(path.replace("%", "%25"));
		}
	}

}
