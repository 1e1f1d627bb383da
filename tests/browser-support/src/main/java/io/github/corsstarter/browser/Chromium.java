package io.github.corsstarter.browser;

import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * Gives tests a {@link WebDriver} of Chromium, one for all of them. Needs
 * {@code chromium} and {@code chromedriver} on the path; without them the tests are left
 * out, and the console says so, but for continuous integration, where they fail.
 */
public class Chromium implements ExecutionCondition, ParameterResolver {

	private static final String HINT = "chromium and chromedriver are not both on the path. "
			+ "On Debian: apt-get install chromium chromium-driver";

	private static final String[] BROWSERS = { "chromium", "chromium-browser", "google-chrome" };

	private static final AtomicBoolean HINTED = new AtomicBoolean();

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		if ("true".equals(System.getenv("CI")) || (find("chromedriver") != null && find(BROWSERS) != null)) {
			return ConditionEvaluationResult.enabled("There is a browser, or there has to be one");
		}
		if (HINTED.compareAndSet(false, true)) {
			// The build redirects System.err into a file that nobody reads
			new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8)
				.println("[WARNING] The browser tests are left out: " + HINT);
		}
		return ConditionEvaluationResult.disabled(HINT);
	}

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == WebDriver.class;
	}

	@Override
	public WebDriver resolveParameter(ParameterContext parameter, ExtensionContext context) {
		return context.getRoot()
			.getStore(Namespace.create(Chromium.class))
			.computeIfAbsent(Session.class, (type) -> new Session(open()), Session.class)
			.driver();
	}

	private static WebDriver open() {
		File driver = find("chromedriver");
		File browser = find(BROWSERS);
		if (driver == null || browser == null) {
			throw new IllegalStateException(HINT);
		}
		return new ChromeDriver(new ChromeDriverService.Builder().usingDriverExecutable(driver).build(),
				options().setBinary(browser)
					.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
							"--disable-background-networking", "--disable-component-update", "--disable-sync",
							"--force-color-profile=srgb", "--hide-scrollbars"));
	}

	private static ChromeOptions options() {
		LoggingPreferences logs = new LoggingPreferences();
		logs.enable(LogType.BROWSER, Level.ALL);
		ChromeOptions options = new ChromeOptions();
		options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
		return options;
	}

	private static @Nullable File find(String... names) {
		for (String directory : System.getenv("PATH").split(File.pathSeparator)) {
			for (String name : List.of(names)) {
				File file = Path.of(directory, name).toFile();
				if (file.canExecute()) {
					return file;
				}
			}
		}
		return null;
	}

	/**
	 * An open browser, which ends with the tests.
	 *
	 * @param driver drives it
	 */
	private record Session(WebDriver driver) implements AutoCloseable {

		@Override
		public void close() {
			this.driver.quit();
		}

	}

}
