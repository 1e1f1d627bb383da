package io.github.corsstarter.sample;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Opens the shop's page in Chromium and reads what the browser let it read. Needs
 * {@code chromium} and {@code chromedriver} on the path; without them it is left out, but
 * for continuous integration, where it fails.
 */
@EnabledIf(value = "isBrowserExpected",
		disabledReason = "No chromium and chromedriver on the path (Debian: apt-get install chromium chromium-driver)")
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

	private static @Nullable WebDriver driver;

	@BeforeAll
	static void openBrowser() {
		driver = new ChromeDriver(
				new ChromeDriverService.Builder().usingDriverExecutable(require("chromedriver")).build(),
				new ChromeOptions().setBinary(require("chromium", "chromium-browser", "google-chrome"))
					.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
							"--disable-background-networking", "--disable-component-update", "--disable-sync"));
	}

	@AfterAll
	static void closeBrowser() {
		if (driver != null) {
			driver.quit();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "default", "dev", "reactive", "dev,reactive" })
	void everyRequestOfThePageGoesAsExpected(String profiles) {
		try (RunningShop shop = RunningShop.start(profiles)) {
			Map<String, String> outcomes = outcomesAt("127.0.0.1", shop);
			assertThat(outcomes).containsExactlyEntriesOf(OUTCOMES);
			assertThat(browser().findElements(By.cssSelector("tr[data-passed='true']")))
				.hasSameSizeAs(OUTCOMES.keySet());
			assertThat(browser().findElement(By.id("summary")).getText()).contains("All " + OUTCOMES.size());
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
			assertThat(browser().getCurrentUrl()).startsWith("http://127.0.0.1:");
		}
	}

	private static Map<String, String> outcomesAt(String host, RunningShop shop) {
		browser().get("http://" + host + ":" + shop.port() + "/");
		new WebDriverWait(browser(), Duration.ofSeconds(60))
			.until((page) -> !page.findElements(By.cssSelector("body[data-done='true']")).isEmpty());
		Map<String, String> outcomes = new LinkedHashMap<>();
		for (WebElement row : browser().findElements(By.cssSelector("tr[data-expected]"))) {
			outcomes.put(row.getDomAttribute("id"), row.getDomAttribute("data-outcome"));
		}
		return outcomes;
	}

	private static WebDriver browser() {
		if (driver == null) {
			throw new IllegalStateException("The browser is not open.");
		}
		return driver;
	}

	static boolean isBrowserExpected() {
		return "true".equals(System.getenv("CI"))
				|| (find("chromedriver") != null && find("chromium", "chromium-browser", "google-chrome") != null);
	}

	private static File require(String... names) {
		File file = find(names);
		if (file == null) {
			throw new IllegalStateException(
					"None of %s is on the path. On Debian: apt-get install chromium chromium-driver"
						.formatted(List.of(names)));
		}
		return file;
	}

	private static @Nullable File find(String... names) {
		for (String directory : System.getenv("PATH").split(File.pathSeparator)) {
			for (String name : names) {
				File file = Path.of(directory, name).toFile();
				if (file.canExecute()) {
					return file;
				}
			}
		}
		return null;
	}

}
