package io.github.corsstarter.test;

import java.util.Arrays;
import java.util.List;

import io.github.corsstarter.test.fetch.NetworkError;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions about what a page learns from a fetch. Each failure shows what was sent and
 * answered, and what to change.
 */
public final class CorsResultAssert extends AbstractAssert<CorsResultAssert, CorsResult> {

	CorsResultAssert(CorsResult actual) {
		super(actual, CorsResultAssert.class);
	}

	/**
	 * Verify that the page may read the response, whatever its status.
	 * @return this assertion
	 */
	public CorsResultAssert isReadable() {
		isNotNull();
		NetworkError error = this.actual.outcome().error();
		if (error != null) {
			throw failed("the response to be readable, but it is blocked:\n  " + error.sentence(),
					"let the server " + error.remedy() + ".");
		}
		return this;
	}

	/**
	 * Verify that the page learns nothing of the response.
	 * @return this assertion
	 */
	public CorsResultAssert isBlocked() {
		isNotNull();
		if (this.actual.readable()) {
			throw failed("the response to be blocked, but it is readable, with status " + this.actual.status(),
					"let the server not allow " + this.actual.outcome().request() + " to "
							+ this.actual.outcome().page() + ".");
		}
		return this;
	}

	/**
	 * Verify that the response is blocked, and why.
	 * @param sentence what Chromium's console says after <em>has been blocked by CORS
	 * policy:</em>, all of it
	 * @return this assertion
	 */
	public CorsResultAssert isBlockedBecauseOf(String sentence) {
		isBlocked();
		NetworkError error = this.actual.outcome().error();
		if (error != null && !error.sentence().equals(sentence)) {
			throw failed("the response to be blocked because of\n  " + sentence + "\nbut it is blocked because of\n  "
					+ error.sentence(), "expect that sentence, or let the server " + error.remedy() + ".");
		}
		return this;
	}

	/**
	 * Verify the status that the page reads.
	 * @param status the status
	 * @return this assertion
	 */
	public CorsResultAssert hasStatus(int status) {
		isReadable();
		if (this.actual.status() != status) {
			throw failed("status " + status + ", but it is " + this.actual.status(),
					"CORS let it through: look at what answers it.");
		}
		return this;
	}

	/**
	 * Verify that the page may read headers of the response.
	 * @param names the headers' names, in any case
	 * @return this assertion
	 */
	public CorsResultAssert exposes(String... names) {
		isReadable();
		List<String> hidden = Arrays.stream(names).filter((name) -> !isExposed(name)).toList();
		if (!hidden.isEmpty()) {
			String list = String.join(", ", hidden);
			throw failed("the page to read " + list + ", but it reads " + exposed(), exposing(list, hidden));
		}
		return this;
	}

	private String exposing(String list, List<String> hidden) {
		List<String> absent = hidden.stream()
			.filter((name) -> !this.actual.outcome().last().headers().contains(name))
			.toList();
		if (!absent.isEmpty()) {
			return "let the server answer with " + String.join(", ", absent) + ", which it does not.";
		}
		return "add " + list + " to Access-Control-Expose-Headers, where * counts only without credentials.";
	}

	/**
	 * Verify that the page may not read headers of the response, or that there are none.
	 * @param names the headers' names, in any case
	 * @return this assertion
	 */
	public CorsResultAssert doesNotExpose(String... names) {
		isNotNull();
		List<String> visible = Arrays.stream(names).filter(this::isExposed).toList();
		if (!visible.isEmpty()) {
			String list = String.join(", ", visible);
			throw failed("the page not to read " + list + ", but it reads " + exposed(),
					"take " + list + " out of Access-Control-Expose-Headers, or do not answer with it.");
		}
		return this;
	}

	private boolean isExposed(String name) {
		return this.actual.exposedHeaders().containsKey(name);
	}

	private String exposed() {
		return this.actual.exposedHeaders().isEmpty() ? "none"
				: String.join(", ", this.actual.exposedHeaders().keySet());
	}

	/**
	 * Verify that the browser sent a preflight.
	 * @return this assertion
	 */
	public CorsResultAssert wasPreflighted() {
		isNotNull();
		if (!this.actual.preflighted()) {
			throw failed("a preflight, but none was sent", "fetch with a method other than GET, HEAD and POST, "
					+ "with a header of the page's own or with a Content-Type such as application/json. "
					+ "If an earlier answer is still remembered, call advance on the browser, or take a new one.");
		}
		return this;
	}

	/**
	 * Verify that the browser sent no preflight: none was needed, or an earlier answer is
	 * still remembered.
	 * @return this assertion
	 */
	public CorsResultAssert wasNotPreflighted() {
		isNotNull();
		if (this.actual.preflighted()) {
			throw failed("no preflight, but one was sent",
					"fetch with GET, HEAD or POST and without the headers "
							+ "that Access-Control-Request-Headers names. "
							+ "If an earlier answer should be remembered, let the server set Access-Control-Max-Age.");
		}
		return this;
	}

	private AssertionError failed(String expected, String remedy) {
		return failure("%s", "Expected " + expected + "\nTo change it: " + remedy + "\nWhat was sent and answered:\n"
				+ this.actual.toString().indent(2));
	}

}
