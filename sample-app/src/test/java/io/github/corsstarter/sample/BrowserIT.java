package io.github.corsstarter.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.github.corsstarter.browser.Chromium;
import io.github.corsstarter.browser.Patience;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.Rectangle;
import org.openqa.selenium.TakesScreenshot;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chromium.HasCdp;
import org.openqa.selenium.support.ui.Select;

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

	private static final Map<String, RunningShop> SHOPS = new HashMap<>();

	private final WebDriver browser;

	BrowserIT(WebDriver browser) {
		this.browser = browser;
	}

	@AfterAll
	static void closeShops() {
		SHOPS.values().forEach(RunningShop::close);
	}

	private static RunningShop running(String profiles) {
		return SHOPS.computeIfAbsent(profiles, RunningShop::start);
	}

	@ParameterizedTest
	@ValueSource(strings = { "default", "dev", "reactive", "dev,reactive" })
	void everyRequestOfThePageGoesAsExpected(String profiles) {
		RunningShop shop = running(profiles);
		Map<String, String> outcomes = outcomesAt("127.0.0.1", shop);
		assertThat(outcomes).containsExactlyEntriesOf(OUTCOMES);
		assertThat(this.browser.findElements(By.cssSelector("tr[data-passed='true']")))
			.hasSameSizeAs(OUTCOMES.keySet());
		assertThat(this.browser.findElement(By.id("summary")).getText()).contains("All " + OUTCOMES.size());
	}

	@ParameterizedTest
	@ValueSource(strings = { "prod", "prod,reactive" })
	void productionShowsThePageOnlyThePublicCatalog(String profiles) {
		RunningShop shop = running(profiles);
		Map<String, String> outcomes = outcomesAt("127.0.0.1", shop);
		List<String> readable = outcomes.keySet().stream().filter((id) -> !"blocked".equals(outcomes.get(id))).toList();
		assertThat(readable).containsExactly("catalog", "catalog-unknown-origin", "catalog-hidden-header",
				"same-origin");
		assertThat(this.browser.findElement(By.id("inspector")).isDisplayed()).isFalse();
		assertThat(this.browser.findElements(By.className("why"))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "default", "dev,reactive" })
	void customersPagesReadTheHostOfTheirOwnCustomerAlone(String profiles) {
		outcomesAt("127.0.0.1", running(profiles));
		By rows = By.cssSelector("#customers tbody tr");
		Patience.with(this.browser).until((driver) -> driver.findElements(rows).size() == 4);
		Map<String, String> outcomes = new LinkedHashMap<>();
		this.browser.findElements(rows)
			.forEach((row) -> outcomes.put(String.valueOf(row.getDomAttribute("id")),
					String.valueOf(row.getDomAttribute("data-outcome"))));
		assertThat(outcomes).containsExactlyEntriesOf(new TreeMap<>(Map.of("customer-a-calls-a", "readable",
				"customer-a-calls-b", "blocked", "customer-b-calls-a", "blocked", "customer-b-calls-b", "readable")));
	}

	@Test
	void pageOpenedAtLocalhostMovesToTheOtherOrigin() {
		RunningShop shop = running("default");
		assertThat(outcomesAt("localhost", shop)).containsExactlyEntriesOf(OUTCOMES);
		assertThat(this.browser.getCurrentUrl()).startsWith("http://127.0.0.1:");
	}

	@ParameterizedTest
	@ValueSource(strings = { "default", "dev,reactive" })
	void everyRejectionIsExplainedAsTheBrowserJudgedIt(String profiles) {
		RunningShop shop = running(profiles);
		Map<String, String> outcomes = outcomesAt("127.0.0.1", shop);
		Map<String, String> explained = new LinkedHashMap<>();
		outcomes.forEach((id, outcome) -> {
			List<WebElement> links = this.browser.findElements(By.cssSelector("#" + id + " .why"));
			assertThat(links).as(id).hasSize("same-origin".equals(id) ? 0 : 1);
			links.forEach((link) -> {
				link.click();
				WebElement inspector = inspectorThatAsked(String.valueOf(link.getDomAttribute("href")));
				assertThat(inspector.getDomAttribute("data-outcome")).as(id)
					.isEqualTo("blocked".equals(outcome) ? "blocked" : "readable");
				explained.put(id,
						inspector.getDomAttribute("data-explained") + " " + inspector.getDomAttribute("data-readable"));
			});
		});
		assertThat(explained).containsAllEntriesOf(
				Map.of("simple-get", "allowed true", "header-not-allowed", "rejected false", "method-not-allowed",
						"rejected false", "unknown-origin", "rejected false", "ungoverned", "not-governed undefined",
						"catalog-unknown-origin", "allowed true", "catalog-with-credentials", "allowed false"));
		assertThat(explained).allSatisfy((id, explanation) -> assertThat(explanation).as(id)
			.doesNotEndWith("blocked".equals(outcomes.get(id)) ? "true" : "false"));
	}

	@Test
	void inspectorExplainsAnyOriginAndTriesThoseOfThisMachine() {
		RunningShop shop = running("default");
		outcomesAt("127.0.0.1", shop);
		ask("http://shop.localhost:" + shop.port(), "GET", "/api/books", "");
		assertThat(text("explained")).contains("rejected", "origin-not-allowed", "cors.allowed-origins");
		assertThat(text("done")).contains("blocked", "Failed to fetch");
		assertThat(text("verdict")).contains("As explained");
		ask("http://localhost:" + shop.port(), "PATCH", "/api/books/1", "X-Debug: 1");
		assertThat(text("explained")).contains("same-origin");
		assertThat(text("done")).contains("readable", "400", "problem+json");
		ask("https://bookshop.example.com", "PUT", "/api/books/1", "X-Debug: 1");
		assertThat(text("explained")).contains("https://bookshop.example.com is not among the origins");
		assertThat(text("done")).contains("not tried", "-H 'Origin: https://bookshop.example.com'");
		ask("http://127.0.0.1:" + shop.port(), "GET", "/api/books", "no name: 1");
		assertThat(text("explained")).contains("The parameter 'headers' must be header names");
	}

	/**
	 * The picture in the README. Only {@code -Dcors.screenshot} writes it where it
	 * belongs, from the port that readers know.
	 */
	@Test
	void inspectorHasItsPictureTaken() throws IOException {
		boolean documented = System.getProperty("cors.screenshot") != null;
		Path picture = documented ? Path.of("..", "docs", "images", "inspector.png")
				: Path.of("target", "inspector.png");
		outcomesAt("127.0.0.1", documented ? SHOPS.computeIfAbsent("8080", (port) -> RunningShop.start("default", 8080))
				: running("default"));
		Files.createDirectories(picture.getParent());
		Files.write(picture, pictureDownTo(this.browser.findElement(By.id("inspector"))));
		assertThat(Files.size(picture)).isGreaterThan(30_000);
	}

	private byte[] pictureDownTo(WebElement section) {
		try {
			resize(800);
			Rectangle rectangle = section.getRect();
			resize(rectangle.getY() + rectangle.getHeight() + 24);
			return ((TakesScreenshot) this.browser).getScreenshotAs(OutputType.BYTES);
		}
		finally {
			((HasCdp) this.browser).executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
		}
	}

	private void resize(int height) {
		((HasCdp) this.browser).executeCdpCommand("Emulation.setDeviceMetricsOverride",
				Map.of("width", 1200, "height", height, "deviceScaleFactor", 1, "mobile", false));
	}

	private void ask(String origin, String method, String path, String headers) {
		fill("origin", origin);
		new Select(this.browser.findElement(By.id("method"))).selectByVisibleText(method);
		fill("path", path);
		fill("headers", headers);
		String earlier = this.browser.getCurrentUrl();
		this.browser.findElement(By.cssSelector("#inspector-form button")).click();
		Patience.with(this.browser).until((page) -> !String.valueOf(page.getCurrentUrl()).equals(earlier));
		String url = String.valueOf(this.browser.getCurrentUrl());
		inspectorThatAsked(url.substring(url.indexOf('#')));
	}

	private void fill(String id, String text) {
		WebElement field = this.browser.findElement(By.id(id));
		field.clear();
		field.sendKeys(text);
	}

	private WebElement inspectorThatAsked(String question) {
		WebElement inspector = this.browser.findElement(By.id("inspector"));
		Patience.with(this.browser).until((page) -> question.equals(inspector.getDomAttribute("data-asked")));
		return inspector;
	}

	private String text(String id) {
		return this.browser.findElement(By.id(id)).getText();
	}

	private Map<String, String> outcomesAt(String host, RunningShop shop) {
		this.browser.get("http://" + host + ":" + shop.port() + "/");
		Patience.with(this.browser)
			.until((page) -> !page.findElements(By.cssSelector("body[data-done='true']")).isEmpty());
		Map<String, String> outcomes = new LinkedHashMap<>();
		for (WebElement row : this.browser.findElements(By.cssSelector("tr[data-expected]"))) {
			outcomes.put(row.getDomAttribute("id"), row.getDomAttribute("data-outcome"));
		}
		return outcomes;
	}

}
