package io.github.corsstarter.conformance.spring;

import java.util.List;
import java.util.stream.Stream;

/**
 * A policy that both sides can be given.
 *
 * @param origins exact origins, or {@code *}
 * @param patterns origin patterns, or {@code *}
 * @param methods methods, or {@code *}
 * @param headers request headers, or {@code *}
 * @param exposed exposed headers
 * @param credentials whether credentials are allowed
 */
record Policy(List<String> origins, List<String> patterns, List<String> methods, List<String> headers,
		List<String> exposed, boolean credentials) {

	static final String ANY = "*";

	static final int MAX_AGE_SECONDS = 600;

	Policy withOrigins(List<String> origins, List<String> patterns) {
		return new Policy(origins, patterns, this.methods, this.headers, this.exposed, this.credentials);
	}

	Policy withMethods(List<String> methods) {
		return new Policy(this.origins, this.patterns, methods, this.headers, this.exposed, this.credentials);
	}

	Policy withHeaders(List<String> headers) {
		return new Policy(this.origins, this.patterns, this.methods, headers, this.exposed, this.credentials);
	}

	boolean allowsAnyOrigin() {
		return Stream.of(this.origins, this.patterns).anyMatch((entries) -> entries.contains(ANY));
	}

	boolean isOpen() {
		return allowsAnyOrigin() && !this.credentials;
	}

	boolean allowsAnyHeader() {
		return this.headers.contains(ANY);
	}

	boolean allowsHeader(String name) {
		return allowsAnyHeader() || this.headers.stream().anyMatch(name::equalsIgnoreCase);
	}

}
