package io.github.corsstarter.web.servlet;

import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.web.TestPolicies;
import io.github.corsstarter.wire.RawReply;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.server.ResponseStatusException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CorsPolicyFilter} whose policies are replaced between two dispatches
 * of a request.
 */
class ReplacedPoliciesTests {

	@ParameterizedTest
	@CsvSource({ "/missing,404", "/unavailable,503", "/later,200", "/unavailable-later,503" })
	void requestThatBeganUngovernedRemainsSo(String path, int status) {
		CorsPolicies policies = TestPolicies.inTurn(TestPolicies.table(TestPolicies.policy("elsewhere", "/elsewhere")),
				TestPolicies.table(TestPolicies.policy("everywhere", "/**").allowedOrigins("https://app.example")));
		try (ServletServer server = ServletServer.start(policies, Controller.class)) {
			RawReply reply = server.send("GET " + path, "Origin: https://other.example");
			assertThat(reply.status()).isEqualTo(status);
			assertThat(reply.vary()).doesNotContain("Origin");
			assertThat(server.send("GET " + path, "Origin: https://other.example").status()).isEqualTo(403);
		}
	}

	@RestController
	static class Controller {

		@GetMapping("/unavailable")
		void unavailable() {
			throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
		}

		@GetMapping("/later")
		DeferredResult<String> later() {
			DeferredResult<String> result = new DeferredResult<>();
			new Thread(() -> result.setResult("ok")).start();
			return result;
		}

		@GetMapping("/unavailable-later")
		DeferredResult<String> unavailableLater() {
			DeferredResult<String> result = new DeferredResult<>();
			new Thread(() -> result.setErrorResult(new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE)))
				.start();
			return result;
		}

	}

}
