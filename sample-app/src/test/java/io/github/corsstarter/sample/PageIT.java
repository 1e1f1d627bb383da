package io.github.corsstarter.sample;

import io.github.corsstarter.browser.Chromium;
import io.github.corsstarter.browser.Patience;
import io.github.corsstarter.browser.Screen;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The shop's page suits phones, keyboards and screen readers, and asks other
 * applications.
 */
@ExtendWith(Chromium.class)
class PageIT {

	private static final RunningShop SHOP = RunningShop.start("default");

	private final WebDriver browser;

	private final Screen screen;

	PageIT(WebDriver browser) {
		this.browser = browser;
		this.screen = new Screen(browser);
	}

	@AfterAll
	static void closeShop() {
		SHOP.close();
	}

	@AfterEach
	void reset() {
		this.screen.reset();
	}

	@ParameterizedTest
	@CsvSource({ "1200, light", "1200, dark", "360, light", "360, dark" })
	void hasNoBarriersAndFits(int width, String scheme) {
		this.screen.show(width, scheme);
		open("");
		assertThat(this.screen.overflow()).isZero();
		assertThat(this.screen.repeatedIds()).isEmpty();
		assertThat(this.screen.barriers()).isEmpty();
		fill("origin", "https://bookshop.example.com");
		fill("headers", "X-Debug: 1");
		ask();
		this.browser.findElement(By.cssSelector("#explained summary")).click();
		assertThat(this.screen.overflow()).isZero();
		assertThat(this.screen.barriers()).isEmpty();
	}

	@Test
	void linksToTheEndpoint() {
		open("");
		WebElement link = this.browser.findElement(By.id("endpoint-link"));
		assertThat(link.isDisplayed()).isTrue();
		assertThat(link.getDomProperty("href")).isEqualTo("http://localhost:" + SHOP.port() + "/actuator/cors");
	}

	@Test
	void tableKeepsItsRolesOnAPhone() {
		this.screen.show(360, "light");
		open("");
		assertThat(this.browser.findElement(By.cssSelector("#requests table")).getAriaRole()).isEqualTo("table");
		WebElement row = this.browser.findElement(By.id("simple-get"));
		assertThat(row.getAriaRole()).isEqualTo("row");
		assertThat(row.findElement(By.tagName("th")).getAriaRole()).isEqualTo("rowheader");
		assertThat(row.findElement(By.tagName("td")).getAriaRole()).isEqualTo("cell");
	}

	@Test
	void asksByKeyboardAlone() {
		open("");
		WebElement application = this.browser.findElement(By.id("application"));
		((JavascriptExecutor) this.browser).executeScript("arguments[0].focus()", application);
		for (String next : new String[] { "endpoint", "origin", "method", "path", "headers", "credentials" }) {
			this.browser.switchTo().activeElement().sendKeys(Keys.TAB);
			assertThat(this.browser.switchTo().activeElement().getDomAttribute("id")).isEqualTo(next);
		}
		this.browser.switchTo().activeElement().sendKeys(Keys.SPACE, Keys.TAB);
		WebElement button = this.browser.switchTo().activeElement();
		assertThat(button.getText()).isEqualTo("Ask");
		String earlier = String.valueOf(this.browser.getCurrentUrl());
		button.sendKeys(Keys.ENTER);
		awaitAnswerTo(earlier);
		assertThat(this.browser.findElement(By.id("verdict")).getAriaRole()).isEqualTo("status");
		assertThat(text("verdict")).contains("As explained: the script does not get the response");
	}

	@Test
	void asksAnotherApplication() {
		try (RunningShop other = RunningShop.start("dev,reactive")) {
			open("");
			fill("origin", "http://localhost:5173");
			fill("headers", "");
			fill("path", "/api/books");
			select("GET");
			ask();
			assertThat(text("explained")).contains("rejected", "origin-not-allowed");
			fill("application", "http://localhost:" + other.port());
			ask();
			assertThat(text("explained")).contains("allowed", "Access-Control-Allow-Origin: http://localhost:5173");
			fill("origin", "http://127.0.0.1:" + SHOP.port());
			ask();
			assertThat(text("explained")).contains("allowed");
			assertThat(text("done")).contains("readable", "fetch('http://localhost:" + other.port() + "/api/books'");
			assertThat(text("verdict")).contains("As explained: the script reads the response");
			fill("application", "http://localhost:" + SHOP.port());
			fill("endpoint", "http://localhost:" + other.port() + "/actuator/cors");
			fill("origin", "http://localhost:5173");
			ask();
			assertThat(text("explained")).contains("allowed");
		}
	}

	@ParameterizedTest
	@CsvSource({ "dev, server.servlet.context-path", "'dev,reactive', spring.webflux.base-path" })
	void asksAnotherApplicationBelowItsContextPath(String profiles, String contextPath) {
		try (RunningShop other = RunningShop.start(profiles, "--" + contextPath + "=/shop")) {
			String address = "http://localhost:" + other.port() + "/shop";
			open("");
			fill("application", address + "/");
			fill("headers", "");
			fill("path", "/api/books");
			select("GET");
			ask();
			assertThat(text("explained")).contains("allowed", "base, by /api/**");
			assertThat(text("done")).contains("readable", "fetch('" + address + "/api/books'");
			assertThat(text("verdict")).contains("As explained: the script reads the response");
			fill("origin", "https://bookshop.example.com");
			ask();
			assertThat(text("done")).contains("curl -i", "'" + address + "/api/books'");
		}
	}

	@ParameterizedTest
	@CsvSource({ "'', /actuator/cors", "/shop, /actuator/cors", "/shop, http://localhost:1/shop/actuator/cors" })
	void saysHowAnotherApplicationLetsItIn(String contextPath, String endpoint) {
		open("");
		fill("application", "http://localhost:1" + contextPath);
		fill("endpoint", endpoint);
		ask();
		assertThat(text("explained")).contains(
				"lets this page read http://localhost:1" + contextPath + "/actuator/cors.", "paths: /actuator/cors/**",
				"allowed-origins: http://127.0.0.1:" + SHOP.port());
		assertThat(text("verdict")).isEqualTo("The endpoint cannot answer that");
	}

	@Test
	void anotherApplicationInProductionDoesNotLetItIn() {
		try (RunningShop other = RunningShop.start("prod")) {
			open("");
			fill("application", "http://localhost:" + other.port());
			ask();
			assertThat(text("explained")).contains("lets this page read http://localhost:" + other.port(),
					"paths: /actuator/cors/**", "allowed-origins: http://127.0.0.1:" + SHOP.port());
			assertThat(text("verdict")).isEqualTo("The endpoint cannot answer that");
		}
	}

	@Test
	void whatIsNoEndpointExplainsNothing() {
		open("");
		fill("endpoint", "/catalog");
		ask();
		assertThat(text("explained")).contains("The endpoint answered 400, but explained nothing.");
		assertThat(text("verdict")).isEqualTo("The endpoint cannot answer that");
	}

	@Test
	void linkDoesNotAskAnotherApplication() {
		open("#inspect?origin=null&method=DELETE&path=/api/books/1&application=http://localhost:1");
		assertThat(text("verdict")).contains("The link is about http://localhost:1", "press Ask");
		assertThat(text("explained")).isEmpty();
		assertThat(text("done")).isEmpty();
	}

	private void open(String question) {
		this.browser.get("about:blank");
		this.browser.get("http://127.0.0.1:" + SHOP.port() + "/" + question);
		Patience.with(this.browser)
			.until((page) -> !page.findElements(By.cssSelector("body[data-done='true']")).isEmpty());
	}

	private void ask() {
		String earlier = String.valueOf(this.browser.getCurrentUrl());
		this.browser.findElement(By.cssSelector("#inspector-form button")).click();
		awaitAnswerTo(earlier);
	}

	private void awaitAnswerTo(String earlier) {
		WebDriverWait patience = Patience.with(this.browser);
		patience.until((page) -> !earlier.equals(page.getCurrentUrl()));
		String url = String.valueOf(this.browser.getCurrentUrl());
		WebElement inspector = this.browser.findElement(By.id("inspector"));
		patience.until((page) -> url.substring(url.indexOf('#')).equals(inspector.getDomAttribute("data-asked")));
	}

	private void fill(String id, String text) {
		WebElement field = this.browser.findElement(By.id(id));
		field.clear();
		field.sendKeys(text);
	}

	private void select(String method) {
		new Select(this.browser.findElement(By.id("method"))).selectByVisibleText(method);
	}

	private String text(String id) {
		return this.browser.findElement(By.id(id)).getText();
	}

}
