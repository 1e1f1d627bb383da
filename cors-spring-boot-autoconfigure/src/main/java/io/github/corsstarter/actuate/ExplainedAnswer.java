package io.github.corsstarter.actuate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.corsstarter.actuate.CorsExplanation.ResponseDescriptor;
import io.github.corsstarter.policy.CorsDecision;
import io.github.corsstarter.policy.CorsHeaders;
import io.github.corsstarter.policy.CorsPolicy;
import io.github.corsstarter.policy.CorsRequest;
import io.github.corsstarter.policy.PolicyTable;
import io.github.corsstarter.validation.source.Answer;
import io.github.corsstarter.validation.source.JudgedSource;
import org.jspecify.annotations.Nullable;

/**
 * The application's answer to a request: that of the policies, unless a filter decides
 * ahead of them, or where none governs.
 *
 * @param request the request
 * @param decision what the policies decide
 * @param filter what a filter answers that has a say besides, or {@code null}
 * @param otherwise answers for paths that no policy governs
 */
record ExplainedAnswer(CorsRequest request, CorsDecision decision, @Nullable FilterAnswer filter,
		OtherAnswer otherwise) {

	static ExplainedAnswer of(CorsRequest request, PolicyTable policies, List<JudgedSource> sources) {
		CorsDecision decision = policies.decide(request);
		return new ExplainedAnswer(request, decision, (decision.decidedBy() != null)
				? FilterAnswer.ahead(request, sources) : FilterAnswer.any(request, sources),
				new OtherAnswer(sources, policies.isCaseSensitive()));
	}

	boolean isRejected() {
		return (this.filter != null && this.filter.isFinal()) ? this.filter.isRejection()
				: this.decision.outcome() == CorsDecision.Outcome.REJECTED;
	}

	ExplainedDecision explained() {
		return ExplainedDecision.of(this.request, this.decision, this.filter, this.otherwise);
	}

	ResponseDescriptor response() {
		if (this.filter == null) {
			return new ResponseDescriptor(status(), headers(), decidedBy());
		}
		Answer answer = this.filter.answer();
		if (answer == null) {
			return new ResponseDescriptor(null, Map.of(), this.filter.source().name());
		}
		return answer.passedOn() ? new ResponseDescriptor(status(), headers(), decidedBy())
				: new ResponseDescriptor(answer.status(), answer.headers(), this.filter.source().name());
	}

	private @Nullable Integer status() {
		return this.decision.isFinal() ? this.decision.status() : null;
	}

	/**
	 * The policy's headers take the place of what is there, where it is the one
	 * authority.
	 */
	private Map<String, String> headers() {
		Map<String, String> before = (this.filter != null && this.filter.answer() != null)
				? this.filter.answer().headers() : Map.of();
		Map<String, String> headers = new LinkedHashMap<>();
		if (!this.decision.ownsHeaders()) {
			headers.putAll(before);
		}
		headers.putAll(this.decision.headers());
		String vary = Stream.of(before.getOrDefault(CorsHeaders.VARY, ""), this.decision.varyValue())
			.flatMap((value) -> Stream.of(value.split(", ")))
			.filter((token) -> !token.isEmpty())
			.distinct()
			.collect(Collectors.joining(", "));
		if (!vary.isEmpty()) {
			headers.put(CorsHeaders.VARY, vary);
		}
		return headers;
	}

	private @Nullable String decidedBy() {
		CorsPolicy policy = this.decision.decidedBy();
		if (policy != null) {
			return policy.name();
		}
		return (this.filter != null) ? this.filter.source().name() : this.otherwise.decidedBy(this.request.path());
	}

}
