package io.github.corsstarter.inspect;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.corsstarter.policy.CorsHeaders;
import io.github.corsstarter.policy.CorsRequest;
import io.github.corsstarter.validation.source.Answer;
import io.github.corsstarter.validation.source.Respondent;
import io.github.corsstarter.web.HandlerPath;

/**
 * All that answers CORS requests in an application: its filters and security chains one
 * after the other, and its handler mappings. No handler is called, and nobody is asked
 * who they are.
 *
 * @param respondents who is asked, in turn
 * @param paths the paths of the application's handlers, relative to the application
 */
public record WholeApplication(List<Respondent> respondents, Collection<HandlerPath> paths) implements Respondent {

	public WholeApplication {
		respondents = List.copyOf(respondents);
		paths = List.copyOf(paths);
	}

	@Override
	public Answer answer(CorsRequest request) {
		Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		int status = Answer.PASSED_ON.status();
		for (Respondent respondent : this.respondents) {
			// Spring's processors leave alone what has been answered
			boolean answered = headers.containsKey(CorsHeaders.ALLOW_ORIGIN);
			Answer answer = answered ? Answer.PASSED_ON : respondent.answer(request);
			headers.putAll(answer.headers());
			status = answer.status();
			if (!answer.passedOn()) {
				return new Answer(status, headers, false);
			}
		}
		return new Answer(status, headers, true);
	}

}
