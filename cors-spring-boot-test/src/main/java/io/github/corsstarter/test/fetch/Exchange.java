package io.github.corsstarter.test.fetch;

/**
 * A request and its answer. A fetch has several: preflights and redirects have their own.
 *
 * @param request what was sent
 * @param response what was answered
 * @param preflight whether the browser asked on its own account
 */
public record Exchange(SentRequest request, ReceivedResponse response, boolean preflight) {

	@Override
	public String toString() {
		return ("> " + this.request.toString().strip()).replace("\n", "\n>   ") + "\n"
				+ ("< " + this.response.toString().strip()).replace("\n", "\n<   ");
	}

}
