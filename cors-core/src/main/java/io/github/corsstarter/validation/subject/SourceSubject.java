package io.github.corsstarter.validation.subject;

import java.util.List;

import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.validation.source.JudgedSource;
import org.jspecify.annotations.Nullable;

/**
 * A source as the rules see it.
 *
 * @param judged the source next to the policies
 * @param asPolicy what the source allows, or {@code null} if it is opaque
 * @param policies the policies in force, in match order
 */
public record SourceSubject(JudgedSource judged, @Nullable GoverningPolicy asPolicy, List<GoverningPolicy> policies) {

	/**
	 * Look at a source as the rules do.
	 * @param judged the source next to the policies
	 * @param policies the policies in force, in match order
	 * @param proofs what is proven about origins
	 * @return the subject
	 */
	public static SourceSubject of(JudgedSource judged, List<GoverningPolicy> policies, OriginProofs proofs) {
		return new SourceSubject(judged, SourcePolicy.of(judged.source(), proofs), policies);
	}

	/**
	 * Return the source.
	 * @return the source as it was found
	 */
	public CorsSource source() {
		return this.judged.source();
	}

}
