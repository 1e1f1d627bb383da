package io.github.corsstarter.report.migration;

import java.util.List;

import io.github.corsstarter.policy.CorsDecision;
import io.github.corsstarter.policy.CorsHeaders;
import io.github.corsstarter.policy.RejectionReason;
import io.github.corsstarter.report.AnswerComparison;
import io.github.corsstarter.report.ObservedRequest;
import io.github.corsstarter.report.ReportedChange;
import io.github.corsstarter.validation.source.Answer;
import org.jspecify.annotations.Nullable;

/**
 * What the application answers to a request today, and what migrated policies decide.
 *
 * @param request the request
 * @param today what is answered today
 * @param decision what the policies decide
 * @param comparison the two of them
 */
record MigrationAnswer(ObservedRequest request, Answer today, CorsDecision decision, AnswerComparison comparison) {

	static MigrationAnswer of(ObservedRequest request, AskedApplication application, CorsDecision decision) {
		Answer today = application.answer(request.request());
		return new MigrationAnswer(request, today, decision, AnswerComparison.of(request, today, decision));
	}

	/**
	 * Return whether a browser could tell. An absent {@code Access-Control-Max-Age} is
	 * the default that is written in its place.
	 */
	boolean differs() {
		boolean written = CorsHeaders.MAX_AGE.equals(this.comparison.detail())
				&& !this.today.headers().containsKey(CorsHeaders.MAX_AGE)
				&& Long.toString(MigratedPolicy.BROWSERS_DEFAULT.toSeconds())
					.equals(this.decision.header(CorsHeaders.MAX_AGE));
		return this.comparison.change() != ReportedChange.SAME && !written;
	}

	String before() {
		return this.comparison.today();
	}

	String after() {
		return this.comparison.then();
	}

	/**
	 * Say why the answers differ.
	 * @param leftOut the entry that accepts the origin and was left out, in a sentence
	 * @param unread what could not be read
	 * @param filters what ends preflights today
	 */
	String reason(@Nullable String leftOut, List<String> unread, List<String> filters) {
		return switch (this.comparison.change()) {
			case WOULD_BREAK -> broken(leftOut, unread);
			case WOULD_OPEN -> opened(filters);
			case WOULD_STOP -> "Today the request is served although no page can read the answer; a policy refuses it.";
			case WOULD_DIFFER -> "Other headers: " + this.comparison.detail() + ".";
			case SAME -> "The max-age that browsers use anyway is written.";
		};
	}

	private String broken(@Nullable String leftOut, List<String> unread) {
		if (leftOut != null) {
			return leftOut;
		}
		if (this.decision.outcome() == CorsDecision.Outcome.NOT_GOVERNED && unread.isEmpty()) {
			return "No policy governs the path: it was left out, see the notes.";
		}
		if (this.decision.reason() == RejectionReason.METHOD_NOT_ALLOWED) {
			return "The policy of the path does not allow the method, which another handler of the path does.";
		}
		return unread.isEmpty() ? "The policy of the most specific path decides, not the first that was declared."
				: "Could not be read: " + String.join(", ", unread) + ".";
	}

	private String opened(List<String> filters) {
		if (!this.today.passedOn() && this.request.request().isPreflight() && !filters.isEmpty()) {
			return String.join(" or ", filters)
					+ " ends every preflight today, also on paths and for origins that it does not configure.";
		}
		return "A policy is for every handler of a path and every path of its patterns; what answers today is not.";
	}

}
