package io.github.corsstarter.inspect;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.github.corsstarter.policy.CorsRequest;
import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.web.HandlerPath;
import io.github.corsstarter.web.PathShape;
import io.github.corsstarter.web.SamplePath;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The paths of which a filter or a chain sees the requests, whatever it has configured
 * for them.
 *
 * @param patterns their patterns, relative to the application
 * @param doubtful patterns of further paths, of which it may see some
 */
public record Reach(List<String> patterns, List<String> doubtful) {

	/** Every path. */
	public static final Reach EVERYWHERE = new Reach(List.of("/**"));

	/** A path that nobody serves: only a pattern for everything is for it. */
	public static final String UNSERVED_PATH = "/" + ProbeRun.PROBE + "/b/c/d";

	/** Only a pattern for everything below a path is for one of them. */
	private static final List<String> STRANGE_PATHS = List.of("/" + ProbeRun.PROBE, UNSERVED_PATH);

	private static final String WITH_VARIABLE = ".*[{*?].*";

	public Reach {
		patterns = List.copyOf(patterns);
		doubtful = List.copyOf(doubtful);
	}

	/**
	 * Create what is known for certain.
	 * @param patterns the patterns, relative to the application
	 */
	public Reach(List<String> patterns) {
		this(patterns, List.of());
	}

	/**
	 * Return all paths of which the component may see a request.
	 * @return the patterns, the doubtful ones included
	 */
	public List<String> possible() {
		return Stream.concat(this.patterns.stream(), this.doubtful.stream()).distinct().toList();
	}

	/**
	 * Finds out which paths a component is called for, if it does not tell. It is every
	 * path unless paths of handlers show that it is not.
	 * @param called whether a request comes to the component, whose code may throw, or
	 * not come back
	 * @param paths the paths of the application's handlers
	 * @return what it is called for
	 */
	public static Reach of(Predicate<CorsRequest> called, Supplier<? extends Collection<HandlerPath>> paths) {
		return TimeLimit.await(() -> find(called, paths.get()), (opaque) -> EVERYWHERE);
	}

	private static Reach find(Predicate<CorsRequest> called, Collection<HandlerPath> paths) {
		if (isCalledBelow("", called)) {
			return EVERYWHERE;
		}
		Set<String> patterns = new LinkedHashSet<>();
		Set<String> doubtful = new LinkedHashSet<>();
		for (HandlerPath path : paths) {
			if (isCalledFor(path, called)) {
				patterns.add(widest(path.pattern(), called));
			}
			else if (hasVariable(path.pattern())) {
				doubtful.add(literalPrefix(path.pattern()) + "/**");
			}
		}
		return patterns.isEmpty() ? EVERYWHERE : new Reach(List.copyOf(patterns), List.copyOf(doubtful));
	}

	/**
	 * Return whether other paths of a pattern may come to the component though a sample
	 * does not. What is only for everything below a path has been asked for as such.
	 */
	private static boolean hasVariable(String pattern) {
		return pattern.replaceAll("/(\\*\\*|\\{\\*[^/]*})$", "").matches(WITH_VARIABLE);
	}

	private static String literalPrefix(String pattern) {
		return pattern.substring(0, pattern.lastIndexOf('/', pattern.split("[{*?]", 2)[0].length()));
	}

	private static boolean isCalledFor(HandlerPath path, Predicate<CorsRequest> called) {
		SamplePath sample = SamplePath.of(path.pattern());
		List<String> methods = path.methods().isEmpty() ? List.of("GET") : path.methods();
		return !sample.matched() || methods.stream().anyMatch((method) -> isCalled(sample.path(), method, called));
	}

	/**
	 * Return the pattern of everything below the first segments of another one, as far as
	 * that comes to the component, too.
	 */
	private static String widest(String pattern, Predicate<CorsRequest> called) {
		for (int end = pattern.indexOf('/', 1); end > 0; end = pattern.indexOf('/', end + 1)) {
			String beginning = pattern.substring(0, end);
			if (beginning.matches(WITH_VARIABLE)) {
				break;
			}
			if (isCalledBelow(beginning, called)) {
				return beginning + "/**";
			}
		}
		return pattern;
	}

	private static boolean isCalledBelow(String beginning, Predicate<CorsRequest> called) {
		return STRANGE_PATHS.stream().anyMatch((path) -> isCalled(beginning + path, "GET", called));
	}

	private static boolean isCalled(String path, String method, Predicate<CorsRequest> called) {
		return called.test(CorsRequest.preflight(ProbeRun.NOBODY, method, path, List.of()))
				|| called.test(CorsRequest.builder(method, path).origin(ProbeRun.NOBODY).build());
	}

	/**
	 * Return whether a path is one of them.
	 * @param path a path within the application
	 * @return {@code true} if one of the patterns matches it
	 */
	public boolean includes(String path) {
		return isAmong(parse(), path);
	}

	/**
	 * Selects the paths that the component is called for.
	 * @param paths the paths of the application's handlers
	 * @return those of which a sample is one of these
	 */
	Collection<HandlerPath> among(Collection<HandlerPath> paths) {
		List<PathPattern> parsed = parse();
		return paths.stream().filter((path) -> isAmong(parsed, SamplePath.of(path.pattern()).path())).toList();
	}

	private List<PathPattern> parse() {
		return this.patterns.stream().map(PathPatternParser.defaultInstance::parse).toList();
	}

	private static boolean isAmong(List<PathPattern> patterns, String path) {
		PathContainer container = PathContainer.parsePath(path);
		return patterns.stream().anyMatch((pattern) -> pattern.matches(container));
	}

	/**
	 * Restricts a source to the paths that the component is called for.
	 * @param source the source that the component uses
	 * @return the source with the patterns of either that are narrower, and with none if
	 * it is for other paths only
	 */
	public CorsSource restrict(CorsSource source) {
		if (source.paths().isEmpty()) {
			return source.isOpaque() ? source.withPaths(this.patterns) : source;
		}
		return source.withPaths(source.paths().stream().flatMap(this::within).distinct().toList());
	}

	private Stream<String> within(String pattern) {
		PathShape shape = PathShape.of(pattern);
		return this.patterns.stream()
			.filter((own) -> !PathShape.of(own).isDisjoint(shape))
			.map((own) -> shape.contains(PathShape.of(own)) ? own : pattern);
	}

}
