package io.github.corsstarter.site;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.github.corsstarter.browser.Chromium;
import io.github.corsstarter.browser.Screen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.TakesScreenshot;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Opens the site in Chromium, from its files.
 */
@ExtendWith(Chromium.class)
class SiteIT {

	private static final Path SITE = Path.of(System.getProperty("site.directory", "../target/site"));

	private final WebDriver browser;

	private final Screen screen;

	SiteIT(WebDriver browser) {
		this.browser = browser;
		this.screen = new Screen(browser);
	}

	@BeforeEach
	void showOnDesktop() {
		this.screen.show(1200, "light");
	}

	@AfterEach
	void reset() {
		this.screen.reset();
	}

	static List<String> pages() throws IOException {
		try (Stream<Path> files = Files.list(SITE)) {
			return files.map((file) -> file.getFileName().toString())
				.filter((name) -> name.endsWith(".html"))
				.sorted()
				.toList();
		}
	}

	/**
	 * Every page once, since all have the same style: on a phone in the dark and on a
	 * desktop in turn.
	 */
	static List<Arguments> pagesOnScreens() throws IOException {
		List<Arguments> screens = new ArrayList<>();
		for (String page : pages()) {
			boolean phone = (screens.size() % 2 == 0);
			screens.add(phone ? Arguments.of(page, 360, "dark") : Arguments.of(page, 1200, "light"));
		}
		return screens;
	}

	@Test
	void everyPageOfTheDocumentationIsThere() throws IOException {
		assertThat(pages()).contains("index.html", "properties.html", "rules.html", "endpoint.html", "testing.html",
				"changelog.html");
	}

	@Test
	void navigationNamesThePages() {
		open("rules.html");
		assertThat(this.browser.findElements(By.cssSelector("nav > ul > li > a"))).extracting(WebElement::getText)
			.startsWith("Home", "Properties", "Rules")
			.endsWith("Changes", "Contributing", "Security");
		assertThat(this.browser.findElement(By.cssSelector("nav [aria-current]")).getText()).isEqualTo("Rules");
	}

	@ParameterizedTest
	@MethodSource("pages")
	void linksLeadToPagesAndHeadings(String page) throws IOException {
		open(page);
		List<String> links = links("a[href], link[href], script[src], img[src]");
		assertThat(links).isNotEmpty();
		for (String link : links) {
			if (link.startsWith("file:")) {
				URI address = URI.create(link);
				Path file = Path.of(address.getPath());
				assertThat(file).as(link).exists();
				if (address.getFragment() != null) {
					assertThat(Files.readString(file)).as(link).contains("id=\"" + address.getFragment() + "\"");
				}
			}
		}
	}

	@ParameterizedTest
	@MethodSource("pages")
	void fitsAPhone(String page) {
		this.screen.show(360, "light");
		open(page);
		assertThat(this.screen.overflow()).isZero();
	}

	@ParameterizedTest
	@MethodSource("pagesOnScreens")
	void hasNoBarriers(String page, int width, String scheme) {
		this.screen.show(width, scheme);
		open(page);
		assertThat(this.screen.repeatedIds()).isEmpty();
		assertThat(this.screen.barriers()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "wildcard-with-credentials", "unbounded-origins", "localhost-origin" })
	void searchFindsARule(String rule) {
		open("index.html");
		query().sendKeys(rule);
		WebElement first = this.browser.findElement(By.cssSelector("#results li:first-child a"));
		assertThat(first.getText()).contains(rule);
		query().sendKeys(Keys.ENTER);
		assertThat(this.browser.getCurrentUrl()).endsWith("/rules.html#" + rule);
	}

	@Test
	void searchFindsWordsInAnyOrderAndSaysHowMany() {
		open("rules.html");
		query().sendKeys("console browser");
		assertThat(this.browser.findElements(By.cssSelector("#results a"))).isNotEmpty();
		assertThat(this.browser.findElement(By.id("found")).getAttribute("textContent")).endsWith("sections found");
		query().sendKeys(Keys.ESCAPE);
		assertThat(this.browser.findElement(By.id("results")).isDisplayed()).isFalse();
	}

	@Test
	void searchSaysThatNothingIsFound() {
		open("index.html");
		query().sendKeys("zzzzzz");
		assertThat(this.browser.findElement(By.id("found")).getAttribute("textContent")).isEqualTo("Nothing found");
	}

	@Test
	void searchResultsFitAPhoneAndHaveNoBarriers() {
		this.screen.show(360, "dark");
		open("index.html");
		query().sendKeys("origin");
		assertThat(this.screen.overflow()).isZero();
		assertThat(this.screen.barriers()).isEmpty();
	}

	/**
	 * The picture in the README. Only {@code -Dcors.screenshot} writes it where it
	 * belongs.
	 */
	@Test
	void searchHasItsPictureTaken() throws IOException {
		Path picture = (System.getProperty("cors.screenshot") != null) ? Path.of("..", "docs", "images", "search.png")
				: Path.of("target", "search.png");
		open("rules.html");
		query().sendKeys("localhost");
		assertThat(this.browser.findElements(By.cssSelector("#results a"))).isNotEmpty();
		Files.createDirectories(picture.getParent());
		Files.write(picture, ((TakesScreenshot) this.browser).getScreenshotAs(OutputType.BYTES));
		assertThat(Files.size(picture)).isGreaterThan(30_000);
	}

	private void open(String page) {
		this.browser.get(SITE.toAbsolutePath().normalize().resolve(page).toUri().toString());
	}

	private WebElement query() {
		return this.browser.findElement(By.id("query"));
	}

	private List<String> links(String selector) {
		Object links = ((JavascriptExecutor) this.browser).executeScript(
				"return [...document.querySelectorAll(arguments[0])].map((element) => element.href ?? element.src)",
				selector);
		assertThat(links).isInstanceOf(List.class);
		return (links instanceof List<?> found) ? found.stream().map(String::valueOf).toList() : List.of();
	}

}
