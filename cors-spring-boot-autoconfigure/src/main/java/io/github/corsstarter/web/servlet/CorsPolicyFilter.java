package io.github.corsstarter.web.servlet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;

import io.github.corsstarter.policy.CorsDecision;
import io.github.corsstarter.policy.CorsDecisionListener;
import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.web.EarlierHeaders;
import io.github.corsstarter.web.ReportedDecisions;
import io.github.corsstarter.web.TenantAttribute;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.WebUtils;

/**
 * Obeys the {@link CorsPolicies} on the servlet stack: answers preflights, refuses what
 * is not allowed, and lets everything else through with the headers of the decision.
 * <p>
 * Register it for the dispatcher types {@code REQUEST}, {@code ASYNC}, {@code ERROR} and
 * {@code FORWARD}, ahead of security and behind whatever evaluates forwarded headers. A
 * request is decided once; the other dispatches carry on with that decision, on an error
 * page as well.
 */
public class CorsPolicyFilter implements Filter {

	private static final String DECISION = CorsPolicyFilter.class.getName() + ".DECISION";

	private static final int NO_CONTENT = 204;

	private static final int FIRST_ERROR = 400;

	private final ReportedDecisions<HttpServletRequest> decisions;

	private final EarlierHeaders earlierHeaders = new EarlierHeaders();

	/**
	 * Create a filter.
	 * @param policies what decides
	 * @param listener is told once of each CORS request on a governed path
	 */
	public CorsPolicyFilter(CorsPolicies policies, CorsDecisionListener listener) {
		this(policies, listener, (request, decision) -> {
		});
	}

	/**
	 * Create a filter whose decisions are observed.
	 * @param policies what decides
	 * @param listener is told once of each CORS request on a governed path
	 * @param observation is told of the same requests, as they came to the filter
	 */
	public CorsPolicyFilter(CorsPolicies policies, CorsDecisionListener listener,
			BiConsumer<? super HttpServletRequest, CorsDecision> observation) {
		this.decisions = new ReportedDecisions<>(policies, listener, observation);
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		if (request instanceof HttpServletRequest httpRequest && response instanceof HttpServletResponse httpResponse) {
			doFilter(httpRequest, httpResponse, chain);
		}
		else {
			chain.doFilter(request, response);
		}
	}

	private void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		if (isObeyed(response)) {
			chain.doFilter(request, response);
			return;
		}
		CorsDecision taken = decision(request);
		CorsDecision decision = (taken != null) ? taken : decide(request);
		if (decision.outcome() == CorsDecision.Outcome.NOT_GOVERNED) {
			proceed(request, response, decision, chain);
			return;
		}
		if (request.getDispatcherType() == DispatcherType.REQUEST) {
			this.earlierHeaders.lookFor(request.getRequestURI(), decision, response::containsHeader);
		}
		HttpServletResponse obeying = new PolicyResponse(response, decision);
		if (decision.isFinal() && request.getDispatcherType() != DispatcherType.ERROR) {
			answer(response, decision);
		}
		else {
			proceed(new PolicyRequest(request, obeying), obeying, decision, chain);
		}
	}

	/**
	 * Goes on with a request. A decision that the path alone decides is remembered only
	 * where another dispatch may follow that does not pass the response on: other
	 * policies may be in force by then.
	 */
	private static void proceed(HttpServletRequest request, HttpServletResponse response, CorsDecision decision,
			FilterChain chain) throws IOException, ServletException {
		boolean completed = false;
		try {
			chain.doFilter(request, response);
			completed = true;
		}
		finally {
			boolean last = completed && response.getStatus() < FIRST_ERROR
					&& !(request.isAsyncSupported() && request.isAsyncStarted());
			if (!last && decision(request) == null) {
				request.setAttribute(DECISION, decision);
			}
		}
	}

	/**
	 * Decides a request.
	 */
	private CorsDecision decide(HttpServletRequest request) {
		CorsDecision decision = this.decisions.decide(request, ServletCorsRequests.of(request));
		switch (decision.outcome()) {
			case NOT_GOVERNED, NO_ORIGIN -> {
			}
			case SAME_ORIGIN, NAVIGATION, LISTED_FORM, ALLOWED, REJECTED -> request.setAttribute(DECISION, decision);
		}
		if (decision.tenant() != null) {
			request.setAttribute(TenantAttribute.NAME, decision.tenant());
		}
		return decision;
	}

	/**
	 * Return the decision about a request that has passed the filter.
	 * @param request the request
	 * @return the decision, or {@code null} if there is none, or none but what the path
	 * decides alone
	 */
	static @Nullable CorsDecision decision(HttpServletRequest request) {
		return (request.getAttribute(DECISION) instanceof CorsDecision decision) ? decision : null;
	}

	private static boolean isObeyed(HttpServletResponse response) {
		return WebUtils.getNativeResponse(response, PolicyResponse.class) != null;
	}

	private static void answer(HttpServletResponse response, CorsDecision decision) throws IOException {
		response.setStatus(decision.status());
		String body = decision.body();
		if (body != null) {
			byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
			response.setContentType("text/plain");
			response.setContentLength(bytes.length);
			response.getOutputStream().write(bytes);
		}
		else if (decision.status() != NO_CONTENT) {
			response.setContentLength(0);
		}
	}

}
