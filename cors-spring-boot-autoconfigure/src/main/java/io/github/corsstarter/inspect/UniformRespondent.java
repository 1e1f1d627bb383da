package io.github.corsstarter.inspect;

import io.github.corsstarter.policy.CorsRequest;
import io.github.corsstarter.validation.source.Answer;
import io.github.corsstarter.validation.source.Respondent;

/**
 * A component whose source looks at nothing of a request: what it allows on one of its
 * paths it allows on all of them.
 *
 * @param respondent answers for it
 */
public record UniformRespondent(Respondent respondent) implements Respondent {

	@Override
	public Answer answer(CorsRequest request) {
		return this.respondent.answer(request);
	}

}
