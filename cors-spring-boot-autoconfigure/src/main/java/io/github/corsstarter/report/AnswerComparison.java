package io.github.corsstarter.report;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.corsstarter.policy.CorsDecision;
import io.github.corsstarter.policy.CorsHeaders;
import io.github.corsstarter.validation.source.Answer;
import org.jspecify.annotations.Nullable;

/**
 * What a policy would decide about a request, compared with what was answered.
 *
 * @param change what would change
 * @param today {@code readable} or {@code unreadable}
 * @param then {@code readable}, {@code unreadable} or {@code rejected}
 * @param detail the reason of a rejection, or the headers that differ; {@code null} if
 * there is neither
 */
public record AnswerComparison(ReportedChange change, String today, String then, @Nullable String detail) {

	private static final String READABLE = "readable";

	private static final String UNREADABLE = "unreadable";

	private static final int FIRST_ERROR = 400;

	private static final List<String> OF_PREFLIGHTS = List.of(CorsHeaders.ALLOW_ORIGIN, CorsHeaders.ALLOW_CREDENTIALS,
			CorsHeaders.ALLOW_METHODS, CorsHeaders.ALLOW_HEADERS, CorsHeaders.MAX_AGE);

	private static final List<String> OF_ACTUAL_REQUESTS = List.of(CorsHeaders.ALLOW_ORIGIN,
			CorsHeaders.ALLOW_CREDENTIALS, CorsHeaders.EXPOSE_HEADERS, CorsHeaders.TIMING_ALLOW_ORIGIN);

	/**
	 * Compare two answers to one request.
	 * @param request the request
	 * @param today what was answered
	 * @param decision what the policy would decide
	 * @return what would change
	 */
	public static AnswerComparison of(ObservedRequest request, Answer today, CorsDecision decision) {
		Page page = new Page(request);
		Answer then = answer(decision);
		boolean wasReadable = page.mayRead(today);
		String before = wasReadable ? READABLE : UNREADABLE;
		if (decision.outcome() == CorsDecision.Outcome.REJECTED) {
			return new AnswerComparison(ofRejection(request, today, wasReadable), before, "rejected",
					String.valueOf(decision.reason()));
		}
		if (decision.outcome() == CorsDecision.Outcome.LISTED_FORM) {
			// No page reads what a form opens
			return new AnswerComparison(ReportedChange.SAME, before, before, null);
		}
		boolean isReadable = page.mayRead(then);
		String after = isReadable ? READABLE : UNREADABLE;
		if (wasReadable && isReadable) {
			String differing = differing(request, today, then);
			return new AnswerComparison(differing.isEmpty() ? ReportedChange.SAME : ReportedChange.WOULD_DIFFER, before,
					after, differing.isEmpty() ? null : differing);
		}
		if (wasReadable) {
			return new AnswerComparison(ReportedChange.WOULD_BREAK, before, after, CorsHeaders.ALLOW_CREDENTIALS);
		}
		return new AnswerComparison(isReadable ? ReportedChange.WOULD_OPEN : ReportedChange.SAME, before, after, null);
	}

	private static Answer answer(CorsDecision decision) {
		return new Answer(decision.isFinal() ? decision.status() : Answer.PASSED_ON.status(), decision.headers(),
				!decision.isFinal());
	}

	private static ReportedChange ofRejection(ObservedRequest request, Answer today, boolean wasReadable) {
		if (wasReadable) {
			return ReportedChange.WOULD_BREAK;
		}
		boolean reached = today.passedOn() && today.status() < FIRST_ERROR && !request.request().isPreflight();
		return reached ? ReportedChange.WOULD_STOP : ReportedChange.SAME;
	}

	/**
	 * Return the headers that differ. A policy that says nothing of timing leaves that
	 * header to the application.
	 */
	private static String differing(ObservedRequest request, Answer today, Answer then) {
		return (request.request().isPreflight() ? OF_PREFLIGHTS : OF_ACTUAL_REQUESTS).stream()
			.filter((header) -> !header.equals(CorsHeaders.TIMING_ALLOW_ORIGIN) || then.headers().containsKey(header))
			.filter((header) -> !values(today, header).equals(values(then, header)))
			.collect(Collectors.joining(", "));
	}

	private static Set<String> values(Answer answer, String header) {
		List<String> tokens = Page.tokens(answer, header);
		boolean names = header.equals(CorsHeaders.ALLOW_HEADERS) || header.equals(CorsHeaders.EXPOSE_HEADERS);
		return new HashSet<>(names ? Page.names(tokens) : tokens);
	}

}
