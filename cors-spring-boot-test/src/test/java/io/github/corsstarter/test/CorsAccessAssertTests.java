package io.github.corsstarter.test;

import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;

import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.policy.RejectionReason;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.github.corsstarter.test.CorsAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link CorsAccessAssert} and what it leads to: each assertion and how it
 * fails.
 */
class CorsAccessAssertTests {

	private static final String APP = "https://app.example.com";

	@TempDir
	static Path directory;

	private static ConfiguredCors shop;

	@BeforeAll
	static void load() {
		shop = ConfiguredCors.of(ShopFixture.ofMaven(directory).file("application.yml", """
				cors:
				  paths: /api/**
				  allowed-origins: https://app.example.com
				  allowed-origin-patterns: https://*.example.org
				  allowed-methods: [GET, PUT]
				  allowed-headers: Content-Type
				  allow-credentials: true
				  policies:
				    admin:
				      paths: /api/admin/**
				      allowed-origins: [https://admin.example.com, "http://localhost:5173"]
				      allow-credentials: false
				    catalog:
				      paths: /catalog/**
				      allowed-origins: "*"
				      allow-credentials: false
				    desktop:
				      paths: /desktop/**
				      allowed-origins: app://shop
				""").load()).load();
	}

	@Test
	void mayCall() {
		assertThat(shop).from(APP).mayCall("GET", "/api/books");
		assertThat(shop).from(APP).withCredentials().mayCall("put", "/api/books/1?x=1");
		assertFails((cors) -> cors.from("https://evil.example").mayCall("GET", "/api/books"), """
				Expected a page of https://evil.example to be allowed to call GET /api/books, but it is not:
				  https://evil.example is not among the origins that policy 'base' allows.
				To change it: add https://evil.example to cors.allowed-origins.
				What is set: cors.allowed-origins = https://app.example.com at class path resource \
				[application.yml] - 3:20; \
				cors.allowed-origin-patterns = https://*.example.org at class path resource [application.yml] \
				- 4:28
				""");
		assertFails((cors) -> cors.from(APP).mayCall("DELETE", "/api/books"), """
				Expected a page of https://app.example.com to be allowed to call DELETE /api/books, but it is not:
				  DELETE is not among the methods that policy 'base' allows.
				To change it: add DELETE to cors.allowed-methods.
				What is set: cors.allowed-methods = GET, PUT at class path resource [application.yml] - 5:21
				""");
		assertFails((cors) -> cors.from(APP).withCredentials().mayCall("GET", "/catalog"), """
				Expected a page of https://app.example.com to be allowed to call GET /catalog with credentials, \
				but it is only without credentials: policy 'catalog' does not allow them
				To change it: set to true cors.policies.catalog.allow-credentials = false \
				at class path resource [application.yml] - 16:26.
				""");
		assertFails((cors) -> cors.from(APP).mayCall("GET", "/status"), """
				Expected a page of https://app.example.com to be allowed to call GET /status, but no policy \
				governs /status
				To change it: add a pattern that matches the path to cors.paths, \
				or to the paths of a policy under cors.policies.
				""");
	}

	@Test
	void mayCallWithHeaders() {
		assertThat(shop).from(APP).mayCall("GET", "/api/books").withHeaders("Content-Type", "Accept");
		assertFails((cors) -> cors.from(APP).mayCall("GET", "/api/books").withHeaders("Content-Type", "X-Trace"), """
				Expected a page of https://app.example.com to be allowed to call GET /api/books \
				with the headers Content-Type, X-Trace, but it is not:
				  x-trace is not among the request headers that policy 'base' allows.
				To change it: add x-trace to cors.allowed-headers.
				What is set: cors.allowed-headers = Content-Type at class path resource [application.yml] - 6:20
				""");
	}

	@Test
	void mayNotCall() {
		assertThat(shop).from("https://evil.example").mayNotCall("GET", "/api/books");
		assertThat(shop).from(APP).withCredentials().mayNotCall("GET", "/catalog");
		assertFails((cors) -> cors.from("https://a.example.org").mayNotCall("PUT", "/api/books"), """
				Expected a page of https://a.example.org not to be allowed to call PUT /api/books, \
				but policy 'base' allows it
				To change it: take out or narrow cors.allowed-origin-patterns[0] = https://*.example.org \
				at class path resource [application.yml] - 4:28
				What else is set: cors.allowed-methods = GET, PUT at class path resource [application.yml] - 5:21
				""");
		assertFails((cors) -> cors.from(APP).mayNotCall("GET", "/status"), """
				Expected a page of https://app.example.com not to be allowed to call GET /status, \
				but no policy governs /status
				To change it: add a pattern that matches the path to cors.paths, \
				or to the paths of a policy under cors.policies.
				""");
	}

	@Test
	void because() {
		assertThat(shop).from("https://evil.example")
			.mayNotCall("GET", "/api/books")
			.because(RejectionReason.ORIGIN_NOT_ALLOWED);
		assertThat(shop).from("null").mayNotCall("GET", "/api/books").because(RejectionReason.NULL_ORIGIN_NOT_ALLOWED);
		assertThat(shop).from("evil").mayNotCall("GET", "/api/books").because(RejectionReason.MALFORMED_ORIGIN);
		assertThat(shop).from(APP).mayNotCall("DELETE", "/api/books").because(RejectionReason.METHOD_NOT_ALLOWED);
		assertFails(
				(cors) -> cors.from("https://evil.example")
					.mayNotCall("DELETE", "/api/books")
					.because(RejectionReason.METHOD_NOT_ALLOWED),
				"""
						Expected a page of https://evil.example not to be allowed to call DELETE /api/books \
						because of method-not-allowed, but it is not because of origin-not-allowed:
						  https://evil.example is not among the origins that policy 'base' allows.
						To change it: add https://evil.example to cors.allowed-origins.
						What is set: cors.allowed-origins = https://app.example.com at class path resource \
						[application.yml] - 3:20; \
						cors.allowed-origin-patterns = https://*.example.org at class path resource [application.yml] \
						- 4:28
						""");
		assertFails((cors) -> cors.from(APP)
			.withCredentials()
			.mayNotCall("GET", "/catalog")
			.because(RejectionReason.ORIGIN_NOT_ALLOWED), """
					Expected a page of https://app.example.com not to be allowed to call GET /catalog with credentials \
					because of origin-not-allowed, but nothing is missing but credentials
					To change it: leave out because, or look at cors.policies.catalog.allow-credentials = false \
					at class path resource [application.yml] - 16:26.
					""");
	}

	@Test
	void acceptsOnlyOriginsOf() {
		assertThat(shop).path("/api/books/**").acceptsOnlyOriginsOf("example.com", "example.org");
		assertThat(shop).path("/api/**").acceptsOnlyOriginsOf("example.com", "example.org", "localhost");
		assertFails((cors) -> cors.path("/api/books/**").acceptsOnlyOriginsOf("example.com"), """
				Expected /api/books/** to accept only origins of example.com, but policy 'base', \
				which governs /api/books, accepts https://x.example.org
				To change it: take out or narrow cors.allowed-origin-patterns[0] = https://*.example.org \
				at class path resource [application.yml] - 4:28.
				""");
		assertFails((cors) -> cors.path("/api/**").acceptsOnlyOriginsOf("example.com", "example.org"), """
				Expected /api/** to accept only origins of example.com, example.org, but policy 'admin', \
				which governs /api/admin, accepts http://localhost:5173
				To change it: take out or narrow cors.policies.admin.allowed-origins[1] = http://localhost:5173 \
				at class path resource [application.yml] - 11:52.
				""");
		assertFails((cors) -> cors.path("/desktop/**").acceptsOnlyOriginsOf("shop"), """
				Expected /desktop/** to accept only origins of shop, but policy 'desktop', \
				which governs /desktop, accepts app://shop
				To change it: take out or narrow cors.policies.desktop.allowed-origins[0] = app://shop \
				at class path resource [application.yml] - 19:24.
				""");
		assertFails((cors) -> cors.path("/reports/**").acceptsOnlyOriginsOf("example.com"), """
				Expected /reports/** to accept only origins of example.com, but no policy governs /reports
				To change it: add a pattern that matches the path to cors.paths, \
				or to the paths of a policy under cors.policies.
				""");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> assertThat(shop).path("/api/**").acceptsOnlyOriginsOf("https://example.com"));
	}

	@Test
	void isOpen() {
		assertThat(shop).path("/catalog/**").isOpen();
		assertFails((cors) -> cors.path("/api/books").isOpen(), """
				Expected /api/books to be open, but policy 'base', which governs /api/books, does not accept \
				every origin
				To change it: set to * cors.allowed-origins = https://app.example.com \
				at class path resource [application.yml] - 3:20.
				""");
		ConfiguredCors credentials = loaded("""
				cors.allowed-origins: "*"
				cors.allow-credentials: true
				""", "cors.validation.rules.wildcard-with-credentials", "off");
		assertFails(credentials, (cors) -> cors.path("/catalog").isOpen(), """
				Expected /catalog to be open, but policy 'base', which governs /catalog, allows credentials
				To change it: set to false cors.allow-credentials = true at class path resource \
				[application.yml] - 2:25.
				""");
		assertFails((cors) -> cors.path("/**").isOpen(), """
				Expected /** to be open, but no policy governs /
				To change it: add a pattern that matches the path to cors.paths, \
				or to the paths of a policy under cors.policies.
				""");
	}

	@Test
	void acceptsNoLoopbackOrigin() {
		assertThat(shop).path("/api/books/**").acceptsNoLoopbackOrigin();
		assertFails(CorsAccessAssert::acceptsNoLoopbackOrigin, """
				Expected no policy to accept a loopback origin, but policy 'admin', which governs /api/admin/**, \
				accepts http://localhost:5173
				To change it: take out or narrow cors.policies.admin.allowed-origins[1] = http://localhost:5173 \
				at class path resource [application.yml] - 11:52.
				""");
		assertFails((cors) -> cors.path("/api/**").acceptsNoLoopbackOrigin(), """
				Expected /api/** to accept no loopback origin, but policy 'admin', which governs /api/admin, \
				accepts http://localhost:5173
				To change it: take out or narrow cors.policies.admin.allowed-origins[1] = http://localhost:5173 \
				at class path resource [application.yml] - 11:52.
				""");
		ConfiguredCors regex = loaded("cors.allowed-origin-regexes: 'https?://[a-z]+(:3000)?'\n");
		assertFails(regex, (cors) -> cors.acceptsNoLoopbackOrigin(), """
				Expected no policy to accept a loopback origin, but policy 'base', which governs /**, \
				accepts http://localhost
				To change it: take out or narrow cors.allowed-origin-regexes[0] = https?://[a-z]+(:3000)? \
				at class path resource [application.yml] - 1:30.
				""");
		ConfiguredCors none = loaded("spring.application.name: shop\n");
		assertFails(none, (cors) -> cors.acceptsNoLoopbackOrigin(), """
				Expected no policy to accept a loopback origin, but no policy governs any path
				To change it: add a pattern to cors.paths, or to the paths of a policy under cors.policies.
				""");
	}

	@Test
	void whatCannotBeToldFails() {
		ConfiguredCors odd = loaded("""
				cors.policies:
				  odd:
				    paths: '/{name:\\w+\\b}'
				    allowed-origins: https://app.example.com
				""");
		assertFails(odd, (cors) -> cors.path("/b").acceptsNoLoopbackOrigin(), """
				Expected /b to accept no loopback origin, but that cannot be told: whether policies govern all of it, \
				a path pattern has a regular expression that cannot be compared
				To change it: write simpler expressions, or ask about less.
				""");
	}

	@Test
	void pathWithCorsSettingsOfItsOwnIsGovernedByWhatBeginsWithIt() {
		ConfiguredCors cors = loaded("""
				cors.allowed-origins: "*"
				management.endpoints.web.cors.allowed-origins: https://ops.example.com
				""");
		assertThat(cors).path("/api/**").isOpen();
		String remedy = "\nTo change it: add a pattern that begins with /actuator, which has CORS settings of its own, "
				+ "to cors.paths, or to the paths of a policy under cors.policies.\n";
		assertFails(cors, (policies) -> policies.path("/**").isOpen(),
				"Expected /** to be open, but no policy governs /actuator" + remedy);
		assertFails(cors, (policies) -> policies.from(APP).mayCall("GET", "/actuator/health"),
				"Expected a page of https://app.example.com to be allowed to call GET /actuator/health, "
						+ "but no policy governs /actuator/health" + remedy);
	}

	@Test
	void safetyRulesDoNotMatter() {
		ConfiguredCors unsafe = loaded("cors.allowed-origins: http://localhost\n", "spring.profiles.active", "prod");
		assertThat(unsafe.report().errors()).isNotEmpty();
		assertThat(unsafe).from("http://localhost").mayCall("GET", "/");
	}

	@Test
	void disabledPoliciesGovernNothing() {
		ConfiguredCors disabled = loaded("cors.enabled: false\n");
		for (Consumer<CorsAccessAssert<?, ?>> assertion : AccessAssertions.ALL) {
			assertFails(disabled, assertion, """
					Expected policies, but cors.enabled is false with no profile: no policy governs any path.
					To change it: set cors.enabled to true.
					""");
		}
	}

	@Test
	void brokenConfigurationRuleFailsEveryAssertionWithTheReport() {
		ConfiguredCors broken = loaded("cors.allowed-origins: example.com\n");
		for (Consumer<CorsAccessAssert<?, ?>> assertion : AccessAssertions.ALL) {
			assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertion.accept(assertThat(broken)))
				.withMessageStartingWith("***************************\nAPPLICATION FAILED TO START\n")
				.withMessageContaining("invalid-origin: cors.allowed-origins[0] = example.com\n"
						+ "     at class path resource [application.yml] - 1:23\n");
		}
	}

	@Test
	void policiesOfARunningApplicationAreAskedTheSame() {
		assertThat(running()).from(APP).mayCall("GET", "/api/books");
		assertThat(running()).path("/catalog/**").isOpen();
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> assertThat(running()).as("The shop").acceptsNoLoopbackOrigin())
			.withMessageStartingWith("[The shop] Expected no policy to accept a loopback origin, but policy 'admin'");
	}

	private static CorsPolicies running() {
		return Objects.requireNonNull(shop.policies());
	}

	private static ConfiguredCors loaded(String yaml, String... property) {
		ConfiguredCors.Builder builder = ConfiguredCors
			.of(ShopFixture.ofMaven(directory.resolve("module" + yaml.hashCode()))
				.file("application.yml", yaml)
				.load());
		return ((property.length > 0) ? builder.property(property[0], property[1]) : builder).load();
	}

	private static void assertFails(Consumer<CorsAccessAssert<?, ?>> assertion, String message) {
		assertFails(shop, assertion, message);
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertion.accept(assertThat(running())))
			.withMessage(message);
	}

	private static void assertFails(ConfiguredCors cors, Consumer<CorsAccessAssert<?, ?>> assertion, String message) {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertion.accept(assertThat(cors)))
			.withMessage(message);
	}

}
