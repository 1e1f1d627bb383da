package io.github.corsstarter.conformance.spring;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The questions to ask Spring instead, one for each {@link SpringDifference} that is told
 * by one.
 */
final class OtherQuestions {

	private static final String SOMEBODY = "https://somebody.example.net";

	private static final List<String> NOTHING_LIKE_IT = List.of("Nothing-Like-It");

	private OtherQuestions() {
	}

	static Question sameOriginByFetchMetadata(Question question) {
		return when(question, Request::isSameOriginByMetadata, (request) -> request.withOrigin(request.ownOrigin()));
	}

	static Question sameOriginBehindTlsProxy(Question question) {
		return when(question, Request::isBehindTlsProxy, (request) -> request.withOrigin(request.ownOrigin()));
	}

	static Question sameOriginPreflight(Question question) {
		return when(question, (request) -> request.isSameOrigin() && request.isPreflight(),
				Request::withRequestedMethod);
	}

	static Question navigation(Question question) {
		return when(question, Request::isNavigation, Request::withOrigin);
	}

	static Question ownOriginCrossSite(Question question) {
		return when(question, (request) -> request.isChecked() && request.comesFromOwnOrigin(),
				(request) -> request.withHost("elsewhere.example.net"));
	}

	static Question originOfOpenPolicy(Question question) {
		return question.policy().isOpen()
				? when(question, Request::isChecked, (request) -> request.withOrigin(SOMEBODY)) : question;
	}

	static Question severalOrigins(Question question) {
		return breakOrigin(question, (request) -> request.origin().size() > 1);
	}

	static Question originCase(Question question) {
		return breakOrigin(question, isOneOf(Samples.UPPER_CASE_ORIGINS));
	}

	static Question originWithMore(Question question) {
		return breakOrigin(question, isOneOf(Samples.ORIGINS_WITH_MORE));
	}

	static Question originGarbage(Question question) {
		return breakOrigin(question, isOneOf(Samples.GARBAGE));
	}

	static Question patternWildcard(Question question) {
		Policy policy = question.policy();
		return policy.isOpen() ? question.with(policy.withOrigins(List.of(Policy.ANY), List.of())) : question;
	}

	static Question wildcardWithCredentials(Question question) {
		Policy policy = question.policy();
		if (!policy.credentials() || !policy.origins().contains(Policy.ANY)) {
			return question;
		}
		List<String> listed = policy.origins().stream().filter((origin) -> !Policy.ANY.equals(origin)).toList();
		return question.with(policy.withOrigins(listed, List.of(Policy.ANY)));
	}

	static Question nullWithCredentials(Question question) {
		Policy policy = question.policy();
		boolean accepted = policy.allowsAnyOrigin() && policy.credentials() && !policy.origins().contains(Samples.NULL);
		return accepted ? breakOrigin(question, isOneOf(List.of(Samples.NULL))) : question;
	}

	static Question configuredOrigin(Question question) {
		Policy policy = question.policy();
		List<String> origins = policy.origins()
			.stream()
			.map((origin) -> Samples.CONFIGURED_ORIGINS.getOrDefault(origin, origin))
			.toList();
		return question.with(policy.withOrigins(origins, policy.patterns()));
	}

	static Question pattern(Question question) {
		Policy policy = question.policy();
		List<String> accepted = policy.patterns()
			.stream()
			.flatMap((pattern) -> Samples.PATTERNS.getOrDefault(pattern, List.of()).stream())
			.toList();
		return question.with(policy.withOrigins(Stream.concat(policy.origins().stream(), accepted.stream()).toList(),
				policy.patterns().stream().filter(Policy.ANY::equals).toList()));
	}

	static Question configuredMethod(Question question) {
		List<String> methods = question.policy()
			.methods()
			.stream()
			.map((method) -> "patch".equals(method) ? "PATCH" : method)
			.toList();
		return question.with(question.policy().withMethods(methods));
	}

	static Question noMethods(Question question) {
		return question.policy().methods().isEmpty() ? refuseMethod(question) : question;
	}

	static Question head(Question question) {
		if (!question.policy().methods().contains("GET") || question.policy().methods().contains(Policy.ANY)) {
			return question;
		}
		Predicate<Request> asksForHead = (request) -> request.isChecked() && "HEAD".equals(request.methodInQuestion());
		return when(question, asksForHead,
				(request) -> request.isPreflight() ? request.withRequestedMethod("GET") : request.withMethod("GET"));
	}

	static Question methodNeverAllowed(Question question) {
		String method = question.request().methodInQuestion();
		boolean never = Stream.of(Samples.NEVER_ALLOWED_METHODS, Samples.NO_METHODS)
			.anyMatch((methods) -> methods.contains(method));
		return (never && question.request().isChecked()) ? refuseMethod(question) : question;
	}

	static Question severalRequestedMethods(Question question) {
		Request request = question.request();
		boolean several = request.isCheckedPreflight() && request.requestedMethod().size() > 1;
		return several ? refuseMethod(question) : question;
	}

	static Question headersPartlyAllowed(Question question) {
		return refuseHeadersIf(question,
				(names) -> !names.stream().allMatch((name) -> question.policy().allowsHeader(name)));
	}

	static Question headerNeverAllowed(Question question) {
		return refuseHeadersIf(question, (names) -> names.stream().anyMatch(Samples.NO_HEADERS::contains));
	}

	static Question tooManyHeaders(Question question) {
		int bytes = question.request().requestedHeaders().stream().mapToInt(String::length).sum();
		return refuseHeadersIf(question, (names) -> names.size() > 128 || bytes > 4096);
	}

	static Question headersAskedForTwice(Question question) {
		Map<String, String> names = new LinkedHashMap<>();
		question.request()
			.requestedHeaderNames()
			.forEach((name) -> names.putIfAbsent(name.toLowerCase(Locale.ROOT), name));
		return when(question, (request) -> request.isCheckedPreflight() && !names.isEmpty(),
				(request) -> request.withRequestedHeaders(String.join(",", names.values())));
	}

	private static Question breakOrigin(Question question, Predicate<Request> condition) {
		return when(question, condition.and(Request::isChecked), (request) -> request.withOrigin(Samples.BROKEN));
	}

	private static Predicate<Request> isOneOf(Collection<String> origins) {
		return (request) -> request.origin().size() == 1 && origins.contains(request.origin().get(0));
	}

	private static Question refuseMethod(Question question) {
		return question.with(question.policy().withMethods(NOTHING_LIKE_IT));
	}

	private static Question refuseHeadersIf(Question question, Predicate<List<String>> condition) {
		boolean refused = question.request().isCheckedPreflight()
				&& condition.test(question.request().requestedHeaderNames());
		return refused ? question.with(question.policy().withHeaders(NOTHING_LIKE_IT)) : question;
	}

	private static Question when(Question question, Predicate<Request> condition, UnaryOperator<Request> change) {
		return condition.test(question.request()) ? question.with(change.apply(question.request())) : question;
	}

}
