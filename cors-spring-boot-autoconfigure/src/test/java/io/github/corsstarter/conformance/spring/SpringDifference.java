package io.github.corsstarter.conformance.spring;

import java.util.function.UnaryOperator;

/**
 * Where a decision is not Spring's, on purpose. A difference is either another question,
 * to which Spring's reply is ours, or a change to Spring's reply. They hold together, in
 * this order.
 */
enum SpringDifference {

	SAME_ORIGIN_BY_FETCH_METADATA("`Sec-Fetch-Site: same-origin` means nothing",
			"it is the same origin, whatever proxies did to the host", OtherQuestions::sameOriginByFetchMetadata),

	SAME_ORIGIN_BEHIND_TLS_PROXY("the same origin behind a TLS proxy nobody configured is a 403", "it goes through",
			OtherQuestions::sameOriginBehindTlsProxy),

	SAME_ORIGIN_PREFLIGHT("a same-origin `OPTIONS` request that names a method ends in the filter",
			"the application is called", OtherQuestions::sameOriginPreflight),

	NAVIGATION("a navigation, such as a form post from an identity provider, is a 403",
			"it goes through: it is not a CORS request", OtherQuestions::navigation),

	OWN_ORIGIN_CROSS_SITE("a request with the application's own origin goes through",
			"not if its `Sec-Fetch-Site` is `same-site` or `cross-site`", OtherQuestions::ownOriginCrossSite),

	ORIGIN_OF_OPEN_POLICY("a malformed origin is a 403 even where any origin is allowed",
			"an open policy has one answer for everybody", OtherQuestions::originOfOpenPolicy),

	SEVERAL_ORIGINS("of several `Origin` headers the first one counts", "they are malformed, a 403",
			OtherQuestions::severalOrigins),

	ORIGIN_CASE("the case of an origin is ignored", "browsers send lower case: anything else is malformed",
			OtherQuestions::originCase),

	ORIGIN_WITH_MORE("a slash after an origin is ignored, and after the application's own a path too",
			"both are malformed", OtherQuestions::originWithMore),

	ORIGIN_GARBAGE("a wildcard accepts any text, such as `https://evil.example/.example.com`",
			"only well-formed origins are offered to it", OtherQuestions::originGarbage),

	PATTERN_WILDCARD_WITHOUT_CREDENTIALS("the pattern `*` without credentials is answered with the origin",
			"it is the plain `*`, and answered so", OtherQuestions::patternWildcard),

	WILDCARD_WITH_CREDENTIALS("`*` with credentials fails with a 500 at each request",
			"refused at the start; where that was lowered, answered with the origin",
			OtherQuestions::wildcardWithCredentials),

	NULL_WITH_CREDENTIALS("the pattern `*` with credentials accepts `null`", "`null` has to be listed as well",
			OtherQuestions::nullWithCredentials),

	CONFIGURED_ORIGIN("`https://app.example.com:443` and `https://bücher.example` never match",
			"normalised to what browsers send", OtherQuestions::configuredOrigin),

	PATTERN("`*` in a pattern is any text, dots, ports and addresses included",
			"a leading `*.` is whole labels, any other `*` stays in its label, and ports know the default port",
			OtherQuestions::pattern),

	CONFIGURED_METHOD("the configured method `patch` is not `PATCH`", "it is", OtherQuestions::configuredMethod),

	NO_METHODS("an empty list of methods is `GET` and `HEAD`", "it allows none", OtherQuestions::noMethods),

	SEVERAL_REQUESTED_METHODS("of several `Access-Control-Request-Method` headers the first one counts",
			"they do not count as an allowed method", OtherQuestions::severalRequestedMethods),

	METHOD_NEVER_ALLOWED("`*` allows any method",
			"not those that browsers forbid, `*`, what is not an HTTP token, or has more than 64 bytes",
			OtherQuestions::methodNeverAllowed),

	HEAD("`HEAD` is allowed where it is listed", "`GET` implies it", OtherQuestions::head),

	HEADERS_PARTLY_ALLOWED("a preflight that asks for one header too many is a 200 without that header",
			"it is a 403, with a reason in the log", OtherQuestions::headersPartlyAllowed),

	HEADER_NEVER_ALLOWED("`*` allows any text as a request header", "not `*` or what is not an HTTP token",
			OtherQuestions::headerNeverAllowed),

	TOO_MANY_HEADERS("a preflight may ask for any number of headers", "for 128, in 4096 bytes",
			OtherQuestions::tooManyHeaders),

	HEADERS_ASKED_FOR_TWICE("a header is repeated as often as it was asked for", "once",
			OtherQuestions::headersAskedForTwice),

	EXPOSED_HEADERS_OF_PREFLIGHT("a preflight is answered with exposed headers", "only what has a response to read is",
			OtherReplies::exposedHeadersOfPreflight),

	OPEN_POLICY_FOR_EVERYBODY("only CORS requests are answered with `*`",
			"every response of an open policy is, because caches hand one to the other",
			OtherReplies::openPolicyForEverybody),

	SAME_ORIGIN_IS_TOLD("a same-origin request is answered without CORS headers",
			"with its origin, so that later CORS processors stand aside", OtherReplies::sameOriginIsTold),

	VARY("every response varies by `Origin` and both `Access-Control-Request-*` headers",
			"by what it depends on: `Origin` unless the policy is open, the others on preflights", OtherReplies::vary);

	private final String spring;

	private final String here;

	private final UnaryOperator<Question> question;

	private final OtherReply reply;

	SpringDifference(String spring, String here, UnaryOperator<Question> question) {
		this(spring, here, question, (asked, reply) -> reply);
	}

	SpringDifference(String spring, String here, OtherReply reply) {
		this(spring, here, UnaryOperator.identity(), reply);
	}

	SpringDifference(String spring, String here, UnaryOperator<Question> question, OtherReply reply) {
		this.spring = spring;
		this.here = here;
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

	/**
	 * The row that documents this difference.
	 * @return a row of a table with two columns
	 */
	String row() {
		return "| " + this.spring + " | " + this.here + " |";
	}

	/**
	 * A change to Spring's reply.
	 */
	interface OtherReply {

		Reply instead(Question asked, Reply reply);

	}

}
