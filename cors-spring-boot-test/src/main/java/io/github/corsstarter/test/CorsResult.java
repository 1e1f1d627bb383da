package io.github.corsstarter.test;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.github.corsstarter.test.fetch.Exchange;
import io.github.corsstarter.test.fetch.FetchOutcome;
import io.github.corsstarter.test.fetch.NetworkError;
import org.jspecify.annotations.Nullable;

/**
 * What a page learns from a fetch, and what was sent and answered on the way.
 */
public final class CorsResult {

	private final FetchOutcome outcome;

	CorsResult(FetchOutcome outcome) {
		this.outcome = outcome;
	}

	FetchOutcome outcome() {
		return this.outcome;
	}

	/**
	 * Return whether the page may read the response, whatever its status.
	 * @return whether nothing blocks it
	 */
	public boolean readable() {
		return this.outcome.error() == null;
	}

	/**
	 * Return why the page learns nothing: what Chromium's console says after <em>has been
	 * blocked by CORS policy:</em>, or the name of its error where the reason is another,
	 * such as {@code net::ERR_TOO_MANY_REDIRECTS}.
	 * @return the sentence, or {@code null} if the response is readable
	 */
	public @Nullable String blockedBecause() {
		NetworkError error = this.outcome.error();
		return (error != null) ? error.sentence() : null;
	}

	/**
	 * Return the status that the page reads.
	 * @return the status, or 0 if the response is blocked
	 */
	public int status() {
		return readable() ? this.outcome.last().status() : 0;
	}

	/**
	 * Return the headers that the page reads, by name ignoring case. Several lines of one
	 * name are one value.
	 * @return the headers, none if the response is blocked
	 */
	public SortedMap<String, String> exposedHeaders() {
		SortedMap<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		this.outcome.exposed().forEach((header) -> headers.put(header.name(), header.value()));
		return headers;
	}

	/**
	 * Return the body that the page reads.
	 * @return the body as text, empty if the response is blocked
	 */
	public String body() {
		return readable() ? this.outcome.last().text() : "";
	}

	/**
	 * Return whether the browser sent a preflight, before the request or after a
	 * redirect.
	 * @return whether it did not rely on an earlier one, and needed one
	 */
	public boolean preflighted() {
		return this.outcome.exchanges().stream().anyMatch(Exchange::preflight);
	}

	/**
	 * Return everything that was sent and answered, in order.
	 * @return preflights, redirects and the request itself
	 */
	public List<Exchange> exchanges() {
		return this.outcome.exchanges();
	}

	/**
	 * Return everything that was sent and answered as text.
	 */
	@Override
	public String toString() {
		return this.outcome.request() + " from " + this.outcome.page() + "\n"
				+ exchanges().stream().map(Exchange::toString).collect(Collectors.joining("\n"));
	}

}
