package io.github.corsstarter.deployment;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.http.MediaType;

/**
 * Everything that can happen to a request once the server has read it.
 */
final class Situations {

	private static final Server[] MVC = { Server.MVC_TOMCAT, Server.MVC_JETTY };

	private static final Server[] WEBFLUX = { Server.WEBFLUX_NETTY, Server.WEBFLUX_TOMCAT, Server.WEBFLUX_JETTY };

	private static final String JSON = MediaType.APPLICATION_JSON_VALUE;

	private static final List<Situation> ALL = List.of(Situation.of("200", "GET", "/ok").answers(200),
			Situation.of("200 to HEAD", "HEAD", "/ok").answers(200),
			Situation.of("200 with headers written by hand", "GET", "/hand-written").answers(200),
			Situation.of("200 of an annotated handler", "GET", "/annotated").answers(200),
			Situation.of("200 after a reset", "GET", "/reset").answers(200),
			Situation.of("302 of a handler", "GET", "/redirect").answers(302),
			Situation.of("302 of the server", "GET", "/send-redirect").answers(302, MVC),
			Situation.of("304", "GET", "/unchanged").header("If-None-Match: \"1\"").answers(304),
			Situation.of("400 for bad JSON", "POST", "/orders").body(JSON, "{\"name\":").answers(400),
			Situation.of("400 for an invalid value", "POST", "/orders").body(JSON, "{\"name\":\"\"}").answers(400),
			Situation.of("400 for no body", "POST", "/orders").body(JSON, "").answers(400),
			Situation.of("400 for a path variable", "GET", "/status/none").answers(400),
			Situation.of("401 without a password", "GET", "/basic/ok").answers(401),
			Situation.of("401 for a wrong password", "GET", "/basic/ok")
				.header("Authorization: Basic YTpi")
				.answers(401),
			Situation.of("401 without a token", "GET", "/bearer/ok").answers(401),
			Situation.of("401 for a wrong token", "GET", "/bearer/ok").header("Authorization: Bearer bad").answers(401),
			Situation.of("401 for a malformed token", "GET", "/bearer/ok")
				.header("Authorization: Bearer ,")
				.answers(401),
			Situation.of("200 for a good token", "GET", "/bearer/ok").header("Authorization: Bearer good").answers(200),
			Situation.of("403 for want of an authority", "GET", "/bearer/admin")
				.header("Authorization: Bearer good")
				.answers(403),
			Situation.of("401 or 403 for what nobody may", "DELETE", "/denied").answers(401),
			Situation.of("403 without a CSRF token", "POST", "/session/orders")
				.body(JSON, "{\"name\":\"tea\"}")
				.answers(403),
			Situation.of("302 to the login form", "GET", "/session/ok").header("Accept: text/html").answers(302),
			Situation.of("404", "GET", "/nowhere").answers(404), Situation.of("405", "DELETE", "/ok").answers(405),
			Situation.of("406", "GET", "/orders").header("Accept: text/csv").answers(406),
			Situation.of("413", "POST", "/upload")
				.body("multipart/form-data; boundary=x", multipart())
				.answers(413, MVC)
				.withoutVary(Server.MVC_JETTY),
			Situation.of("413", "POST", "/upload")
				.body(MediaType.TEXT_PLAIN_VALUE, "x".repeat(200))
				// Tomcat closes every third of these connections without an answer
				.answers(413, Server.WEBFLUX_NETTY, Server.WEBFLUX_JETTY),
			Situation.of("415", "POST", "/orders").body("text/csv", "tea").answers(415),
			Situation.of("422", "GET", "/status/422").answers(422),
			Situation.of("429 of a handler", "GET", "/status/429").answers(429),
			Situation.of("429 of a filter", "GET", "/limited").answers(429),
			Situation.of("500 of a handler", "GET", "/failure").answers(500),
			Situation.of("500 of a filter", "GET", "/filter-failure").answers(500),
			Situation.of("500 of a filter that resets", "GET", "/filter-reset").answers(500),
			Situation.of("500 of a handler that resets", "GET", "/reset-and-failure").answers(500),
			Situation.of("500 of an error page", "GET", "/broken-error-page").answers(500),
			Situation.of("503 of a handler", "GET", "/status/503").answers(503),
			Situation.of("503 of a handler by the server's error page", "GET", "/send-error").answers(503, MVC),
			Situation.of("503 of a filter", "GET", "/filter-error").answers(503),
			Situation.of("200 forwarded to a path that no policy governs", "GET", "/forward").answers(200, MVC),
			Situation.of("200 deferred", "GET", "/deferred").answers(200),
			Situation.of("500 deferred", "GET", "/deferred-failure").answers(500),
			Situation.of("503 for a deferred result that never comes", "GET", "/deferred-timeout").answers(503, MVC),
			Situation.of("200 of a callable", "GET", "/callable").answers(200, MVC),
			Situation.of("500 of a callable", "GET", "/callable-failure").answers(500, MVC),
			Situation.of("500 of a publisher", "GET", "/mono-failure").answers(500, WEBFLUX),
			Situation.of("500 of a commit action", "GET", "/commit-failure")
				.answers(500, Server.WEBFLUX_NETTY, Server.WEBFLUX_TOMCAT),
			Situation.of("200 streamed", "GET", "/streaming").answers(200),
			Situation.of("500 of a stream", "GET", "/streaming-failure").answers(500),
			Situation.of("200 of events", "GET", "/events").answers(200));

	private Situations() {
	}

	static Stream<Situation> on(Server server) {
		return ALL.stream().filter((situation) -> situation.existsOn(server));
	}

	private static String multipart() {
		return "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n" + "x".repeat(200)
				+ "\r\n--x--\r\n";
	}

}
