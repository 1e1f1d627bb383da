package io.github.corsstarter.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.corsstarter.conformance.ConformanceCase.Outcome;
import io.github.corsstarter.wire.HttpHeader;
import io.github.corsstarter.wire.ResponseHeaders;
import org.assertj.core.api.SoftAssertions;

/**
 * Compares an answer with what its case expects: all that is different, at once.
 */
final class AnswerAssertions {

	private static final String REJECTED_BODY = "Invalid CORS request";

	private static final String CORS_HEADER_PREFIX = "Access-Control-";

	private final String name;

	private final ConformanceCase expected;

	private final Answer answer;

	private final SoftAssertions softly = new SoftAssertions();

	private AnswerAssertions(String name, ConformanceCase expected, Answer answer) {
		this.name = name;
		this.expected = expected;
		this.answer = answer;
	}

	static void check(String name, ConformanceCase expected, Answer answer) {
		AnswerAssertions assertions = new AnswerAssertions(name, expected, answer);
		assertions.checkApplicationAndStatus();
		assertions.checkHeaders();
		assertions.checkReason();
		assertions.checkBody();
		assertions.softly.assertAll();
	}

	private void checkApplicationAndStatus() {
		this.softly.assertThat(this.answer.applicationCalls())
			.as(what("calls of the application"))
			.isEqualTo(this.expected.outcome().callsApplication() ? 1 : 0);
		this.softly.assertThat(this.answer.status()).as(what("status")).isEqualTo(this.expected.status());
	}

	private void checkHeaders() {
		this.softly.assertThat(corsHeaders()).as(what("CORS headers")).isEqualTo(expectedCorsHeaders());
		this.softly.assertThat(ResponseHeaders.tokens(lines("Vary")))
			.as(what("Vary"))
			.containsExactlyInAnyOrderElementsOf(this.expected.vary().toList());
	}

	private void checkReason() {
		if (this.answer.reason() != null) {
			this.softly.assertThat(this.answer.reason()).as(what("reason")).isEqualTo(this.expected.reason());
		}
	}

	private void checkBody() {
		String body = this.answer.body();
		if (body == null || this.expected.outcome().callsApplication() || this.expected.isBodiless()) {
			return;
		}
		if (this.expected.outcome() == Outcome.REJECTED) {
			checkRejectedBody(body);
		}
		else {
			this.softly.assertThat(body).as(what("body")).isEmpty();
		}
	}

	private void checkRejectedBody(String body) {
		this.softly.assertThat(lines("Content-Type").collect(Collectors.joining(" and ")))
			.as(what("Content-Type"))
			.startsWithIgnoringCase("text/plain");
		if (this.expected.bodyContains().isEmpty()) {
			this.softly.assertThat(body).as(what("body")).isEqualTo(REJECTED_BODY);
		}
		else {
			this.softly.assertThat(body).as(what("body")).contains(this.expected.bodyContains());
		}
	}

	private Map<String, List<String>> expectedCorsHeaders() {
		Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		this.expected.response().forEach((name, value) -> headers.put(name, List.of(value)));
		headers.remove("Vary");
		return headers;
	}

	private Map<String, List<String>> corsHeaders() {
		Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		this.answer.headers()
			.stream()
			.filter((header) -> header.is("Timing-Allow-Origin")
					|| header.name().regionMatches(true, 0, CORS_HEADER_PREFIX, 0, CORS_HEADER_PREFIX.length()))
			.forEach(
					(header) -> headers.computeIfAbsent(header.name(), (key) -> new ArrayList<>()).add(header.value()));
		return headers;
	}

	private Stream<String> lines(String header) {
		return this.answer.headers().stream().filter((line) -> line.is(header)).map(HttpHeader::value);
	}

	private String what(String part) {
		return this.name + ": " + part;
	}

}
