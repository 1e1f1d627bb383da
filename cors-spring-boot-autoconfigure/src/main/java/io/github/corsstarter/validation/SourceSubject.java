package io.github.corsstarter.validation;

import java.util.List;

import io.github.corsstarter.origin.ProofAllowance;
import org.jspecify.annotations.Nullable;

/**
 * A source as the rules see it.
 *
 * @param judged the source next to the policies
 * @param asPolicy the source as if it were a policy, or {@code null} if it is opaque
 * @param policies the policies in force, in match order
 */
record SourceSubject(JudgedSource judged, @Nullable GoverningPolicy asPolicy, List<GoverningPolicy> policies) {

	static SourceSubject of(JudgedSource judged, List<GoverningPolicy> policies, ProofAllowance allowance) {
		return new SourceSubject(judged, SourcePolicy.of(judged.source(), allowance), policies);
	}

	CorsSource source() {
		return this.judged.source();
	}

}
