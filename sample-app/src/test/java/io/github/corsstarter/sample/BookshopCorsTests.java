package io.github.corsstarter.sample;

import io.github.corsstarter.policy.RejectionReason;
import io.github.corsstarter.test.ConfiguredCors;
import org.junit.jupiter.api.Test;

import static io.github.corsstarter.test.CorsAssertions.assertThat;

/**
 * What the shop's profiles allow, judged without starting the shop.
 */
class BookshopCorsTests {

	private static final ConfiguredCors PROD = profiles("prod");

	private static final ConfiguredCors STAGING = profiles("staging");

	private static ConfiguredCors profiles(String... profiles) {
		return ConfiguredCors.of(BookshopApplication.class).profiles(profiles).load();
	}

	@Test
	void prodStarts() {
		assertThat(PROD).isAccepted();
	}

	@Test
	void prodLetsTheShopInAlone() {
		assertThat(PROD).from("https://bookshop.example.com")
			.withCredentials()
			.mayCall("PUT", "/api/books/1")
			.withHeaders("Content-Type", "X-Request-Id");
		assertThat(PROD).from("https://bookshop.example.com")
			.mayNotCall("PATCH", "/api/books/1")
			.because(RejectionReason.METHOD_NOT_ALLOWED);
		assertThat(PROD).from("https://evil.example")
			.mayNotCall("GET", "/api/books")
			.because(RejectionReason.ORIGIN_NOT_ALLOWED);
		assertThat(PROD).path("/api/**").acceptsOnlyOriginsOf("bookshop.example.com");
	}

	@Test
	void catalogIsOpen() {
		assertThat(PROD).path("/catalog/**").isOpen();
	}

	@Test
	void noDeployedProfileLetsPagesOfThisMachineIn() {
		assertThat(PROD).path("/api/**").acceptsNoLoopbackOrigin();
		assertThat(STAGING).path("/api/**").acceptsNoLoopbackOrigin();
	}

	@Test
	void originOfTheEnvironmentIsJudgedToo() {
		ConfiguredCors prod = ConfiguredCors.of(BookshopApplication.class)
			.profiles("prod")
			.environmentVariable("CORS_ALLOWED_ORIGINS", "http://localhost:5173")
			.load();
		assertThat(prod).isRefusedBecauseOf("localhost-origin");
	}

	@Test
	void prodAllowsWhatWasApproved() {
		assertThat(PROD).matchesApproved();
	}

	@Test
	void stagingAllowsNoMoreThanWasApproved() {
		assertThat(STAGING).isAccepted().doesNotWiden();
	}

}
