package io.github.corsstarter.test;

import java.util.List;
import java.util.function.Consumer;

/**
 * One of each assertion about access.
 */
final class AccessAssertions {

	static final List<Consumer<CorsAccessAssert<?, ?>>> ALL = List.of(
			(cors) -> cors.from("https://a.example").mayCall("GET", "/"),
			(cors) -> cors.from("https://a.example").withCredentials().mayNotCall("GET", "/"),
			(cors) -> cors.from("https://a.example").withHeaders("X-A").mayNotCall("GET", "/"),
			(cors) -> cors.path("/**").acceptsOnlyOriginsOf("example.com"), (cors) -> cors.path("/**").isOpen(),
			(cors) -> cors.path("/**").acceptsNoLoopbackOrigin(), CorsAccessAssert::acceptsNoLoopbackOrigin);

	private AccessAssertions() {
	}

}
