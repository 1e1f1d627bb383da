package io.github.corsstarter.report;

import io.github.corsstarter.policy.text.ClientText;
import org.jspecify.annotations.Nullable;

/**
 * A request and what would change for it. What the client chose is escaped, and cut off
 * after 512 characters.
 *
 * @param origin the origin
 * @param path the raw path within the application
 * @param type {@code preflight} or {@code actual}
 * @param method the method; of a preflight, the one it asks for
 * @param today what can be read today
 * @param then what could be read then
 * @param detail the reason of a rejection, or the headers that differ
 */
record Entry(String origin, String path, String type, String method, String today, String then,
		@Nullable String detail) {

	static Entry of(ObservedRequest request, AnswerComparison comparison) {
		return new Entry(ClientText.printable(request.origin()), ClientText.printable(request.request().path()),
				request.type(), ClientText.printable(request.method()), comparison.today(), comparison.then(),
				comparison.detail());
	}

}
