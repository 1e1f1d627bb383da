package io.github.corsstarter.conformance;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import io.github.corsstarter.conformance.ConformanceCase.Application;
import io.github.corsstarter.conformance.ConformanceCase.Outcome;
import io.github.corsstarter.wire.HttpHeader;
import org.jspecify.annotations.Nullable;

/**
 * Reads a case of the table, and refuses what it does not know.
 */
final class ConformanceCaseReader {

	private static final Set<String> KEYS = Set.of("name", "for-each", "request", "arrives", "headers", "outcome",
			"reason", "status", "response", "body-contains", "application", "not-on");

	private static final Set<String> TARGETS = Set.of("function", "tomcat", "netty");

	private static final Set<String> APPLICATION_KEYS = Set.of("clears", "adds", "throws", "answers");

	private ConformanceCaseReader() {
	}

	static ConformanceCase read(YamlNode node) {
		node.onlyHas(KEYS);
		String[] request = node.require("request").text().split(" ", 2);
		Outcome outcome = outcome(node.require("outcome").text());
		Application application = application(node.get("application"));
		return new ConformanceCase(node.require("name").text(), request[0], request[1],
				URI.create(node.text("arrives", "http://api.example.com")), lines(node.get("headers")), outcome,
				reason(node, outcome), status(node, outcome, application), response(node.get("response")),
				texts(node.get("body-contains")), application, notOn(node.get("not-on")));
	}

	private static Outcome outcome(String word) {
		return Outcome.valueOf(word.replace('-', '_').toUpperCase(Locale.ROOT));
	}

	private static @Nullable String reason(YamlNode node, Outcome outcome) {
		boolean refused = outcome == Outcome.REJECTED || outcome == Outcome.EXPLAINED;
		return refused ? node.require("reason").text() : null;
	}

	private static int status(YamlNode node, Outcome outcome, Application application) {
		if (outcome == Outcome.REJECTED) {
			return 403;
		}
		return outcome.callsApplication() ? application.status() : Integer.parseInt(node.text("status", "200"));
	}

	private static SortedMap<String, String> response(@Nullable YamlNode node) {
		SortedMap<String, String> response = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		if (node != null) {
			node.forEach((name, value) -> response.put(name, value.text()));
		}
		return response;
	}

	private static Application application(@Nullable YamlNode node) {
		if (node == null) {
			return Application.PLAIN;
		}
		node.onlyHas(APPLICATION_KEYS);
		YamlNode fails = node.get("throws");
		return new Application(Boolean.parseBoolean(node.text("clears", "false")), lines(node.get("adds")),
				Integer.parseInt(node.text("answers", "200")), (fails != null) ? fails.text() : null);
	}

	private static Map<String, String> notOn(@Nullable YamlNode node) {
		Map<String, String> notOn = new LinkedHashMap<>();
		if (node != null) {
			node.onlyHas(TARGETS);
			node.forEach((target, reason) -> notOn.put(target, reason.text()));
		}
		return notOn;
	}

	private static List<HttpHeader> lines(@Nullable YamlNode node) {
		List<HttpHeader> lines = new ArrayList<>();
		if (node != null) {
			node.forEach((name, values) -> values.elements()
				.forEach((value) -> lines.add(new HttpHeader(name, value.text()))));
		}
		return lines;
	}

	private static List<String> texts(@Nullable YamlNode node) {
		return (node != null) ? node.elements().map(YamlNode::text).toList() : List.of();
	}

}
