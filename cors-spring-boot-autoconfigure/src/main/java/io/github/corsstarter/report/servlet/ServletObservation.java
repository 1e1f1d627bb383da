package io.github.corsstarter.report.servlet;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.corsstarter.policy.CorsHeaders;
import io.github.corsstarter.policy.PolicyTable;
import io.github.corsstarter.report.FailsafeReport;
import io.github.corsstarter.report.ObservedRequest;
import io.github.corsstarter.validation.source.Answer;
import io.github.corsstarter.web.servlet.ServletCorsRequests;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * A request that is being answered. It is reported once, when nothing will change the
 * answer any more.
 */
final class ServletObservation implements AsyncListener {

	private static final String ATTRIBUTE = ServletObservation.class.getName();

	private static final int FIRST_ERROR = 400;

	private final FailsafeReport report;

	private final PolicyTable reporting;

	private final HttpServletResponse response;

	private final AtomicBoolean reported = new AtomicBoolean();

	private volatile ObservedRequest request;

	private volatile boolean called;

	private volatile boolean failed;

	private volatile boolean errorDispatched;

	private ServletObservation(FailsafeReport report, PolicyTable reporting, HttpServletRequest request,
			HttpServletResponse response) {
		this.report = report;
		this.reporting = reporting;
		this.request = observed(request);
		this.response = response;
	}

	static ServletObservation start(FailsafeReport report, PolicyTable reporting, HttpServletRequest request,
			HttpServletResponse response) {
		ServletObservation observation = new ServletObservation(report, reporting, request, response);
		request.setAttribute(ATTRIBUTE, observation);
		return observation;
	}

	static @Nullable ServletObservation of(ServletRequest request) {
		return (request.getAttribute(ATTRIBUTE) instanceof ServletObservation observation) ? observation : null;
	}

	private static ObservedRequest observed(HttpServletRequest request) {
		return new ObservedRequest(ServletCorsRequests.of(request),
				request.getHeader("Cookie") != null || request.getHeader("Authorization") != null);
	}

	/**
	 * Takes the request as the policies see it, after forwarded headers.
	 */
	void seen(HttpServletRequest request) {
		this.request = observed(request);
	}

	void called() {
		this.called = true;
	}

	void failed() {
		this.failed = true;
	}

	void errorDispatched() {
		this.errorDispatched = true;
	}

	/**
	 * Return whether an error page may still be written over the answer.
	 */
	boolean isError() {
		return this.failed || this.response.getStatus() >= FIRST_ERROR;
	}

	/**
	 * Return whether an error page is to come, where servers say that the request is over
	 * before they write it.
	 */
	boolean awaitsErrorPage(ServletRequest request) {
		if (this.errorDispatched) {
			return false;
		}
		boolean sent = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) != null;
		return sent || (this.failed && this.response.getStatus() < FIRST_ERROR && !this.response.isCommitted());
	}

	void finish() {
		if (this.reported.compareAndSet(false, true)) {
			this.report.add(this.reporting, this.request, this::answer);
		}
	}

	private Answer answer() {
		Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		for (String name : CorsHeaders.RESPONSE_HEADERS_AND_TIMING) {
			if (this.response.containsHeader(name)) {
				headers.put(name, String.join(", ", this.response.getHeaders(name)));
			}
		}
		return new Answer((this.failed && !this.errorDispatched) ? 500 : this.response.getStatus(), headers,
				this.called);
	}

	@Override
	public void onComplete(AsyncEvent event) {
		finish();
	}

	@Override
	public void onTimeout(AsyncEvent event) {
		// It completes afterwards
	}

	@Override
	public void onError(AsyncEvent event) {
		// It completes afterwards
	}

	@Override
	public void onStartAsync(AsyncEvent event) {
		event.getAsyncContext().addListener(this);
	}

}
