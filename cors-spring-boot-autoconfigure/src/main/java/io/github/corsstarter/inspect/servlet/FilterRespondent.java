package io.github.corsstarter.inspect.servlet;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.corsstarter.policy.CorsRequest;
import io.github.corsstarter.validation.source.Answer;
import io.github.corsstarter.validation.source.Respondent;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;

import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * A filter that is asked alone: what it passes on reaches nobody.
 *
 * @param filter the filter
 * @param servletPath the path of the dispatcher servlet
 */
record FilterRespondent(Filter filter, ServletPath servletPath) implements Respondent {

	/**
	 * Lets a source be asked that a handler mapping uses.
	 * @param source the source, which may look at the parsed path
	 * @return what answers as the mapping would
	 */
	static FilterRespondent ofMapping(CorsConfigurationSource source) {
		return new FilterRespondent(new CorsFilter((request) -> {
			ServletRequestPathUtils.parseAndCache(request);
			return source.getCorsConfiguration(request);
		}), ServletPath.ROOT);
	}

	@Override
	public Answer answer(CorsRequest request) {
		return send(this.filter, new ProbeRequest(request, this.servletPath));
	}

	/**
	 * Sends a request to a filter.
	 * @param filter the filter
	 * @param probe the request
	 * @return the answer
	 * @throws RuntimeException whatever the filter throws
	 */
	static Answer send(Filter filter, ProbeRequest probe) {
		ProbeResponse response = new ProbeResponse();
		AtomicBoolean passedOn = new AtomicBoolean();
		try {
			filter.doFilter(probe.asRequest(), response.asResponse(), (request, passed) -> passedOn.set(true));
		}
		catch (IOException | ServletException ex) {
			throw new IllegalStateException(ex);
		}
		return response.answer(passedOn.get());
	}

}
