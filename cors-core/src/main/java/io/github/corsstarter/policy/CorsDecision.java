package io.github.corsstarter.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of a request, and why: the object that a filter obeys and that the
 * endpoint explains. Immutable.
 */
public final class CorsDecision {

	private static final Vary NO_VARY = new Vary();

	private static final Vary VARY_ORIGIN = new Vary(CorsHeaders.ORIGIN);

	private static final Vary VARY_REQUESTED = new Vary(CorsHeaders.REQUEST_METHOD, CorsHeaders.REQUEST_HEADERS);

	private static final Vary VARY_PREFLIGHT = new Vary(CorsHeaders.ORIGIN, CorsHeaders.REQUEST_METHOD,
			CorsHeaders.REQUEST_HEADERS);

	private static final List<String> ALLOW_ORIGIN = List.of(CorsHeaders.ALLOW_ORIGIN);

	private static final int FORBIDDEN = 403;

	private static final String REJECTION = "Invalid CORS request";

	static final CorsDecision NOT_GOVERNED = new CorsDecision(Outcome.NOT_GOVERNED, false, null, null, null);

	private final Outcome outcome;

	private final boolean preflight;

	private final PathMapping.@Nullable Match match;

	private final @Nullable Rejection rejection;

	private final @Nullable Allowed allowed;

	private CorsDecision(Outcome outcome, boolean preflight, PathMapping.@Nullable Match match,
			@Nullable Rejection rejection, @Nullable Allowed allowed) {
		this.outcome = outcome;
		this.preflight = preflight;
		this.match = match;
		this.rejection = rejection;
		this.allowed = allowed;
	}

	static CorsDecision passed(Outcome outcome, PathMapping.Match match, @Nullable String allowOrigin) {
		return new CorsDecision(outcome, false, match, null,
				(allowOrigin != null) ? new Allowed(allowOrigin, null, null) : null);
	}

	static CorsDecision allowedPreflight(PathMapping.Match match, String allowOrigin, String allowMethods,
			@Nullable String allowHeaders) {
		return new CorsDecision(Outcome.ALLOWED, true, match, null,
				new Allowed(allowOrigin, allowMethods, allowHeaders));
	}

	static CorsDecision rejected(boolean preflight, PathMapping.@Nullable Match match, RejectionReason reason,
			@Nullable String detail) {
		return new CorsDecision(Outcome.REJECTED, preflight, match, new Rejection(match, reason, detail, REJECTION),
				null);
	}

	/**
	 * Return the same rejection for a path that another policy governs.
	 */
	CorsDecision under(PathMapping.Match governing) {
		return new CorsDecision(this.outcome, this.preflight, governing, this.rejection, this.allowed);
	}

	/**
	 * Return the same rejection with another body.
	 */
	CorsDecision told(String body) {
		return new CorsDecision(this.outcome, this.preflight, this.match, rejectionWith(body), null);
	}

	/**
	 * Return the same rejection of a preflight, answered as if it were allowed.
	 */
	CorsDecision toldAsAllowed(String allowOrigin, String allowMethods, String allowHeaders) {
		return new CorsDecision(this.outcome, this.preflight, this.match, rejectionWith(null),
				new Allowed(allowOrigin, allowMethods, allowHeaders));
	}

	private @Nullable Rejection rejectionWith(@Nullable String body) {
		return (this.rejection != null)
				? new Rejection(this.rejection.by(), this.rejection.reason(), this.rejection.detail(), body) : null;
	}

	/**
	 * Return what becomes of the request.
	 * @return the outcome
	 */
	public Outcome outcome() {
		return this.outcome;
	}

	/**
	 * Return whether the decision is the answer to a preflight.
	 * @return {@code true} for an allowed or rejected preflight
	 */
	public boolean preflight() {
		return this.preflight;
	}

	/**
	 * Return the policy that governs the path; if none does, the one that rejects another
	 * reading of it. This is the one to show.
	 * @return the policy, or {@code null} if none governs the path or a request is
	 * rejected whose path is outside of the application
	 */
	public @Nullable CorsPolicy policy() {
		return (this.match != null) ? this.match.policy() : null;
	}

	/**
	 * Return the policy by which the request is allowed or rejected. That is the
	 * {@link #policy() policy to show}, unless a path can be read in several ways and the
	 * policy of another reading rejects the request.
	 * @return the policy, or {@code null} if {@link #policy()} is
	 */
	public @Nullable CorsPolicy decidedBy() {
		PathMapping.Match deciding = deciding();
		return (deciding != null) ? deciding.policy() : null;
	}

	private PathMapping.@Nullable Match deciding() {
		return (this.rejection != null) ? this.rejection.by() : this.match;
	}

	/**
	 * Return the path pattern by which the {@link #policy() policy to show} was found.
	 * @return the pattern as configured, or {@code null} if {@link #policy()} is
	 */
	public @Nullable String matchedPath() {
		return (this.match != null) ? this.match.pattern() : null;
	}

	/**
	 * Return the tenant by whose origins the request was decided, besides the configured
	 * ones.
	 * @return the tenant, or {@code null} if there is none, or the policy has no source
	 * of origins
	 */
	public @Nullable String tenant() {
		PathMapping.Match deciding = deciding();
		return (deciding != null) ? deciding.tenant() : null;
	}

	/**
	 * Return why the request is rejected.
	 * @return the reason, or {@code null} if the request is not rejected
	 */
	public @Nullable RejectionReason reason() {
		return (this.rejection != null) ? this.rejection.reason() : null;
	}

	/**
	 * Return the method or header at fault, just as the client sent it: escape it before
	 * showing it to anybody.
	 * @return the offending method or header, or {@code null} if the origin is at fault
	 * or nothing is
	 */
	public @Nullable String detail() {
		return (this.rejection != null) ? this.rejection.detail() : null;
	}

	/**
	 * Return whether the response ends here: a preflight is answered, a rejected request
	 * refused, and the application not called.
	 * @return {@code true} if the application must not be called
	 */
	public boolean isFinal() {
		return this.preflight || this.outcome == Outcome.REJECTED;
	}

	/**
	 * Return the status of a response that {@link #isFinal() ends here}.
	 * @return 403 for a rejection, else the preflight status of the policy, which is also
	 * that of a preflight whose rejection is explained by its headers
	 * @throws IllegalStateException if the application is to answer
	 */
	public int status() {
		if (!isFinal()) {
			throw new IllegalStateException("The application answers this request");
		}
		CorsPolicy policy = decidedBy();
		return (body() != null || policy == null) ? FORBIDDEN : policy.preflightStatus();
	}

	/**
	 * Return the body of a response that {@link #isFinal() ends here}.
	 * @return plain text, or {@code null} if the body is empty
	 */
	public @Nullable String body() {
		return (this.rejection != null) ? this.rejection.body() : null;
	}

	/**
	 * Return whether a policy governs the path and the request is none of its business: a
	 * request of the same origin, or a navigation that is let through. Nobody else's CORS
	 * processor has a reason to refuse it, and those that do not know better would.
	 * @return {@code true} if the application answers, however the origin looks
	 */
	public boolean goesThrough() {
		return this.outcome == Outcome.SAME_ORIGIN || this.outcome == Outcome.NAVIGATION
				|| this.outcome == Outcome.LISTED_FORM;
	}

	/**
	 * Return whether the CORS headers of the response are those of this decision alone:
	 * each has the value it has here, or is absent as it is here, whatever the
	 * application and anything ahead of it set.
	 * @return {@code true} for an allowed or rejected CORS request, and for every request
	 * to a path of an open policy
	 */
	public boolean ownsHeaders() {
		CorsPolicy policy = decidedBy();
		return this.outcome == Outcome.ALLOWED || this.outcome == Outcome.REJECTED
				|| (policy != null && policy.isOpen());
	}

	/**
	 * Return the headers of the response that each have the value they have here, or are
	 * absent as they are here, whatever the application sets. Besides
	 * {@link #ownsHeaders() all CORS headers}, and with them the
	 * {@code Timing-Allow-Origin} of a policy that sets it, that is the
	 * {@code Access-Control-Allow-Origin} of a request of the same origin: a second value
	 * next to it, such as that of a proxied service, would make it invalid.
	 * @return the names of the headers in which the application has no say
	 */
	public List<String> ownedHeaders() {
		CorsPolicy policy = decidedBy();
		if (ownsHeaders()) {
			return (policy != null && policy.timingAllowOrigin()) ? CorsHeaders.RESPONSE_HEADERS_AND_TIMING
					: CorsHeaders.RESPONSE_HEADERS;
		}
		return (this.outcome == Outcome.SAME_ORIGIN && this.allowed != null) ? ALLOW_ORIGIN : List.of();
	}

	/**
	 * Return whether a header is among the {@link #ownedHeaders()}.
	 * @param name the name of a header, of any case
	 * @return {@code true} if the application has no say in the header
	 */
	public boolean owns(String name) {
		for (String header : ownedHeaders()) {
			if (header.equalsIgnoreCase(name)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Hand over each of the {@link #ownedHeaders()} once, in the order in which they are
	 * written.
	 * @param headers takes a name and its value, which is {@code null} if the response
	 * must not have the header
	 */
	public void forEachOwnedHeader(BiConsumer<String, @Nullable String> headers) {
		for (String name : ownedHeaders()) {
			headers.accept(name, value(name));
		}
	}

	private @Nullable String value(String name) {
		CorsPolicy policy = decidedBy();
		if (this.allowed == null || policy == null) {
			return null;
		}
		boolean sameOrigin = this.outcome == Outcome.SAME_ORIGIN;
		return switch (name) {
			case CorsHeaders.ALLOW_ORIGIN -> this.allowed.origin();
			case CorsHeaders.ALLOW_CREDENTIALS -> (!sameOrigin && policy.allowCredentials()) ? "true" : null;
			case CorsHeaders.EXPOSE_HEADERS -> this.preflight ? null : unlessEmpty(policy.exposeHeaders());
			case CorsHeaders.ALLOW_METHODS -> unlessEmpty(this.allowed.methods());
			case CorsHeaders.ALLOW_HEADERS -> unlessEmpty(this.allowed.headers());
			case CorsHeaders.MAX_AGE -> this.preflight ? policy.maxAgeSeconds() : null;
			case CorsHeaders.TIMING_ALLOW_ORIGIN -> (this.preflight || sameOrigin) ? null : this.allowed.origin();
			default -> null;
		};
	}

	private static @Nullable String unlessEmpty(@Nullable String value) {
		return (value != null && !value.isEmpty()) ? value : null;
	}

	/**
	 * Return one CORS response header.
	 * @param name the name of the header, of any case
	 * @return its value, or {@code null} if the response must not have the header
	 */
	public @Nullable String header(String name) {
		for (Map.Entry<String, String> header : headers().entrySet()) {
			if (header.getKey().equalsIgnoreCase(name)) {
				return header.getValue();
			}
		}
		return null;
	}

	/**
	 * Return the CORS response headers and {@code Timing-Allow-Origin}, in the order in
	 * which they are written.
	 * @return a new map from name to value, without {@code Vary}
	 */
	public Map<String, String> headers() {
		Map<String, String> headers = new LinkedHashMap<>();
		forEachOwnedHeader((name, value) -> {
			if (value != null) {
				headers.put(name, value);
			}
		});
		return headers;
	}

	/**
	 * Return the tokens that the {@code Vary} of the response must have, besides those it
	 * has for other reasons.
	 * @return the tokens in the order in which they are written
	 * @see <a href="https://fetch.spec.whatwg.org/#cors-protocol-and-http-caches">Fetch
	 * standard, CORS protocol and HTTP caches</a>
	 */
	public List<String> vary() {
		return varyTokens().list();
	}

	/**
	 * Return the same tokens as one value.
	 * @return the tokens with a comma and a blank between them; empty if there are none
	 */
	public String varyValue() {
		return varyTokens().value();
	}

	private Vary varyTokens() {
		CorsPolicy policy = decidedBy();
		if (this.outcome == Outcome.NOT_GOVERNED) {
			return NO_VARY;
		}
		if (policy != null && policy.isOpen()) {
			return this.preflight ? VARY_REQUESTED : NO_VARY;
		}
		return this.preflight ? VARY_PREFLIGHT : VARY_ORIGIN;
	}

	/**
	 * Why the request is rejected, and what its response says.
	 *
	 * @param by the policy that rejects it, or {@code null} if the path is outside of the
	 * application
	 * @param reason the reason
	 * @param detail the method or header at fault, or {@code null} if the origin is
	 * @param body the body, or {@code null} if browsers are told by headers instead
	 */
	private record Rejection(PathMapping.@Nullable Match by, RejectionReason reason, @Nullable String detail,
			@Nullable String body) {

	}

	/**
	 * What the response allows.
	 *
	 * @param origin who may read it
	 * @param methods the methods that a preflight is told, or {@code null}
	 * @param headers the request headers that a preflight is told, or {@code null}
	 */
	private record Allowed(String origin, @Nullable String methods, @Nullable String headers) {

	}

	/**
	 * Tokens, and the same joined once and for all.
	 */
	private record Vary(List<String> list, String value) {

		Vary(String... tokens) {
			this(List.of(tokens), String.join(", ", tokens));
		}

	}

	/**
	 * What becomes of a request.
	 */
	public enum Outcome {

		/**
		 * No policy governs the path: the response is left untouched.
		 */
		NOT_GOVERNED,

		/**
		 * The request has no {@code Origin} and goes through.
		 */
		NO_ORIGIN,

		/**
		 * The request comes from the application's own origin and goes through.
		 */
		SAME_ORIGIN,

		/**
		 * The request is a navigation, which is not a CORS request, and goes through.
		 */
		NAVIGATION,

		/**
		 * The request is a navigation that was held to the origins of the policy, as
		 * forms are with {@link CrossSiteForms#LISTED}, and goes through.
		 */
		LISTED_FORM,

		/**
		 * The CORS request is allowed.
		 */
		ALLOWED,

		/**
		 * The CORS request is rejected.
		 */
		REJECTED

	}

}
