package io.github.corsstarter.inspect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.github.corsstarter.policy.CorsRequest;
import io.github.corsstarter.validation.source.Answer;
import io.github.corsstarter.validation.source.Exposure;
import io.github.corsstarter.validation.source.Respondent;
import io.github.corsstarter.validation.source.SourceContent;
import io.github.corsstarter.web.HandlerPath;
import io.github.corsstarter.web.SamplePath;
import org.jspecify.annotations.Nullable;

import org.springframework.web.cors.CorsConfiguration;

/**
 * Asks a component that cannot be read what it allows, with a bounded number of requests
 * that nobody sent.
 */
final class ProbeRun {

	/** A name that nobody uses. */
	static final String PROBE = "cors-question-7f3a";

	/**
	 * Nobody can own a host of this top-level domain.
	 * @see <a href="https://www.rfc-editor.org/rfc/rfc2606">RFC 2606</a>
	 */
	static final String NOBODY = "https://" + PROBE + ".invalid";

	private static final String OWN_HOST = "application.invalid";

	/**
	 * The ports are those of common development servers: some components name their
	 * origins one by one.
	 */
	private static final Map<Exposure.To, List<String>> ORIGINS = origins(List.of("http://localhost:3000",
			"http://localhost:4200", "http://localhost:5173", "http://localhost:8080"));

	/** Asked for one path besides: further servers, TLS, and mobile web views. */
	private static final Map<Exposure.To, List<String>> MORE_ORIGINS = Map.of(Exposure.To.LOCALHOST,
			List.of("http://localhost", "https://localhost", "https://localhost:3000", "https://localhost:4200",
					"https://localhost:5173", "https://localhost:8080", "https://localhost:8443",
					"http://localhost:3001", "http://localhost:5000", "http://localhost:8000", "http://localhost:8081",
					"http://localhost:8100", "http://127.0.0.1:3000", "http://127.0.0.1:5173",
					"http://127.0.0.1:5500"));

	/** Asked for everywhere else. */
	private static final Map<Exposure.To, List<String>> ANYBODY = Map.of(Exposure.To.ANYBODY, List.of(NOBODY));

	/** Only a pattern for everything is for all of them. */
	private static final List<String> STRANGE_PATHS = List.of("/", "/" + PROBE, Reach.UNSERVED_PATH);

	private static final String EVERYTHING = "/**";

	/** How many of them are asked for with all origins, and not with nobody's alone. */
	private static final int MAX_LOOKS = 8;

	/** The answer of a component that Spring fails, told by its identity. */
	private static final Answer REFUSED = new Answer(500, Map.of(), false);

	private final Respondent respondent;

	private final List<HandlerPath> paths;

	private final List<Exposure> exposures = new ArrayList<>();

	/** What was asked for, and whether anything is configured there. */
	private final Map<Look, Boolean> looks = new LinkedHashMap<>();

	/** The methods that a configured path was asked for with, each time it was. */
	private final List<String> configuredMethods = new ArrayList<>();

	/** Whether something is known to be configured for every path. */
	private boolean everywhere;

	private @Nullable RuntimeException failure;

	private ProbeRun(Respondent respondent, Collection<HandlerPath> paths) {
		this.respondent = respondent;
		this.paths = List.copyOf(paths);
	}

	private static Map<Exposure.To, List<String>> origins(List<String> localhost) {
		Map<Exposure.To, List<String>> origins = new LinkedHashMap<>();
		origins.put(Exposure.To.ANYBODY, List.of(NOBODY));
		origins.put(Exposure.To.NULL, List.of("null"));
		origins.put(Exposure.To.LOCALHOST, localhost);
		origins.put(Exposure.To.PLAIN_HTTP, List.of("http://example.com", "http://www.example.com"));
		return origins;
	}

	/**
	 * Asks a component. Its code may throw, or not come back.
	 * @param respondent the component
	 * @param paths the paths to ask for besides those that nobody serves
	 * @return what it told
	 */
	static ProbeResult with(Respondent respondent, Collection<HandlerPath> paths) {
		return new ProbeRun(respondent, paths).conduct();
	}

	private ProbeResult conduct() {
		boolean everywhere = true;
		for (String path : STRANGE_PATHS) {
			everywhere &= look(path, "GET");
		}
		this.everywhere = everywhere;
		Set<String> patterns = new LinkedHashSet<>();
		for (HandlerPath path : this.paths) {
			String sample = SamplePath.of(path.pattern()).path();
			boolean configured = false;
			for (String method : methods(path)) {
				configured |= look(sample, method);
			}
			if (configured) {
				patterns.add(path.pattern());
			}
		}
		return result(everywhere ? List.of(EVERYTHING) : List.copyOf(patterns));
	}

	private static List<String> methods(HandlerPath path) {
		return path.methods().isEmpty() ? List.of("GET") : path.methods();
	}

	private ProbeResult result(List<String> patterns) {
		if (this.failure != null && this.exposures.isEmpty()) {
			return new ProbeResult(patterns, TimeLimit.failed(this.failure));
		}
		if (patterns.isEmpty() && this.exposures.isEmpty()) {
			return new ProbeResult(patterns,
					new SourceContent.Silent((int) this.looks.keySet().stream().map(Look::path).distinct().count()));
		}
		return new ProbeResult(patterns, new SourceContent.Asked(this.exposures));
	}

	/**
	 * Asks for a path.
	 * @return whether anything is configured there
	 */
	private boolean look(String path, String method) {
		Look look = new Look(path, method);
		Boolean known = this.looks.get(look);
		if (known == null) {
			known = look(look);
			this.looks.put(look, known);
		}
		return known;
	}

	private boolean look(Look look) {
		boolean configured = isConfigured(look);
		if (isKnown(look.method())) {
			return configured;
		}
		int before = this.exposures.size();
		ask(look, (configured && this.configuredMethods.size() < MAX_LOOKS) ? ORIGINS : ANYBODY);
		if (configured && this.configuredMethods.isEmpty()) {
			ask(look, MORE_ORIGINS);
		}
		if (configured) {
			this.configuredMethods.add(look.method());
		}
		return configured || this.exposures.size() > before;
	}

	private boolean isKnown(String method) {
		return this.respondent instanceof UniformRespondent && this.configuredMethods.contains(method);
	}

	/**
	 * Return whether the component does anything about an actual request of another
	 * origin; some end preflights without having anything to say.
	 */
	private boolean isConfigured(Look look) {
		if (this.everywhere) {
			return true;
		}
		Answer answer = ask(
				CorsRequest.builder(look.method(), look.path()).sentTo("https", OWN_HOST, 0).origin(NOBODY).build());
		return answer != null && answer.isOfInterest();
	}

	/**
	 * Asks with preflights, and with no more of them once the worst is known.
	 */
	private void ask(Look look, Map<Exposure.To, List<String>> origins) {
		for (Map.Entry<Exposure.To, List<String>> kind : origins.entrySet()) {
			if (this.exposures.stream().anyMatch((exposure) -> outweighs(exposure, kind.getKey(), look.path()))) {
				continue;
			}
			kind.getValue()
				.stream()
				.map((origin) -> exposure(kind.getKey(), look.path(), origin, look.method()))
				.filter(Objects::nonNull)
				.findFirst()
				.ifPresent(this.exposures::add);
		}
	}

	private static boolean outweighs(Exposure exposure, Exposure.To to, String path) {
		boolean worse = exposure.to() == Exposure.To.ANYBODY || exposure.to() == to;
		return worse && (exposure.credentials() || exposure.path().equals(path));
	}

	private @Nullable Exposure exposure(Exposure.To to, String path, String origin, String method) {
		Answer answer = ask(CorsRequest.builder("OPTIONS", path)
			.sentTo("https", OWN_HOST, 0)
			.origin(origin)
			.requestMethod(method)
			.build());
		if (answer == REFUSED) {
			return Exposure.refused(path, origin);
		}
		return (answer != null) ? Exposure.of(to, path, origin, answer) : null;
	}

	private @Nullable Answer ask(CorsRequest request) {
		try {
			return this.respondent.answer(request);
		}
		catch (RuntimeException ex) {
			if (isRefusal(ex)) {
				return REFUSED;
			}
			this.failure = (this.failure != null) ? this.failure : ex;
			return null;
		}
	}

	/**
	 * Return whether Spring found any origin together with credentials, which it looks
	 * for when it needs the configuration.
	 */
	private static boolean isRefusal(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			StackTraceElement[] stack = cause.getStackTrace();
			if (stack.length > 0 && stack[0].getClassName().equals(CorsConfiguration.class.getName())
					&& stack[0].getMethodName().equals("validateAllowCredentials")) {
				return true;
			}
		}
		return false;
	}

	/**
	 * What is asked for.
	 *
	 * @param path the path
	 * @param method the method
	 */
	private record Look(String path, String method) {

	}

}
