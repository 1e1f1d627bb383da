package io.github.corsstarter.sample;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;

/**
 * What a script asks a browser for.
 *
 * @param from the host of the script's page, or a name for it
 * @param path the path
 * @param method the method
 * @param headers the headers that the script sets
 * @param credentials {@code omit} or {@code include}
 * @param reads the response header that the script reads, if any
 */
record ScriptedFetch(String from, String path, String method, Map<String, String> headers, String credentials,
		@Nullable String reads) {

	/** Response headers that need not be exposed. */
	private static final List<String> SAFELISTED = List.of("cache-control", "content-language", "content-length",
			"content-type", "expires", "last-modified", "pragma");

	static ScriptedFetch of(ArgumentsAccessor row) {
		return new ScriptedFetch(text(row, 0), text(row, 1), text(row, 2), headers(row.getString(3)), text(row, 4),
				row.getString(5));
	}

	private static String text(ArgumentsAccessor row, int index) {
		return String.valueOf(row.getString(index));
	}

	private static Map<String, String> headers(@Nullable String text) {
		Map<String, String> headers = new LinkedHashMap<>();
		if (text != null) {
			for (String header : text.split(";")) {
				int equals = header.indexOf('=');
				headers.put(header.substring(0, equals), header.substring(equals + 1));
			}
		}
		return headers;
	}

	/**
	 * What a browser lets the script read when the server answers as explained.
	 * @param explanation what {@code /actuator/cors/explain} says
	 * @return {@code readable}, {@code hidden} when the header is not, or {@code blocked}
	 * @see <a href="https://fetch.spec.whatwg.org/#cors-check">Fetch standard, CORS
	 * check</a>
	 */
	String outcomeAsExplained(Map<String, Object> explanation) {
		if ("same-origin".equals(explanation.get("outcome"))) {
			return "readable";
		}
		String origin = String.valueOf(explanation.get("origin"));
		Map<String, Object> preflight = child(explanation, "preflight");
		Map<String, Object> actual = child(child(explanation, "actual"), "headers");
		boolean readable = "allowed".equals(explanation.get("outcome")) && isShared(actual, origin)
				&& (preflight.get("needed") == Boolean.FALSE || isShared(child(preflight, "headers"), origin));
		if (!readable) {
			return "blocked";
		}
		return isExposed(actual) ? "readable" : "hidden";
	}

	private boolean isShared(Map<String, Object> headers, String origin) {
		Object allowed = headers.get("Access-Control-Allow-Origin");
		if ("include".equals(this.credentials)) {
			return origin.equals(allowed) && "true".equals(headers.get("Access-Control-Allow-Credentials"));
		}
		return "*".equals(allowed) || origin.equals(allowed);
	}

	private boolean isExposed(Map<String, Object> headers) {
		if (this.reads == null || SAFELISTED.stream().anyMatch(this.reads::equalsIgnoreCase)) {
			return true;
		}
		List<String> exposed = Arrays.asList(String.valueOf(headers.get("Access-Control-Expose-Headers")).split(", "));
		return exposed.stream().anyMatch(this.reads::equalsIgnoreCase)
				|| (exposed.contains("*") && "omit".equals(this.credentials));
	}

	@SuppressWarnings("unchecked")
	static Map<String, Object> child(Map<String, Object> json, String name) {
		return (Map<String, Object>) json.getOrDefault(name, Map.of());
	}

}
