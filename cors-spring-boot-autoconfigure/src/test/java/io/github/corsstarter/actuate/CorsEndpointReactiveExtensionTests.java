package io.github.corsstarter.actuate;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.corsstarter.validation.report.ValidationReport;
import io.github.corsstarter.validation.source.ApplicationReport;
import org.junit.jupiter.api.Test;
import reactor.core.scheduler.Schedulers;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CorsEndpointReactiveExtension}.
 */
class CorsEndpointReactiveExtensionTests {

	private static final ValidationReport CLEAN = new ValidationReport(false, List.of("dev"), List.of());

	private boolean blocking;

	@Test
	void viewMayTakeLongWithoutHoldingUpOtherRequests() {
		CorsEndpoint endpoint = new CorsEndpoint(null, () -> new ApplicationReport(CLEAN, List.of()), null,
				new CorsRejections(Clock.systemUTC()), (inForce) -> {
					throw new IllegalStateException("Not asked for");
				}, Map.of("migration", this::slowly), () -> null);
		WebEndpointResponse<OperationResponseBody> response = new CorsEndpointReactiveExtension(endpoint,
				new MockEnvironment())
			.view("migration", null, null, null, null, null, null)
			.subscribeOn(Schedulers.parallel())
			.block();
		assertThat(Objects.requireNonNull(response).getStatus()).isEqualTo(WebEndpointResponse.STATUS_OK);
		assertThat(this.blocking).isTrue();
	}

	private Map<String, Object> slowly() {
		this.blocking = !Schedulers.isInNonBlockingThread();
		return Map.of();
	}

}
