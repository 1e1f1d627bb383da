package io.github.corsstarter.deployment;

import java.util.List;
import java.util.Set;

/**
 * What a proxy passes on of the address that the browser asked.
 */
enum Forwarding {

	/**
	 * Nothing: the application sees its own address in place of the browser's.
	 */
	NOTHING(Set.of()),

	/**
	 * The host alone, to an application that believes in plain HTTP.
	 */
	HOST(Set.of("none", "native", "framework"), "Host $http_host"),

	/**
	 * All that the documentation says to pass on.
	 */
	DOCUMENTED(Set.of("none", "native", "framework"), "Host $http_host", "X-Forwarded-For $proxy_add_x_forwarded_for",
			"X-Forwarded-Proto $scheme", "X-Forwarded-Port $server_port"),

	/**
	 * Everything but the host, which is the application's own.
	 */
	FORWARDED_HOST(Set.of("native", "framework"), "X-Forwarded-For $proxy_add_x_forwarded_for",
			"X-Forwarded-Proto $scheme", "X-Forwarded-Host $http_host", "X-Forwarded-Port $server_port"),

	/**
	 * The standard's one header.
	 */
	FORWARDED(Set.of("framework"), "Forwarded \"proto=https;host=\\\"$http_host\\\"\"");

	private final Set<String> strategies;

	private final List<String> headers;

	Forwarding(Set<String> strategies, String... headers) {
		this.strategies = strategies;
		this.headers = List.of(headers);
	}

	/**
	 * Return whether the application learns what the browser asked.
	 * @param strategy what the application makes of forwarded headers
	 * @return {@code true} if the host and the port reach it; it may take the scheme for
	 * {@code http}
	 */
	boolean tells(String strategy) {
		return this.strategies.contains(strategy);
	}

	/**
	 * Return the directives of nginx.
	 * @param port the port that the browser asked
	 * @return a directive for each header
	 */
	List<String> directives(String port) {
		return this.headers.stream()
			.map((header) -> "proxy_set_header " + header.replace("$server_port", port) + ";")
			.toList();
	}

}
