package io.github.corsstarter.sample;

import java.nio.file.Files;
import java.nio.file.Path;

import io.github.corsstarter.comparison.snapshot.CorsSnapshot;
import io.github.corsstarter.sample.PackagedShop.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the packaged shop says about its policies without being started, beside
 * {@link CheckIT}.
 */
class CommandLineIT {

	private static final Path APPROVED = Path.of("src", "test", "cors");

	@TempDir
	Path directory;

	private PackagedShop shop;

	@BeforeEach
	void find() {
		this.shop = new PackagedShop(this.directory);
	}

	@Test
	void snapshotIsThatOfTheRunningShopAndTheApprovedOne() throws Exception {
		Ended snapshot = this.shop.ask("snapshot", "--profiles=staging");
		assertThat(snapshot.status()).isZero();
		assertThat(snapshot.out()).isEqualTo(Files.readString(APPROVED.resolve("staging.cors.json")));
		try (RunningShop running = RunningShop.start("staging")) {
			String body = running.client().send("GET", "/actuator/cors/snapshot").body();
			assertThat(CorsSnapshot.parse(body).toJson()).isEqualTo(snapshot.out());
		}
	}

	@Test
	void diffTellsWhatWidened() throws Exception {
		String approved = APPROVED.resolve("prod.cors.json").toString();
		Ended equal = this.shop.ask("diff", "--profiles=prod", approved);
		assertThat(equal.out()).isEqualTo("The CORS policies allow the same as before.\n");
		assertThat(equal.status()).isZero();
		Ended wider = this.shop.ask("diff", "--profiles=prod",
				"--cors.allowed-origin-patterns=https://*.bookshop.example.com", "--format=markdown", approved);
		assertThat(wider.out()).startsWith("### CORS policies: wider\n")
			.contains("- A page of `https://x.bookshop.example.com` can now call `GET /api` with credentials "
					+ "and read the response (policy 'base', by `https://*.bookshop.example.com`).\n");
		assertThat(wider.status()).isEqualTo(2);
	}

}
