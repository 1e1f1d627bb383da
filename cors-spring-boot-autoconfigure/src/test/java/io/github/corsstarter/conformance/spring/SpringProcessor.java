package io.github.corsstarter.conformance.spring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.TreeMap;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.cors.DefaultCorsProcessor;

/**
 * Asks Spring, as its own filter does.
 */
final class SpringProcessor {

	private SpringProcessor() {
	}

	static Reply ask(Question question) {
		MockHttpServletRequest request = servletRequest(question.request());
		MockHttpServletResponse response = new MockHttpServletResponse();
		try {
			boolean valid = new DefaultCorsProcessor().processRequest(configuration(question.policy()), request,
					response);
			return reply(valid && !CorsUtils.isPreFlightRequest(request), response);
		}
		catch (IllegalArgumentException ex) {
			return Reply.failure();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static CorsConfiguration configuration(Policy policy) {
		CorsConfiguration configuration = new CorsConfiguration();
		configuration.setAllowedOrigins(policy.origins());
		configuration.setAllowedOriginPatterns(policy.patterns());
		configuration.setAllowedMethods(policy.methods());
		configuration.setAllowedHeaders(policy.headers());
		configuration.setExposedHeaders(policy.exposed());
		configuration.setAllowCredentials(policy.credentials());
		configuration.setMaxAge((long) Policy.MAX_AGE_SECONDS);
		return configuration;
	}

	private static MockHttpServletRequest servletRequest(Request request) {
		MockHttpServletRequest servletRequest = new MockHttpServletRequest(request.method(), "/");
		servletRequest.setScheme(request.scheme());
		servletRequest.setServerName(request.host());
		servletRequest.setServerPort(request.port());
		add(servletRequest, "Origin", request.origin());
		add(servletRequest, "Access-Control-Request-Method", request.requestedMethod());
		add(servletRequest, "Access-Control-Request-Headers", request.requestedHeaders());
		add(servletRequest, "Sec-Fetch-Site", request.fetchSite());
		add(servletRequest, "Sec-Fetch-Mode", request.fetchMode());
		return servletRequest;
	}

	private static void add(MockHttpServletRequest request, String header, List<String> lines) {
		lines.forEach((line) -> request.addHeader(header, line));
	}

	private static Reply reply(boolean callsApplication, MockHttpServletResponse response) {
		Reply reply = new Reply(callsApplication, response.getStatus(), new TreeMap<>());
		for (String name : response.getHeaderNames()) {
			if (name.startsWith("Access-Control-") || name.equals(Reply.VARY)) {
				for (String line : response.getHeaders(name)) {
					reply = reply.add(name, line);
				}
			}
		}
		return reply;
	}

}
