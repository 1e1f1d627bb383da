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
import io.github.corsstarter.validation.source.JudgedSource;
import org.jspecify.annotations.Nullable;

/**
 * The application's answer to a request: that of the policies, unless somebody decides
 * ahead of them.
 *
 * @param request the request
 * @param decision what the policies decide
 * @param ahead what was answered ahead of them, or {@code null}
 * @param otherwise answers for paths that no policy governs
 */
record ExplainedAnswer(CorsRequest request, CorsDecision decision, @Nullable AheadAnswer ahead, OtherAnswer otherwise) {

	static ExplainedAnswer of(CorsRequest request, PolicyTable policies, List<JudgedSource> sources) {
		return new ExplainedAnswer(request, policies.decide(request), AheadAnswer.to(request, sources),
				new OtherAnswer(sources, policies.isCaseSensitive()));
	}

	boolean isRejected() {
		return (this.ahead != null && this.ahead.isFinal()) ? this.ahead.isRejection()
				: this.decision.outcome() == CorsDecision.Outcome.REJECTED;
	}

	ExplainedDecision explained() {
		return (this.ahead != null && this.ahead.isFinal())
				? ExplainedDecision.of(this.request, this.decision, this.ahead, this.otherwise)
				: ExplainedDecision.of(this.request, this.decision, this.otherwise);
	}

	ResponseDescriptor response() {
		if (this.ahead != null && this.ahead.isFinal()) {
			return new ResponseDescriptor(this.ahead.answer().status(), this.ahead.answer().headers(),
					this.ahead.source().name());
		}
		return new ResponseDescriptor(this.decision.isFinal() ? this.decision.status() : null, headers(), decidedBy());
	}

	/**
	 * The policy's headers take the place of what is there, where it is the one
	 * authority.
	 */
	private Map<String, String> headers() {
		Map<String, String> before = (this.ahead != null) ? this.ahead.answer().headers() : Map.of();
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
		return (this.ahead != null) ? this.ahead.source().name() : this.otherwise.decidedBy(this.request.path());
	}

}
