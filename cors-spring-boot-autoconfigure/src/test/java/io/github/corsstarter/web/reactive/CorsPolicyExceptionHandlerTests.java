package io.github.corsstarter.web.reactive;

import java.util.List;

import io.github.corsstarter.policy.CorsDecisionListener;
import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.web.TestPolicies;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.core.OrderComparator;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CorsPolicyExceptionHandler}.
 */
class CorsPolicyExceptionHandlerTests {

	private static final CorsPolicies POLICIES = TestPolicies
		.policies(TestPolicies.policy("api", "/api/**").allowedOrigins("https://app.example"));

	private final IllegalStateException error = new IllegalStateException("failure");

	private final MockServerWebExchange exchange = MockServerWebExchange
		.from(MockServerHttpRequest.get("http://localhost/api/x").header("Origin", "https://app.example"));

	@Test
	void leavesTheErrorToOthers() {
		assertThat(handle((request, decision) -> {
		})).isSameAs(this.error).hasNoSuppressedExceptions();
		assertThat(this.exchange.getResponse().getStatusCode()).isNull();
		assertThat(this.exchange.getResponse().getHeaders().getFirst("Access-Control-Allow-Origin"))
			.isEqualTo("https://app.example");
	}

	@Test
	void failureOfListenerDoesNotReplaceTheError() {
		assertThat(handle((request, decision) -> {
			throw new IllegalStateException("listener");
		})).isSameAs(this.error);
	}

	@Test
	void isAskedFirst() {
		Ordered other = () -> Ordered.HIGHEST_PRECEDENCE;
		CorsPolicyExceptionHandler handler = handler((request, decision) -> {
		});
		assertThat(handler).isInstanceOf(PriorityOrdered.class);
		assertThat(List.of(other, handler).stream().sorted(OrderComparator.INSTANCE)).containsExactly(handler, other);
	}

	private Throwable handle(CorsDecisionListener listener) {
		return handler(listener).handle(this.exchange, this.error)
			.then(Mono.<Throwable>empty())
			.onErrorResume(Mono::just)
			.blockOptional()
			.orElseThrow();
	}

	private static CorsPolicyExceptionHandler handler(CorsDecisionListener listener) {
		return new CorsPolicyExceptionHandler(new CorsPolicyWebFilter(POLICIES, listener, 0));
	}

}
