package io.github.corsstarter.reload;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;

import io.github.corsstarter.autoconfigure.TestEnvironment;
import io.github.corsstarter.config.CorsPropertiesReader;
import io.github.corsstarter.config.CorsSettings;
import io.github.corsstarter.policy.CorsDecision;
import io.github.corsstarter.policy.CorsPolicy;
import io.github.corsstarter.policy.CorsRequest;
import io.github.corsstarter.validation.subject.ValidationInput;
import io.github.corsstarter.web.PathPatternMapping;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Policies and the case of their paths change in any order, and nothing is lost.
 */
class PoliciesInForceTests {

	private static final int ROUNDS = Math.min(2000, Integer.getInteger("cors.test.rounds", 2000));

	private final CorsSettings old = settings("https://old.example.com");

	private final CorsSettings latest = settings("https://new.example.com");

	@Test
	void noCapitalEscapesPoliciesThatWereReadBeforeCaseLostItsMeaning() {
		Origins origins = new Origins();
		PoliciesInForce policies = new PoliciesInForce(this.old, paths(this.old), origins);
		PathPatternMapping judged = policies.state().paths().withPolicies(this.latest.compile());
		origins.meanwhile = policies::ignoreCase;
		policies.replace(this.latest, judged);
		assertLatestInAnyCase(policies);
	}

	@Test
	void neitherNewPoliciesNorTheMeaningOfCaseIsLost() throws Exception {
		for (int round = 0; round < ROUNDS; round++) {
			PoliciesInForce policies = new PoliciesInForce(this.old, paths(this.old), new Origins());
			CyclicBarrier start = new CyclicBarrier(2);
			FutureTask<Void> reload = new FutureTask<>(() -> {
				start.await();
				policies.replace(this.latest, paths(this.latest));
				return null;
			});
			new Thread(reload).start();
			start.await();
			policies.ignoreCase();
			reload.get();
			assertLatestInAnyCase(policies);
		}
	}

	private static void assertLatestInAnyCase(PoliciesInForce policies) {
		assertThat(policies.current().isCaseSensitive()).isFalse();
		CorsRequest request = CorsRequest.builder("GET", "/Admin/x").origin("https://new.example.com").build();
		assertThat(policies.current().decide(request).outcome()).isEqualTo(CorsDecision.Outcome.ALLOWED);
		CorsRequest revoked = CorsRequest.builder("GET", "/Admin/x").origin("https://old.example.com").build();
		assertThat(policies.current().decide(revoked).outcome()).isEqualTo(CorsDecision.Outcome.REJECTED);
	}

	private static CorsSettings settings(String origin) {
		return new CorsPropertiesReader(
				new TestEnvironment().yaml("cors: {paths: /admin/**, allowed-origins: '" + origin + "'}"))
			.read();
	}

	private static PathPatternMapping paths(CorsSettings settings) {
		return PathPatternMapping.of(settings.compile(), List.of());
	}

	private static final class Origins implements PolicyOrigins {

		private Runnable meanwhile = () -> {
		};

		@Override
		public ValidationInput check(ValidationInput input) {
			return input;
		}

		@Override
		public List<CorsPolicy> compile(CorsSettings settings) {
			return settings.compile();
		}

		@Override
		public void change(List<CorsPolicy> policies, Runnable takeOver) {
			this.meanwhile.run();
			takeOver.run();
		}

	}

}
