package io.github.corsstarter.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.chromium.HasCdp;

/**
 * The screen that a page is shown on, and whether the page suits it and the person who
 * uses it.
 */
public final class Screen {

	private static final String AXE = read("/axe.min.js");

	private final WebDriver browser;

	/**
	 * Create the screen of a browser.
	 * @param browser a Chromium
	 */
	public Screen(WebDriver browser) {
		this.browser = browser;
	}

	/**
	 * Give pages a size and a colour scheme, until {@link #reset()}.
	 * @param width the width, in CSS pixels
	 * @param scheme {@code light} or {@code dark}
	 */
	public void show(int width, String scheme) {
		command("Emulation.setDeviceMetricsOverride",
				Map.of("width", width, "height", 800, "deviceScaleFactor", 1, "mobile", false));
		command("Emulation.setEmulatedMedia",
				Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
	}

	/**
	 * Take back what {@link #show} did.
	 */
	public void reset() {
		command("Emulation.clearDeviceMetricsOverride", Map.of());
		command("Emulation.setEmulatedMedia", Map.of("features", List.of()));
	}

	/**
	 * Return how many pixels of the page lie beyond the right edge of the screen.
	 * @return the number
	 */
	public long overflow() {
		Object overflow = ((JavascriptExecutor) this.browser)
			.executeScript("return document.documentElement.scrollWidth - document.documentElement.clientWidth");
		return (overflow instanceof Number pixels) ? pixels.longValue() : Long.MAX_VALUE;
	}

	/**
	 * Return what axe-core finds that is serious or critical.
	 * @return the rule and the elements of each finding
	 */
	public List<String> barriers() {
		((JavascriptExecutor) this.browser).executeScript(AXE);
		Object barriers = ((JavascriptExecutor) this.browser).executeAsyncScript("""
						const done = arguments[arguments.length - 1];
				const isSerious = ({ impact }) => ['serious', 'critical'].includes(impact);
				const place = ({ html, failureSummary }) => `${html} ${failureSummary}`;
				axe.run(document, { resultTypes: ['violations'] }).then(
					({ violations }) => done(violations.filter(isSerious)
						.map(({ id, nodes }) => `${id}: ${nodes.map(place).join(', ')}`)),
					(error) => done([String(error)]));
				""");
		return (barriers instanceof List<?> found) ? found.stream().map(String::valueOf).toList()
				: List.of("axe-core found " + barriers);
	}

	/**
	 * Return the ids that more than one element of the page has.
	 * @return each of them once
	 */
	public List<String> repeatedIds() {
		Object repeated = ((JavascriptExecutor) this.browser).executeScript("""
				const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
				return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
				""");
		return (repeated instanceof List<?> found) ? found.stream().map(String::valueOf).toList()
				: List.of("no list: " + repeated);
	}

	private void command(String name, Map<String, Object> parameters) {
		((HasCdp) this.browser).executeCdpCommand(name, parameters);
	}

	private static String read(String resource) {
		try (InputStream content = Screen.class.getResourceAsStream(resource)) {
			if (content == null) {
				throw new IllegalStateException("There is no " + resource);
			}
			return new String(content.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
