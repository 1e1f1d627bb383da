package io.github.corsstarter.report.servlet;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import io.github.corsstarter.policy.CorsHeaders;
import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.policy.PolicyTable;
import io.github.corsstarter.report.CorsReport;
import io.github.corsstarter.report.FailsafeReport;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * Observes the answers to CORS requests, and has them compared with what the report-only
 * policies would decide. It changes nothing, and wraps nothing. While no policy is
 * report-only, requests pass by.
 * <p>
 * Register it ahead of every other filter, for the dispatcher types {@code REQUEST} and
 * {@code ERROR}, and as a listener too: an error page may be written when all filters are
 * done.
 */
public class CorsReportFilter implements Filter, ServletRequestListener {

	private final CorsPolicies policies;

	private final Supplier<CorsReport> report;

	private final AtomicBoolean failed = new AtomicBoolean();

	private volatile boolean listening;

	/**
	 * Create a filter.
	 * @param policies the policies in force
	 * @param report takes what was answered; not asked for while no policy is report-only
	 */
	public CorsReportFilter(CorsPolicies policies, Supplier<CorsReport> report) {
		this.policies = policies;
		this.report = report;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		PolicyTable reporting = reporting();
		if (reporting == null) {
			chain.doFilter(request, response);
		}
		else if (request.getDispatcherType() == DispatcherType.ERROR) {
			onErrorPage(request, response, chain);
		}
		else if (request instanceof HttpServletRequest httpRequest
				&& response instanceof HttpServletResponse httpResponse
				&& httpRequest.getHeader(CorsHeaders.ORIGIN) != null) {
			FailsafeReport failsafe = new FailsafeReport(this.report, this.failed);
			observe(ServletObservation.start(failsafe, reporting, httpRequest, httpResponse), request, response, chain);
		}
		else {
			chain.doFilter(request, response);
		}
	}

	private @Nullable PolicyTable reporting() {
		return this.policies.table().reportOnly();
	}

	private @Nullable ServletObservation observation(ServletRequest request) {
		return (reporting() != null) ? ServletObservation.of(request) : null;
	}

	private void observe(ServletObservation observation, ServletRequest request, ServletResponse response,
			FilterChain chain) throws IOException, ServletException {
		boolean completed = false;
		try {
			chain.doFilter(request, response);
			completed = true;
		}
		finally {
			if (!completed) {
				observation.failed();
			}
			if (request.isAsyncStarted()) {
				request.getAsyncContext().addListener(observation);
			}
			else if (!this.listening || !observation.isError()) {
				observation.finish();
			}
		}
	}

	private static void onErrorPage(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		ServletObservation observation = ServletObservation.of(request);
		if (observation == null) {
			chain.doFilter(request, response);
			return;
		}
		observation.errorDispatched();
		try {
			chain.doFilter(request, response);
		}
		finally {
			if (!request.isAsyncStarted()) {
				observation.finish();
			}
		}
	}

	/**
	 * Takes the request of an observation as it is here. Register this where the policies
	 * decide.
	 * @param request the request
	 * @param response the response
	 * @param chain what follows
	 * @throws IOException if what follows does
	 * @throws ServletException if what follows does
	 */
	public void see(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		ServletObservation observation = observation(request);
		if (observation != null && request instanceof HttpServletRequest httpRequest) {
			observation.seen(httpRequest);
		}
		chain.doFilter(request, response);
	}

	/**
	 * Notes that the application is called. Register this behind every other filter.
	 * @param request the request
	 * @param response the response
	 * @param chain what follows
	 * @throws IOException if what follows does
	 * @throws ServletException if what follows does
	 */
	public void call(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		ServletObservation observation = observation(request);
		if (observation != null) {
			observation.called();
		}
		chain.doFilter(request, response);
	}

	@Override
	public void requestInitialized(ServletRequestEvent event) {
		if (!this.listening) {
			this.listening = true;
		}
	}

	@Override
	public void requestDestroyed(ServletRequestEvent event) {
		ServletRequest request = event.getServletRequest();
		ServletObservation observation = observation(request);
		if (observation != null && !request.isAsyncStarted() && !observation.awaitsErrorPage(request)) {
			observation.finish();
		}
	}

}
