package io.github.corsstarter.report;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.policy.CorsRequest;
import io.github.corsstarter.policy.Enforcement;
import io.github.corsstarter.report.reactive.CorsReportHandlerDecorator;
import io.github.corsstarter.report.servlet.CorsReportFilter;
import io.github.corsstarter.validation.source.Answer;
import io.github.corsstarter.web.TestPolicies;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requests do not notice what fails in the report.
 */
class FailedReportTests {

	private static final String PAGE = "https://app.example.com";

	private final CorsPolicies policies = TestPolicies
		.policies(TestPolicies.policy("next", "/**").allowedOrigins(PAGE).enforcement(Enforcement.REPORT_ONLY));

	private final Supplier<CorsReport> failing = () -> {
		throw new IllegalStateException("No report today");
	};

	@Test
	void servletRequestIsAnswered() throws Exception {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/x");
		request.addHeader("Origin", PAGE);
		MockFilterChain application = new MockFilterChain();
		new CorsReportFilter(this.policies, this.failing).doFilter(request, new MockHttpServletResponse(), application);
		assertThat(application.getRequest()).isSameAs(request);
	}

	@Test
	void reactiveRequestIsAnswered() {
		MockServerHttpResponse response = new MockServerHttpResponse();
		new CorsReportHandlerDecorator(this.policies, this.failing, UnaryOperator.identity())
			.apply((request, answered) -> Mono.fromRunnable(() -> answered.setStatusCode(HttpStatus.ACCEPTED)))
			.handle(MockServerHttpRequest.get("/x").header("Origin", PAGE).build(), response)
			.block();
		assertThat(response.getStatusCode()).isEqualTo(HttpStatus.ACCEPTED);
	}

	@Test
	void listenerThatFailsKeepsNoOtherFromBeingTold() {
		List<ReportedChange> told = new ArrayList<>();
		CorsReport report = new CorsReport(this.policies, Clock.systemUTC(), (policy, type, change) -> {
			throw new IllegalStateException("Not today");
		}, (policy, type, change) -> told.add(change));
		report.add(Objects.requireNonNull(this.policies.table().reportOnly()),
				new ObservedRequest(CorsRequest.builder("GET", "/x").origin(PAGE).build(), false), Answer.PASSED_ON);
		assertThat(told).hasSize(1);
	}

}
