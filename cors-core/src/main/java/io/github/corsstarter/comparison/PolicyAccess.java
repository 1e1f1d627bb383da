package io.github.corsstarter.comparison;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.corsstarter.comparison.Change.Kind;
import io.github.corsstarter.comparison.PageRequest.Mode;
import io.github.corsstarter.comparison.snapshot.SnapshotPolicy;
import io.github.corsstarter.origin.automaton.WorkLimits;
import io.github.corsstarter.origin.entry.OriginEntryParser;
import io.github.corsstarter.policy.fetch.FetchHeader;
import io.github.corsstarter.policy.fetch.FetchMethod;
import io.github.corsstarter.policy.fetch.HttpToken;
import org.jspecify.annotations.Nullable;

/**
 * What a policy allows on any of its paths: a product of origins, methods, headers and
 * the like, so that one policy allows less than another when each factor is smaller, or
 * one of its own is empty.
 */
final class PolicyAccess {

	private static final String ANY = "*";

	private static final int MAX_METHOD_LENGTH = 64;

	private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS",
			"CUSTOM");

	private static final List<String> REQUEST_HEADERS = List.of("authorization", "content-type", "x-custom");

	private static final List<String> RESPONSE_HEADERS = List.of("location", "etag", "x-custom");

	private final SnapshotPolicy policy;

	private final OriginSet origins;

	private final NameSet methods;

	private final NameSet headers;

	/** What pages that send no credentials may read. */
	private final NameSet exposed;

	/** What pages that send credentials may read, to whom a {@code *} is a name. */
	private final NameSet exposedWithCredentials;

	/**
	 * Create the access of a policy.
	 * @param policy the policy
	 * @param parser parses the entries of all policies
	 * @param work the work that may go into what is asked about its origins
	 */
	PolicyAccess(SnapshotPolicy policy, OriginEntryParser parser, WorkLimits work) {
		this.policy = policy;
		this.origins = new OriginSet(policy, parser, work);
		this.methods = methods(policy.methods());
		this.headers = names(policy.headers(), (name) -> !FetchHeader.isForbiddenInRequests(name));
		Predicate<String> hidden = (name) -> !FetchHeader.isSafelistedInResponses(name)
				&& !FetchHeader.isForbiddenInResponses(name);
		this.exposed = names(policy.exposedHeaders(), hidden);
		this.exposedWithCredentials = NameSet.of(named(policy.exposedHeaders(), hidden));
	}

	private static NameSet methods(Collection<String> configured) {
		if (configured.contains(ANY)) {
			return NameSet.ALL;
		}
		Stream<String> head = configured.contains("GET") ? Stream.of("HEAD") : Stream.of();
		return NameSet.of(Stream.concat(configured.stream(), head)
			.filter((method) -> HttpToken.isToken(method) && method.length() <= MAX_METHOD_LENGTH)
			.filter((method) -> !FetchMethod.isForbidden(method))
			.collect(Collectors.toSet()));
	}

	private static NameSet names(Collection<String> configured, Predicate<String> effective) {
		return configured.contains(ANY) ? NameSet.ALL : NameSet.of(named(configured, effective));
	}

	private static Set<String> named(Collection<String> configured, Predicate<String> effective) {
		return configured.stream()
			.filter((name) -> !ANY.equals(name) && effective.test(name))
			.collect(Collectors.toSet());
	}

	SnapshotPolicy policy() {
		return this.policy;
	}

	/**
	 * Return whether no page may call anything.
	 * @return whether there is no origin or no method
	 */
	boolean allowsNobody() {
		return this.methods.isEmpty() || (this.policy.originSource() == null && this.origins.isEmpty());
	}

	/**
	 * Return a request that is allowed.
	 * @param path the path
	 * @return a request
	 */
	PageRequest example(String path) {
		return new Requests(path, this).allowed(List.of(), this.policy.credentials(), List.of());
	}

	/**
	 * Return a request of a page that this policy does not allow, of any page where it
	 * allows every one.
	 * @param path the path
	 * @return a request
	 */
	PageRequest refused(String path) {
		String origin = Objects.requireNonNullElse(this.origins.outsider(), OriginSet.OUTSIDER);
		return new PageRequest(path, origin, "GET", List.of(), false, List.of(), Mode.CORS);
	}

	/**
	 * Return what this policy allows and another does not.
	 * @param other the other policy
	 * @param path a path, as it stands in requests
	 * @return a difference for each element of this policy that makes one
	 */
	List<Difference> beyond(PolicyAccess other, String path) {
		List<Difference> differences = new ArrayList<>();
		Requests requests = new Requests(path, other);
		if (!allowsNobody()) {
			addCalls(other, requests, differences);
		}
		if (!this.policy.listedFormsOnly() && other.policy.listedFormsOnly()) {
			String outsider = other.origins.outsider();
			if (outsider != null) {
				differences.add(new Difference(Kind.FORM, "cross-site-forms: allow", requests.form(outsider)));
			}
		}
		else if (this.policy.listedFormsOnly() && other.policy.listedFormsOnly()) {
			for (OriginSet.Addition addition : this.origins.beyond(other.origins)) {
				differences.add(new Difference(Kind.FORM, addition.entry(), requests.form(addition.origin())));
			}
		}
		return differences;
	}

	private void addCalls(PolicyAccess other, Requests requests, List<Difference> differences) {
		boolean credentials = this.policy.credentials();
		for (OriginSet.Addition addition : this.origins.beyond(other.origins)) {
			differences
				.add(new Difference(Kind.ORIGIN, addition.entry(), requests.from(addition.origin(), credentials)));
		}
		for (String method : this.methods.beyond(other.methods, METHODS)) {
			differences.add(new Difference(Kind.METHOD, this.methods.all() ? ANY : method,
					requests.with(method, List.of(), credentials, List.of())));
		}
		for (String header : this.headers.beyond(other.headers, REQUEST_HEADERS)) {
			differences.add(new Difference(Kind.HEADER, this.headers.all() ? ANY : header,
					requests.allowed(List.of(header), credentials, List.of())));
		}
		if (credentials && !other.policy.credentials()) {
			differences.add(new Difference(Kind.CREDENTIALS, "true", requests.allowed(List.of(), true, List.of())));
		}
		addExposed(other, requests, differences);
		if (this.policy.timingAllowOrigin() && !other.policy.timingAllowOrigin()) {
			differences.add(new Difference(Kind.TIMING, "true", requests.allowed(List.of(), credentials, List.of())));
		}
	}

	private void addExposed(PolicyAccess other, Requests requests, List<Difference> differences) {
		List<String> headers = this.exposed.beyond(other.exposed, RESPONSE_HEADERS);
		boolean credentials = headers.isEmpty() && this.policy.credentials() && other.policy.credentials();
		if (credentials) {
			headers = this.exposedWithCredentials.beyond(other.exposedWithCredentials, RESPONSE_HEADERS);
		}
		for (String header : headers) {
			differences.add(new Difference(Kind.EXPOSED_HEADER, (this.exposed.all() && !credentials) ? ANY : header,
					requests.allowed(List.of(), credentials, List.of(header))));
		}
	}

	/**
	 * Return whether a request is allowed, as far as the snapshot tells.
	 * @param kind what the request is about
	 * @param request the request
	 * @return whether it is allowed
	 */
	boolean allows(Kind kind, PageRequest request) {
		boolean origin = (request.origin() != null) ? this.origins.contains(request.origin())
				: this.policy.originSource() != null || this.origins.isAny();
		if (request.mode() == Mode.NAVIGATE) {
			return origin || !this.policy.listedFormsOnly();
		}
		NameSet exposed = request.credentials() ? this.exposedWithCredentials : this.exposed;
		return origin && this.methods.contains(request.method())
				&& request.headers().stream().allMatch(this.headers::contains)
				&& (!request.credentials() || this.policy.credentials())
				&& request.exposedHeaders().stream().allMatch(exposed::contains)
				&& (kind != Kind.TIMING || this.policy.timingAllowOrigin());
	}

	/**
	 * An element that makes a difference.
	 *
	 * @param kind what it is
	 * @param element the element
	 * @param request a request that it makes the difference for
	 */
	record Difference(Kind kind, String element, PageRequest request) {

	}

	/**
	 * Requests that this policy allows, as near as possible to what another one allows.
	 */
	private final class Requests {

		private final String path;

		private final @Nullable String origin;

		private final String method;

		Requests(String path, PolicyAccess other) {
			this.path = path;
			this.origin = PolicyAccess.this.origins.example(other.origins);
			this.method = PolicyAccess.this.methods.isEmpty() ? "GET"
					: PolicyAccess.this.methods.example(other.methods, METHODS);
		}

		PageRequest from(String origin, boolean credentials) {
			return new PageRequest(this.path, origin, this.method, List.of(), credentials, List.of(), Mode.CORS);
		}

		PageRequest with(String method, List<String> headers, boolean credentials, List<String> exposedHeaders) {
			return new PageRequest(this.path, this.origin, method, headers, credentials, exposedHeaders, Mode.CORS);
		}

		PageRequest allowed(List<String> headers, boolean credentials, List<String> exposedHeaders) {
			return with(this.method, headers, credentials, exposedHeaders);
		}

		PageRequest form(String origin) {
			return new PageRequest(this.path, origin, "POST", List.of(), true, List.of(), Mode.NAVIGATE);
		}

	}

}
