package io.github.corsstarter.sample;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.corsstarter.browser.Chromium;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebDriver;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.json.JsonParserFactory;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Scripts of many origins fetch, and Chromium lets them read what the endpoint explains
 * that they may.
 */
@ExtendWith(Chromium.class)
class ExplainedFetchIT {

	private static final String FETCH = """
			const [url, method, headers, credentials, reads, done] = arguments;
			fetch(url, { method, headers, credentials, cache: 'no-store' }).then(
				(response) => done((reads && !response.headers.has(reads)) ? 'hidden' : 'readable'),
				() => done('blocked'));
			""";

	private static final AtomicInteger FETCHES = new AtomicInteger();

	private static final WebPages PAGES = WebPages.start();

	private static final WebPages OTHER_PAGES = WebPages.start();

	private static @Nullable RunningShop application;

	@BeforeAll
	static void startApplication() {
		application = new RunningShop(new SpringApplicationBuilder(Application.class).web(WebApplicationType.SERVLET)
			.run("--server.port=0", "--pages.port=" + PAGES.port(), "--spring.config.location=classpath:/fetch/"));
	}

	@AfterAll
	static void stop() {
		application().close();
		PAGES.close();
		OTHER_PAGES.close();
	}

	@ParameterizedTest(name = "{0} {2} {1} {3} {4} {5}: {6}", quoteTextArguments = false)
	@CsvFileSource(resources = "/fetch/fetches.csv", numLinesToSkip = 1)
	void browserDoesAsExplained(ArgumentsAccessor row, WebDriver browser) {
		ScriptedFetch fetch = ScriptedFetch.of(row);
		String path = fetch.path() + "/" + FETCHES.incrementAndGet();
		Map<String, Object> explanation = explain(fetch, path);
		assertThat(explanation.get("reason")).isEqualTo(row.getString(7));
		assertThat(fetch.outcomeAsExplained(explanation)).as("explained").isEqualTo(row.getString(6));
		assertThat(run(fetch, path, browser)).as("in the browser").isEqualTo(row.getString(6));
		assertThat(requestsTo(path).contains("OPTIONS")).as("preflight")
			.isEqualTo(ScriptedFetch.child(explanation, "preflight").get("needed"));
	}

	private static Map<String, Object> explain(ScriptedFetch fetch, String path) {
		HttpResponse<String> response = application().client()
			.send("GET", "/actuator/cors/explain?path=" + path + "&origin=" + encode(origin(fetch.from())) + "&method="
					+ fetch.method() + "&headers=" + encode(String.join(",", fetch.headers().keySet())));
		assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
		return JsonParserFactory.getJsonParser().parseMap(response.body());
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	private static Object run(ScriptedFetch fetch, String path, WebDriver browser) {
		String page = page(fetch.from());
		if (!page.equals(browser.getCurrentUrl())) {
			browser.get(page);
		}
		Object outcome = ((JavascriptExecutor) browser).executeAsyncScript(FETCH, own() + path, fetch.method(),
				fetch.headers(), fetch.credentials(), fetch.reads());
		return String.valueOf(outcome);
	}

	private static String origin(String from) {
		return "sandboxed".equals(from) ? "null" : page(from).substring(0, page(from).lastIndexOf('/'));
	}

	private static String page(String from) {
		return switch (from) {
			case "sandboxed" -> PAGES.sandboxed();
			case "own" -> own() + "/page";
			case "other-port" -> OTHER_PAGES.origin("127.0.0.1") + "/page";
			default -> PAGES.origin(from) + "/page";
		};
	}

	private static String own() {
		return application().client().shop();
	}

	private static List<String> requestsTo(String path) {
		return List.copyOf(application().context().getBean(Requests.class).methods(path));
	}

	private static RunningShop application() {
		if (application == null) {
			throw new IllegalStateException("The application is not running.");
		}
		return application;
	}

	/**
	 * Answers everything, and remembers what it was asked.
	 */
	@EnableAutoConfiguration
	static class Application {

		@Bean
		Requests requests() {
			return new Requests(new ConcurrentHashMap<>());
		}

		@Bean
		FilterRegistrationBean<Filter> requestsFilter(Requests requests) {
			FilterRegistrationBean<Filter> filter = new FilterRegistrationBean<>((request, response, chain) -> {
				HttpServletRequest http = (HttpServletRequest) request;
				requests.methods(http.getRequestURI()).add(http.getMethod());
				chain.doFilter(request, response);
			});
			filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
			return filter;
		}

		@Bean
		RouterFunction<ServerResponse> everything() {
			return RouterFunctions.route(RequestPredicates.all(),
					(request) -> ServerResponse.ok().header("X-Total", "7").header("X-Secret", "1").body("Read me"));
		}

	}

	/**
	 * The methods of the requests that reached the application, preflights included.
	 *
	 * @param byPath the methods by path
	 */
	record Requests(Map<String, Queue<String>> byPath) {

		Queue<String> methods(String path) {
			return this.byPath.computeIfAbsent(path, (added) -> new ConcurrentLinkedQueue<>());
		}

	}

}
