package io.github.corsstarter.report.reactive;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.corsstarter.policy.CorsHeaders;
import io.github.corsstarter.policy.PolicyTable;
import io.github.corsstarter.report.FailsafeReport;
import io.github.corsstarter.report.ObservedRequest;
import io.github.corsstarter.validation.source.Answer;
import io.github.corsstarter.web.reactive.HeaderLines;

import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;

/**
 * A request that is being answered.
 */
final class ReactiveObservation {

	private static final int OK = 200;

	private final FailsafeReport report;

	private final PolicyTable reporting;

	private final ObservedRequest request;

	private final AtomicBoolean finished = new AtomicBoolean();

	private volatile boolean called;

	ReactiveObservation(FailsafeReport report, PolicyTable reporting, ObservedRequest request) {
		this.report = report;
		this.reporting = reporting;
		this.request = request;
	}

	void called() {
		this.called = true;
	}

	void finish(ServerHttpResponse response) {
		if (this.finished.compareAndSet(false, true)) {
			this.report.add(this.reporting, this.request, () -> answer(response));
		}
	}

	private Answer answer(ServerHttpResponse response) {
		Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		for (String name : CorsHeaders.RESPONSE_HEADERS_AND_TIMING) {
			String value = HeaderLines.joined(response.getHeaders(), name);
			if (value != null) {
				headers.put(name, value);
			}
		}
		HttpStatusCode status = response.getStatusCode();
		return new Answer((status != null) ? status.value() : OK, headers, this.called);
	}

}
