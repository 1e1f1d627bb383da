package io.github.corsstarter.conformance.spring;

import java.util.List;
import java.util.Map;

/**
 * What policies and requests are made of. What is malformed or means more than it says is
 * listed as such by hand, so that the comparison needs no second parser.
 */
final class Samples {

	static final String NULL = "null";

	/**
	 * An origin that Spring refuses under every policy.
	 */
	static final String BROKEN = "";

	static final List<String> WELL_FORMED_ORIGINS = List.of("https://app.example.com", "https://a.example.com",
			"https://a.b.example.com", "https://app-1.example.com", "https://app-1.evil.example.com",
			"https://a.example.com:8443", "http://localhost", "http://localhost:5173", "http://127.0.0.1:3000",
			"https://127.0.0.1", "https://evil.example.net", "https://xn--bcher-kva.example",
			"https://port.example.org", "http://api.example.com", "https://api.example.com",
			"http://api.example.com:8080", "https://api.example.com:8080", NULL);

	static final List<String> UPPER_CASE_ORIGINS = List.of("HTTPS://APP.EXAMPLE.COM", "https://App.example.com", "NULL",
			"HTTP://api.example.com");

	static final List<String> ORIGINS_WITH_MORE = List.of("https://app.example.com/", "http://localhost:5173/",
			"http://api.example.com/", "http://api.example.com/x?y#z", "http://user@api.example.com",
			"http://api.example.com:80", "null/");

	static final List<String> GARBAGE = List.of(BROKEN, " ", "https://[", "*", "nonsense", "https://.example.com",
			"https://", "https://evil.example.net/.example.com", "https://evil.example.net#.example.com",
			"https://a b.example.com", "http://localhost:80", "http://localhost:0");

	/**
	 * Exact origins, each with what it is normalised to.
	 */
	static final Map<String, String> CONFIGURED_ORIGINS = Map.of("https://app.example.com", "https://app.example.com",
			"http://localhost:5173", "http://localhost:5173", "http://127.0.0.1:3000", "http://127.0.0.1:3000",
			"https://port.example.org:443", "https://port.example.org", "https://bücher.example",
			"https://xn--bcher-kva.example", "http://127.1:3000", "http://127.0.0.1:3000", NULL, NULL);

	/**
	 * Origin patterns, each with the origins above that it accepts.
	 */
	static final Map<String, List<String>> PATTERNS = Map.of("https://*.example.com",
			List.of("https://app.example.com", "https://a.example.com", "https://a.b.example.com",
					"https://app-1.example.com", "https://app-1.evil.example.com", "https://api.example.com"),
			"https://app-*.example.com", List.of("https://app-1.example.com"), "https://*.example.com:[443,8443]",
			List.of("https://app.example.com", "https://a.example.com", "https://a.b.example.com",
					"https://app-1.example.com", "https://app-1.evil.example.com", "https://api.example.com",
					"https://a.example.com:8443"),
			"http://localhost:[*]", List.of("http://localhost", "http://localhost:5173"), "http://localhost:*",
			List.of("http://localhost", "http://localhost:5173"), "https://*",
			List.of("https://app.example.com", "https://a.example.com", "https://a.b.example.com",
					"https://app-1.example.com", "https://app-1.evil.example.com", "https://api.example.com",
					"https://evil.example.net", "https://xn--bcher-kva.example", "https://port.example.org"));

	static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "patch", "OPTIONS", "Purge",
			"PURGE");

	static final List<String> NEVER_ALLOWED_METHODS = List.of("TRACE", "CONNECT", "track", "*", "A".repeat(65));

	static final List<String> NO_METHODS = List.of("", "GET, PUT", "G T");

	static final List<String> HEADERS = List.of("x-trace", "X-Trace", "content-type", "authorization", "x-other");

	static final List<String> NO_HEADERS = List.of("*", "x y", "x:y", "x\u00E4");

	private Samples() {
	}

}
