package io.github.corsstarter.comparison;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.github.corsstarter.comparison.snapshot.CorsSnapshot;
import io.github.corsstarter.comparison.snapshot.SnapshotPolicy;
import io.github.corsstarter.origin.Origin;
import io.github.corsstarter.origin.entry.OriginEntryParser;
import org.jspecify.annotations.Nullable;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Some requests, and what a configuration allows of them, asked one by one: with Spring's
 * path patterns, Java's regular expressions and lists that are searched.
 */
final class Universe {

	private static final List<String> PATHS = List.of("/", "/a", "/a/", "/a/b", "/a/c", "/a/d", "/a/ab", "/a/x1", "/b",
			"/b/", "/b/b", "/b/c", "/c/b", "/c/b/", "/a/b/", "/a/b/c", "/c", "/c/", "/c/d", "/c/d/e", "/b/c/d", "/a/c/",
			"/a/c/d", "/b/b/", "/b/c/");

	private static final List<String> ORIGINS = List.of("https://a.example", "https://b.example",
			"https://b.example:8443", "https://x.c.example", "https://y.c.example", "https://z.c.example",
			"https://x.y.c.example", "https://app-1.c.example", "https://x1.c.example", "https://x.c.example:8443",
			"https://x.c.example:80", "https://y.c.example:8443", "null", "https://evil.test", "http://evil.test",
			"https://other.test", "app://shell", "app://other");

	private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "DELETE", "custom", "OTHER");

	private static final List<String> HEADERS = List.of("authorization", "x-a", "x-other");

	private static final List<String> EXPOSED = List.of("x-e", "x-f", "x-other");

	private static final Map<String, PathPattern> PATTERNS = new ConcurrentHashMap<>();

	private final CorsSnapshot snapshot;

	Universe(CorsSnapshot snapshot) {
		this.snapshot = snapshot;
	}

	/**
	 * Compare two configurations request by request.
	 */
	static Verdict verdict(CorsSnapshot before, CorsSnapshot after) {
		Universe old = new Universe(before);
		Universe now = new Universe(after);
		boolean wider = false;
		boolean narrower = false;
		for (String path : PATHS) {
			SnapshotPolicy one = old.governing(path);
			SnapshotPolicy other = now.governing(path);
			if (one != null && other != null) {
				Set<String> oldAccess = access(one);
				Set<String> newAccess = access(other);
				wider |= !oldAccess.containsAll(newAccess);
				narrower |= !newAccess.containsAll(oldAccess);
				wider |= other.originSource() != null && one.originSource() == null;
				narrower |= other.originSource() == null && one.originSource() != null;
			}
			else if (other != null) {
				boolean anybody = access(other).stream().anyMatch((tuple) -> tuple.startsWith("call"));
				wider |= anybody;
				narrower |= !anybody;
			}
			else {
				wider |= one != null;
			}
		}
		if (wider) {
			return narrower ? Verdict.INCOMPARABLE : Verdict.WIDER;
		}
		return narrower ? Verdict.NARROWER : Verdict.EQUAL;
	}

	private static Set<String> access(SnapshotPolicy policy) {
		Set<String> access = new HashSet<>();
		List<String> origins = new ArrayList<>(ORIGINS);
		origins.add("(source)");
		for (String origin : origins) {
			if (!policy.listedFormsOnly() || allowsOrigin(policy, origin)) {
				access.add("form " + origin);
			}
			for (String method : METHODS) {
				if (allowsOrigin(policy, origin) && allowsMethod(policy, method)) {
					addCalls(policy, origin + " " + method, access);
				}
			}
		}
		return access;
	}

	private static void addCalls(SnapshotPolicy policy, String call, Set<String> access) {
		access.add("call " + call);
		if (policy.credentials()) {
			access.add("credentials " + call);
		}
		if (policy.timingAllowOrigin()) {
			access.add("timing " + call);
		}
		for (String header : HEADERS) {
			if (allowsHeader(policy, header)) {
				access.add("header " + call + " " + header);
			}
		}
		for (String header : EXPOSED) {
			if (exposes(policy, header, false)) {
				access.add("exposed " + call + " " + header);
			}
			if (policy.credentials() && exposes(policy, header, true)) {
				access.add("exposed with credentials " + call + " " + header);
			}
		}
	}

	/**
	 * Ask whether a request of a change is allowed.
	 */
	boolean allows(Change.Kind kind, PageRequest request) {
		SnapshotPolicy policy = governing(URI.create("http://localhost" + request.path()).getPath());
		if (policy == null) {
			return false;
		}
		String origin = (request.origin() != null) ? request.origin() : "(source)";
		if (kind == Change.Kind.FORM) {
			return !policy.listedFormsOnly() || allowsOrigin(policy, origin);
		}
		return allowsOrigin(policy, origin) && allowsMethod(policy, request.method())
				&& request.headers().stream().allMatch((header) -> allowsHeader(policy, header))
				&& (!request.credentials() || policy.credentials())
				&& request.exposedHeaders()
					.stream()
					.allMatch((header) -> exposes(policy, header, request.credentials()))
				&& (kind != Change.Kind.TIMING || policy.timingAllowOrigin());
	}

	@Nullable SnapshotPolicy governing(String path) {
		PathPattern best = null;
		SnapshotPolicy governing = null;
		for (SnapshotPolicy policy : this.snapshot.policies()) {
			for (String text : policy.paths()) {
				PathPattern pattern = PATTERNS.computeIfAbsent(text, PathPatternParser.defaultInstance::parse);
				if (!policy.reportOnly() && isLeftTo(text, path) && pattern.matches(PathContainer.parsePath(path))
						&& (best == null || pattern.compareTo(best) < 0)) {
					best = pattern;
					governing = policy;
				}
			}
		}
		return governing;
	}

	/**
	 * Ask whether the longest reserved path that a path is in, if any, is where the
	 * pattern begins.
	 */
	private boolean isLeftTo(String pattern, String path) {
		return this.snapshot.reservedPaths()
			.stream()
			.filter((reserved) -> (path + "/").startsWith(reserved + "/"))
			.max(Comparator.comparing(String::length))
			.map((reserved) -> (pattern + "/").startsWith(reserved + "/"))
			.orElse(true);
	}

	private static boolean allowsOrigin(SnapshotPolicy policy, String origin) {
		boolean any = policy.origins().contains("*") || policy.originPatterns().contains("*");
		if (origin.equals("(source)")) {
			return any || policy.originSource() != null;
		}
		if (origin.equals("null")) {
			return policy.origins().contains("null") || any && !policy.credentials();
		}
		return any && Origin.isWellFormed(origin) || policy.origins().contains(origin) || policy.originPatterns()
			.stream()
			.anyMatch((pattern) -> !pattern.equals("*") && new OriginEntryParser().pattern(pattern).matches(origin))
				|| policy.originRegexes().stream().anyMatch(origin::matches);
	}

	private static boolean allowsMethod(SnapshotPolicy policy, String method) {
		return policy.methods().contains("*") || policy.methods().contains(method)
				|| method.equals("HEAD") && policy.methods().contains("GET");
	}

	private static boolean allowsHeader(SnapshotPolicy policy, String header) {
		return policy.headers().contains("*") || policy.headers().contains(header.toLowerCase(Locale.ROOT));
	}

	private static boolean exposes(SnapshotPolicy policy, String header, boolean credentials) {
		return policy.exposedHeaders().contains("*") && !credentials || policy.exposedHeaders().contains(header);
	}

}
