package io.github.corsstarter.sample;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.WebDriverWait;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Opens the shop's page in Chromium and reads what the browser let it read.
 */
@ExtendWith(Chromium.class)
class BrowserIT {

	/** What each row has to show; here again, so that the page cannot expect less. */
	private static final Map<String, String> OUTCOMES = new LinkedHashMap<>();

	static {
		Stream
			.of("simple-get", "exposed-header", "post", "put", "delete", "allowed-header", "log-in", "with-credentials",
					"without-credentials")
			.forEach((id) -> OUTCOMES.put(id, "readable"));
		Stream.of("header-not-allowed", "method-not-allowed", "unknown-origin", "ungoverned")
			.forEach((id) -> OUTCOMES.put(id, "blocked"));
		OUTCOMES.put("catalog", "readable");
		OUTCOMES.put("catalog-unknown-origin", "readable");
		OUTCOMES.put("catalog-hidden-header", "hidden");
		OUTCOMES.put("catalog-with-credentials", "blocked");
		OUTCOMES.put("same-origin", "readable");
	}

	private final WebDriver browser;

	BrowserIT(WebDriver browser) {
		this.browser = browser;
	}

	@ParameterizedTest
	@ValueSource(strings = { "default", "dev", "reactive", "dev,reactive" })
	void everyRequestOfThePageGoesAsExpected(String profiles) {
		try (RunningShop shop = RunningShop.start(profiles)) {
			Map<String, String> outcomes = outcomesAt("127.0.0.1", shop);
			assertThat(outcomes).containsExactlyEntriesOf(OUTCOMES);
			assertThat(this.browser.findElements(By.cssSelector("tr[data-passed='true']")))
				.hasSameSizeAs(OUTCOMES.keySet());
			assertThat(this.browser.findElement(By.id("summary")).getText()).contains("All " + OUTCOMES.size());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "prod", "prod,reactive" })
	void productionShowsThePageOnlyThePublicCatalog(String profiles) {
		try (RunningShop shop = RunningShop.start(profiles)) {
			Map<String, String> outcomes = outcomesAt("127.0.0.1", shop);
			List<String> readable = outcomes.keySet()
				.stream()
				.filter((id) -> !"blocked".equals(outcomes.get(id)))
				.toList();
			assertThat(readable).containsExactly("catalog", "catalog-unknown-origin", "catalog-hidden-header",
					"same-origin");
		}
	}

	@Test
	void pageOpenedAtLocalhostMovesToTheOtherOrigin() {
		try (RunningShop shop = RunningShop.start("default")) {
			assertThat(outcomesAt("localhost", shop)).containsExactlyEntriesOf(OUTCOMES);
			assertThat(this.browser.getCurrentUrl()).startsWith("http://127.0.0.1:");
		}
	}

	private Map<String, String> outcomesAt(String host, RunningShop shop) {
		this.browser.get("http://" + host + ":" + shop.port() + "/");
		new WebDriverWait(this.browser, Duration.ofSeconds(60))
			.until((page) -> !page.findElements(By.cssSelector("body[data-done='true']")).isEmpty());
		Map<String, String> outcomes = new LinkedHashMap<>();
		for (WebElement row : this.browser.findElements(By.cssSelector("tr[data-expected]"))) {
			outcomes.put(row.getDomAttribute("id"), row.getDomAttribute("data-outcome"));
		}
		return outcomes;
	}

}
