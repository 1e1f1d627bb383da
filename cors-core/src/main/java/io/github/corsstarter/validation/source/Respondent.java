package io.github.corsstarter.validation.source;

import io.github.corsstarter.policy.CorsRequest;

/**
 * A component with CORS configuration that can be asked what it answers, without anybody
 * else being asked: no handler, no other filter.
 */
@FunctionalInterface
public interface Respondent {

	/**
	 * Answers a request that nobody sent.
	 * @param request the request
	 * @return the answer
	 * @throws RuntimeException whatever the component throws
	 */
	Answer answer(CorsRequest request);

}
