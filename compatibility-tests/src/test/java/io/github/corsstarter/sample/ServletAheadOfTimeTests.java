package io.github.corsstarter.sample;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The shop on Spring MVC, processed ahead of time.
 */
class ServletAheadOfTimeTests extends AbstractBookshopTests {

	private static @Nullable AheadOfTimeShop shop;

	@BeforeAll
	static void start() {
		shop = AheadOfTimeShop.start("servlet");
	}

	@AfterAll
	static void stop() {
		if (shop != null) {
			shop.close();
		}
	}

	@Override
	int port() {
		return (shop != null) ? shop.port() : 0;
	}

	@Override
	List<String> varyOfStaticFiles() {
		return ServletBookshopTests.varyOfStaticFilesOnSpringMvc();
	}

	@Test
	void brokenRefusesToStart() {
		BookshopProcess process = BookshopProcess.run(AheadOfTimeShop.options("servlet"), Map.of(), "prod,broken");
		assertThat(process.exitCode()).isNotZero();
		assertThat(process.output())
			.contains("Starting AOT-processed BookshopApplication", "APPLICATION FAILED TO START", "8 problems",
					"cors.allowed-origins[1] = http://localhost:5173", "application-broken.yml] - 11:7",
					"https://bookshop-*.vercel.app")
			.doesNotContain("was already in use");
	}

	@Test
	void disabledAtRunTimeIsNeitherJudgedNorRegistered() {
		BookshopProcess process = BookshopProcess.run(AheadOfTimeShop.options("servlet"),
				Map.of("CORS_ENABLED", "false"), "prod,broken");
		assertThat(process.output()).contains("was already in use").doesNotContain("The CORS policy is not");
	}

}
