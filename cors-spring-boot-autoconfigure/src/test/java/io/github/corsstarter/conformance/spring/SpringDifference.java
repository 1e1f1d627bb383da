package io.github.corsstarter.conformance.spring;

import java.util.function.UnaryOperator;

/**
 * Where a decision is not Spring's, on purpose. A difference is either another question,
 * to which Spring's reply is ours, or a change to Spring's reply. They hold together, in
 * this order.
 */
enum SpringDifference {

	SAME_ORIGIN_BY_FETCH_METADATA("Spring does not look at Sec-Fetch-Site; here same-origin in it is enough",
			OtherQuestions::sameOriginByFetchMetadata),

	SAME_ORIGIN_BEHIND_TLS_PROXY("Spring takes http for http; here the proxy in front may have taken https off",
			OtherQuestions::sameOriginBehindTlsProxy),

	SAME_ORIGIN_PREFLIGHT("Spring ends a same-origin OPTIONS request; here the application is called",
			OtherQuestions::sameOriginPreflight),

	NAVIGATION("Spring checks navigations; here they are no CORS requests", OtherQuestions::navigation),

	OWN_ORIGIN_CROSS_SITE("Spring does not look at Sec-Fetch-Site; here what is cross-site or same-site is never the"
			+ " same origin", OtherQuestions::ownOriginCrossSite),

	ORIGIN_OF_OPEN_POLICY("Spring rejects a malformed origin even where any is allowed; here every answer of an open"
			+ " policy is the same", OtherQuestions::originOfOpenPolicy),

	SEVERAL_ORIGINS("Spring reads the first of several Origin lines; here they are malformed",
			OtherQuestions::severalOrigins),

	ORIGIN_CASE("Spring ignores the case of an origin; here an upper-case letter is malformed",
			OtherQuestions::malformedOrigin),

	ORIGIN_WITH_MORE("Spring ignores a slash after an origin, and all but scheme, host and port of its own; here they"
			+ " are malformed", OtherQuestions::originWithMore),

	ORIGIN_GARBAGE("Spring's wildcards accept any text; here only well-formed origins", OtherQuestions::originGarbage),

	PATTERN_WILDCARD_WITHOUT_CREDENTIALS("Spring answers a pattern of * with the origin; here it is the plain wildcard",
			OtherQuestions::patternWildcard),

	WILDCARD_WITH_CREDENTIALS(
			"Spring fails on each request; here, once the start let it pass, the origin is the answer",
			OtherQuestions::wildcardWithCredentials),

	NULL_WITH_CREDENTIALS("Spring's pattern of * accepts null; here null with credentials has to be listed",
			OtherQuestions::nullWithCredentials),

	CONFIGURED_ORIGIN("Spring compares a configured origin as it is written; here it is normalised",
			OtherQuestions::configuredOrigin),

	PATTERN("Spring's * is any text; here it stays in its label, is no address, and a port list knows the default port",
			OtherQuestions::pattern),

	CONFIGURED_METHOD("Spring compares a configured method as it is written; here patch is PATCH",
			OtherQuestions::configuredMethod),

	NO_METHODS("Spring takes an empty list for GET and HEAD; here it allows no method", OtherQuestions::noMethods),

	METHOD_NEVER_ALLOWED("Spring's * allows any method; here none that is no token, forbidden, * or too long",
			OtherQuestions::methodNeverAllowed),

	SEVERAL_REQUESTED_METHODS("Spring reads the first of several lines; here they are no allowed method",
			OtherQuestions::severalRequestedMethods),

	HEAD("Spring allows HEAD where it is listed; here GET implies it", OtherQuestions::head),

	HEADERS_PARTLY_ALLOWED("Spring answers with the requested headers that are allowed; here all have to be",
			OtherQuestions::headersPartlyAllowed),

	HEADER_NEVER_ALLOWED("Spring's * allows any text; here none that is no token, or *",
			OtherQuestions::headerNeverAllowed),

	TOO_MANY_HEADERS("Spring answers any number of headers; here 128, in 4096 bytes", OtherQuestions::tooManyHeaders),

	HEADERS_ASKED_FOR_TWICE("Spring repeats a header as often as it was asked for; here once",
			OtherQuestions::headersAskedForTwice),

	EXPOSED_HEADERS_OF_PREFLIGHT(
			"Spring exposes headers on preflights too; here only where there is a response to read",
			OtherReplies::exposedHeadersOfPreflight),

	OPEN_POLICY_FOR_EVERYBODY("Spring answers CORS requests only; here every response of an open policy is the same,"
			+ " because caches hand one to the other", OtherReplies::openPolicyForEverybody),

	SAME_ORIGIN_IS_TOLD("Spring sets nothing for the same origin; here it is told, and later processors stand aside",
			OtherReplies::sameOriginIsTold),

	VARY("Spring always varies by all three; here by what the answer depends on", OtherReplies::vary);

	private final String sentence;

	private final UnaryOperator<Question> question;

	private final OtherReply reply;

	SpringDifference(String sentence, UnaryOperator<Question> question) {
		this(sentence, question, (asked, reply) -> reply);
	}

	SpringDifference(String sentence, OtherReply reply) {
		this(sentence, UnaryOperator.identity(), reply);
	}

	SpringDifference(String sentence, UnaryOperator<Question> question, OtherReply reply) {
		this.sentence = sentence;
		this.question = question;
		this.reply = reply;
	}

	/**
	 * The question to ask Spring instead.
	 * @param question what was to be asked, after the differences before this one
	 * @return the same question if this difference has nothing to do with it
	 */
	Question instead(Question question) {
		return this.question.apply(question);
	}

	/**
	 * Our reply, if this is the only difference left.
	 * @param asked the question as it was first
	 * @param reply Spring's reply, after the differences before this one
	 * @return the same reply if this difference has nothing to do with it
	 */
	Reply instead(Question asked, Reply reply) {
		return this.reply.instead(asked, reply);
	}

	@Override
	public String toString() {
		return name() + " (" + this.sentence + ")";
	}

	/**
	 * A change to Spring's reply.
	 */
	interface OtherReply {

		Reply instead(Question asked, Reply reply);

	}

}
