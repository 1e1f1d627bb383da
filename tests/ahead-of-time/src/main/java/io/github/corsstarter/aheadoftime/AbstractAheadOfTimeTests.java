package io.github.corsstarter.aheadoftime;

import java.util.Map;

import io.github.corsstarter.sample.AbstractBookshopTests;
import io.github.corsstarter.sample.BookshopProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the shop answers when it was processed ahead of time, and how it starts, whatever
 * the stack it was processed for.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class AbstractAheadOfTimeTests extends AbstractBookshopTests {

	private final String stack;

	private final String brokenProfiles;

	private final AheadOfTimeShop shop;

	AbstractAheadOfTimeTests(String stack, String brokenProfiles) {
		this.stack = stack;
		this.brokenProfiles = brokenProfiles;
		this.shop = AheadOfTimeShop.start(stack);
	}

	@AfterAll
	void stop() {
		this.shop.close();
	}

	@Override
	protected int port() {
		return this.shop.port();
	}

	@Test
	void brokenRefusesToStart() {
		BookshopProcess process = runBroken(Map.of());
		assertThat(process.exitCode()).isNotZero();
		assertThat(process.output())
			.contains(AheadOfTimeShop.STARTING, "APPLICATION FAILED TO START", "8 problems",
					"cors.allowed-origins[1] = http://localhost:5173", "https://bookshop-*.vercel.app")
			.containsPattern("class path resource \\[application-broken\\.yml]( from \\S+\\.jar)? - 11:7")
			.doesNotContain("was already in use");
	}

	@Test
	void disabledAtRunTimeIsNeitherJudgedNorRegistered() {
		BookshopProcess process = runBroken(Map.of("CORS_ENABLED", "false"));
		assertThat(process.output()).contains("was already in use").doesNotContain("The CORS policy is not");
	}

	private BookshopProcess runBroken(Map<String, String> environment) {
		return BookshopProcess.run(AheadOfTimeShop.options(this.stack), environment, this.brokenProfiles);
	}

}
