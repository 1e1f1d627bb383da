package io.github.corsstarter.deployment;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.corsstarter.conformance.ConformanceCase;
import io.github.corsstarter.conformance.ConformanceTable;
import io.github.corsstarter.conformance.PolicySet;
import io.github.corsstarter.conformance.ReactiveApplication;
import io.github.corsstarter.conformance.RunningApplication;
import io.github.corsstarter.conformance.ServletApplication;
import io.github.corsstarter.policy.CorsDecision;
import io.github.corsstarter.policy.CorsRequest;
import io.github.corsstarter.test.CorsBrowser;
import io.github.corsstarter.test.CorsFetch;
import io.github.corsstarter.test.CorsResult;
import io.github.corsstarter.test.fetch.SentRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Lets a browser make each request of the conformance table that a page can make. What
 * the browser finds on the wire is what the policies decided.
 */
@ParameterizedClass
@EnumSource(names = { "MVC_TOMCAT", "WEBFLUX_NETTY" })
class BrowserConformanceTests {

	private final Server server;

	BrowserConformanceTests(Server server) {
		this.server = server;
	}

	@TestFactory
	Stream<DynamicContainer> pageReadsWhatThePoliciesAllow() {
		return ConformanceTable.load()
			.stream()
			.filter((policies) -> !"false".equals(String.valueOf(policies.properties().getProperty("cors.enabled"))))
			.map((policies) -> DynamicContainer.dynamicContainer(policies.name(),
					Stream.of(policies).flatMap(this::tests)));
	}

	private Stream<DynamicTest> tests(PolicySet policies) {
		List<Page> pages = policies.cases()
			.stream()
			.filter((request) -> !request.notOn().containsKey(this.server.isServlet() ? "tomcat" : "netty"))
			.flatMap(Page::of)
			.distinct()
			.toList();
		RunningApplication application = RunningApplication.start(
				this.server.isServlet() ? ServletApplication.class : ReactiveApplication.class, this.server.type(),
				policies, AutoConfigurations.of(this.server).excluded());
		String basePath = basePath(policies);
		return pages.stream()
			.map((page) -> DynamicTest.dynamicTest(page.toString(), () -> page.check(application, basePath)))
			.onClose(application::close);
	}

	private String basePath(PolicySet policies) {
		String key = this.server.isServlet() ? "server.servlet.context-path" : "spring.webflux.base-path";
		Object value = policies.properties().getProperty(key);
		return (value != null) ? value.toString() : "";
	}

	/**
	 * A request that a script makes.
	 *
	 * @param origin the origin of its page
	 * @param method the method
	 * @param target path and query
	 * @param headers the names of its headers
	 * @param credentials whether cookies go with it
	 */
	record Page(String origin, String method, String target, Set<String> headers, boolean credentials) {

		static Stream<Page> of(ConformanceCase request) {
			Page page = page(request, false);
			return (page != null) ? Stream.of(page, page(request, true)) : Stream.empty();
		}

		private static @Nullable Page page(ConformanceCase request, boolean credentials) {
			List<String> origins = request.lines("Origin");
			List<String> methods = request.lines("Access-Control-Request-Method");
			boolean preflight = "OPTIONS".equals(request.method()) && methods.size() == 1;
			Page page = new Page((origins.size() == 1) ? origins.get(0) : "",
					preflight ? methods.get(0) : request.method(), request.target(),
					preflight ? names(request) : Set.of(), credentials);
			return page.isPossible() ? page : null;
		}

		private static Set<String> names(ConformanceCase request) {
			return request.lines("Access-Control-Request-Headers")
				.stream()
				.flatMap((line) -> Stream.of(line.split(",")))
				.map((name) -> name.strip().toLowerCase(Locale.ROOT))
				.filter((name) -> !name.isEmpty())
				.collect(Collectors.toCollection(LinkedHashSet::new));
		}

		/**
		 * A browser refuses to be at an origin that none sends, to use a method that is
		 * forbidden, and to set what is no header. It sends a path and no address.
		 */
		private boolean isPossible() {
			try {
				fetch("http://localhost");
				return this.target.startsWith("/");
			}
			catch (IllegalArgumentException ex) {
				return false;
			}
		}

		private CorsFetch fetch(Object server) {
			CorsFetch fetch = CorsBrowser.at(this.origin).using(server).fetch(this.method, this.target);
			this.headers.forEach((name) -> fetch.header(name, "1"));
			return this.credentials ? fetch.credentials() : fetch;
		}

		void check(RunningApplication application, String basePath) {
			CorsResult result = fetch(application.uri()).execute();
			boolean allowed = result.exchanges()
				.stream()
				.map((exchange) -> application.policies().decide(request(exchange.request(), basePath)))
				.allMatch(this::lets);
			assertThat(result.readable()).as(result::toString).isEqualTo(allowed);
		}

		private boolean lets(CorsDecision decision) {
			return decision.outcome() == CorsDecision.Outcome.ALLOWED
					&& (!this.credentials || "true".equals(decision.header("Access-Control-Allow-Credentials")));
		}

		private static CorsRequest request(SentRequest sent, String basePath) {
			CorsRequest.Builder request = CorsRequest
				.builder(sent.method(), sent.url().getRawPath().substring(basePath.length()))
				.sentTo(sent.url().getScheme(), sent.url().getHost(), sent.url().getPort())
				.origin(sent.headers().get("Origin"));
			String method = sent.headers().get("Access-Control-Request-Method");
			String headers = sent.headers().get("Access-Control-Request-Headers");
			if (method != null) {
				request.requestMethod(method);
			}
			return ((headers != null) ? request.requestHeaders(headers) : request).build();
		}

		@Override
		public String toString() {
			return this.method + " " + this.target + " from " + this.origin
					+ (this.credentials ? " with credentials" : "")
					+ (this.headers.isEmpty() ? "" : " and " + String.join(", ", this.headers));
		}

	}

}
