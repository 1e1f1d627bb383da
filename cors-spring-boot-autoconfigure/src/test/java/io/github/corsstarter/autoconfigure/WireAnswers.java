package io.github.corsstarter.autoconfigure;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.corsstarter.wire.RawReply;

/**
 * What pages get from a running application: each path with each method, as a preflight
 * and as the request itself, from several origins.
 *
 * @param answers what a page can tell, by question
 */
record WireAnswers(Map<Question, Set<String>> answers) {

	private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE");

	private static final String BROWSERS_DEFAULT = "access-control-max-age: 5";

	/**
	 * Ask an application.
	 * @param port where it listens
	 * @param paths the paths
	 * @param origins the origins
	 * @return what it answered
	 */
	static WireAnswers of(int port, List<String> paths, List<String> origins) {
		Map<Question, Set<String>> answers = new LinkedHashMap<>();
		for (String path : paths) {
			for (String origin : origins) {
				for (String method : METHODS) {
					answers.put(new Question(path, "preflight", method, origin), preflight(port, path, method, origin));
					answers.put(new Question(path, "actual", method, origin), actual(port, path, method, origin));
				}
			}
		}
		return new WireAnswers(answers);
	}

	private static Set<String> preflight(int port, String path, String method, String origin) {
		RawReply reply = RawReply.to(port, "OPTIONS " + path, "Origin: " + origin,
				"Access-Control-Request-Method: " + method);
		Set<String> headers = headers(reply);
		if (!isSuccess(reply) || !mayRead(headers, origin) || !mayUse(headers, method)) {
			return Set.of();
		}
		// Means nothing in the answer to a preflight
		headers.removeIf((header) -> header.startsWith("access-control-expose-headers:"));
		if (headers.stream().noneMatch((header) -> header.startsWith("access-control-max-age:"))) {
			headers.add(BROWSERS_DEFAULT);
		}
		return headers;
	}

	private static Set<String> actual(int port, String path, String method, String origin) {
		RawReply reply = RawReply.to(port, method + " " + path, "Origin: " + origin);
		Set<String> headers = headers(reply);
		Set<String> answer = mayRead(headers, origin) ? headers : new TreeSet<>();
		if (isSuccess(reply)) {
			answer.add("served");
		}
		return answer;
	}

	private static boolean isSuccess(RawReply reply) {
		return reply.status() >= 200 && reply.status() < 300;
	}

	private static boolean mayRead(Set<String> headers, String origin) {
		return headers.contains("access-control-allow-origin: " + origin)
				|| headers.contains("access-control-allow-origin: *");
	}

	private static boolean mayUse(Set<String> headers, String method) {
		return List.of("GET", "HEAD", "POST").contains(method)
				|| headers.contains("access-control-allow-methods: " + method)
				|| headers.contains("access-control-allow-methods: *");
	}

	/**
	 * Return what the headers list, one name or value each.
	 */
	private static Set<String> headers(RawReply reply) {
		return reply.corsHeaders().stream().flatMap((line) -> {
			String[] header = line.split(":", 2);
			String name = header[0].toLowerCase(Locale.ROOT);
			return Stream.of(header[1].split(",")).map((value) -> name + ": " + value.strip());
		}).collect(Collectors.toCollection(TreeSet::new));
	}

	/**
	 * Return what is answered differently.
	 * @param others what another application answered to the same questions
	 * @return the questions
	 */
	Set<Question> differences(WireAnswers others) {
		Set<Question> differences = new LinkedHashSet<>(this.answers.keySet());
		differences.removeIf((question) -> Objects.equals(this.answers.get(question), others.answers.get(question)));
		return differences;
	}

	/**
	 * A request.
	 *
	 * @param path its path
	 * @param type {@code preflight} or {@code actual}
	 * @param method its method, or the one it asks for
	 * @param origin the origin of the page
	 */
	record Question(String path, String type, String method, String origin) {

	}

}
