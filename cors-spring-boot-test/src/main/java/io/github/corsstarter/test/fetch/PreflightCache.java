package io.github.corsstarter.test.fetch;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What servers have allowed lately. Time passes only when it is told to.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#cors-preflight-cache">Fetch standard,
 * CORS-preflight cache</a>
 */
final class PreflightCache {

	private final Duration limit;

	private final List<Entry> entries = new ArrayList<>();

	private Duration now = Duration.ZERO;

	/**
	 * Create an empty cache.
	 * @param limit how long an answer is remembered at most
	 */
	PreflightCache(Duration limit) {
		this.limit = limit;
	}

	synchronized void advance(Duration time) {
		this.now = this.now.plus(time);
		this.entries.removeIf((entry) -> entry.expiry.compareTo(this.now) <= 0);
	}

	/**
	 * Return whether the server need not be asked again.
	 * @param key who asks whom
	 * @param request what is to be sent
	 * @return whether method and headers are remembered as allowed
	 */
	synchronized boolean allows(Key key, FetchRequest request) {
		return (Methods.isSafelisted(request.method()) || this.entries.stream().anyMatch(method(key, request.method())))
				&& SafelistedRequestHeaders.unsafeNames(request.headers())
					.stream()
					.allMatch((name) -> this.entries.stream().anyMatch(header(key, name)));
	}

	synchronized void store(Key key, Set<String> methods, Set<String> headers, Duration maxAge) {
		Duration expiry = this.now.plus((maxAge.compareTo(this.limit) > 0) ? this.limit : maxAge);
		methods.forEach((method) -> store(method(key, method), new Entry(key, Kind.METHOD, method, expiry)));
		headers.forEach((header) -> store(header(key, header), new Entry(key, Kind.HEADER, header, expiry)));
		advance(Duration.ZERO);
	}

	private void store(Predicate<Entry> matching, Entry entry) {
		if (this.entries.stream().noneMatch(matching)) {
			this.entries.add(entry);
		}
		else {
			this.entries.replaceAll((earlier) -> matching.test(earlier) ? earlier.until(entry.expiry) : earlier);
		}
	}

	synchronized void clear(Key key) {
		this.entries.removeIf((entry) -> entry.key.origin.equals(key.origin) && entry.key.url.equals(key.url));
	}

	private static Predicate<Entry> method(Key key, String method) {
		return (entry) -> entry.answers(key) && entry.kind == Kind.METHOD
				&& (entry.value.equals(method) || entry.isWildcard());
	}

	private static Predicate<Entry> header(Key key, String name) {
		return (entry) -> entry.answers(key) && entry.kind == Kind.HEADER
				&& (entry.value.equals(name) || (entry.isWildcard() && PreflightAnswer.isCoveredByWildcard(name)));
	}

	/**
	 * Who asks whom.
	 *
	 * @param origin the origin that is sent
	 * @param url the address
	 * @param credentials whether the credentials mode is {@code include}
	 */
	record Key(String origin, URI url, boolean credentials) {
	}

	private enum Kind {

		METHOD, HEADER

	}

	private record Entry(Key key, Kind kind, String value, Duration expiry) {

		boolean answers(Key question) {
			return this.key.origin.equals(question.origin) && this.key.url.equals(question.url)
					&& (this.key.credentials || !question.credentials);
		}

		/**
		 * Return whether the entry stands for all. The standard does not ask about
		 * credentials here, which would let an answer in that {@code *} is a mere name
		 * allow everything from then on; no browser does so.
		 * @return whether it is a wildcard
		 */
		boolean isWildcard() {
			return this.value.equals(PreflightAnswer.WILDCARD) && !this.key.credentials;
		}

		Entry until(Duration later) {
			return new Entry(this.key, this.kind, this.value, later);
		}

	}

}
