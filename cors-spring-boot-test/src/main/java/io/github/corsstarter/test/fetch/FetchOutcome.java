package io.github.corsstarter.test.fetch;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How a fetch ended.
 *
 * @param page the origin of the page
 * @param request what the page asked for
 * @param exchanges everything that was sent and answered, in order
 * @param error why the page may read nothing, or {@code null} if it may read the last
 * response
 * @param exposed the headers that the page may read, in lower case and combined
 */
public record FetchOutcome(WebOrigin page, FetchRequest request, List<Exchange> exchanges, @Nullable NetworkError error,
		HeaderList exposed) {

	/**
	 * Return what the server answered last.
	 * @return the last response
	 */
	public ReceivedResponse last() {
		return this.exchanges.get(this.exchanges.size() - 1).response();
	}

}
