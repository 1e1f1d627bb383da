package io.github.corsstarter.browser;

import java.time.Duration;

import org.openqa.selenium.WebDriver;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * For how long tests wait for a page.
 */
public final class Patience {

	private static final Duration MOST = Duration.ofSeconds(60);

	/** Selenium's own half a second is most of what a test of a page takes. */
	private static final Duration BETWEEN = Duration.ofMillis(50);

	private Patience() {
	}

	/**
	 * Return what waits for a minute at most, and looks many times a second.
	 * @param browser the browser that shows the page
	 * @return what waits
	 */
	public static WebDriverWait with(WebDriver browser) {
		return new WebDriverWait(browser, MOST, BETWEEN);
	}

}
