package io.github.corsstarter.test;

import java.net.URI;
import java.util.List;

/**
 * A program without a test framework, and without Spring.
 */
public final class PlainMain {

	private PlainMain() {
	}

	/**
	 * Ask a server that shares {@code GET} with every page, and nothing else.
	 * @param args the server's base URI
	 */
	public static void main(String[] args) {
		CorsBrowser browser = CorsBrowser.at("https://app.example.com").using(URI.create(args[0]));
		CorsAssertions.assertThat(browser.fetch("GET", "/").execute()).isReadable().hasStatus(200).wasNotPreflighted();
		CorsAssertions.assertThat(browser.fetch("PUT", "/").execute())
			.isBlockedBecauseOf("Method PUT is not allowed by Access-Control-Allow-Methods in preflight response.");
		for (Class<?> type : List.of(CorsBrowser.class, CorsBrowser.Builder.class, CorsFetch.class, CorsResult.class,
				CorsResultAssert.class, CorsAssertions.class)) {
			System.out.println(type.getSimpleName() + " " + (type.getDeclaredMethods().length > 0));
		}
	}

}
