package io.github.corsstarter.test;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

import io.github.corsstarter.documentation.Page;
import io.github.corsstarter.origin.data.RefusedOrigin;
import io.github.corsstarter.policy.AdditionalOrigins;
import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.policy.CorsPolicy;
import io.github.corsstarter.policy.CorsRequest;
import io.github.corsstarter.policy.PathMapping;
import io.github.corsstarter.policy.RejectionReason;
import io.github.corsstarter.policy.text.ClientText;
import io.github.corsstarter.web.PathPatternMapping;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.corsstarter.test.CorsAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

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
	void mayCallOfAPageWithHeaders() {
		assertThat(shop).from(APP)
			.withCredentials()
			.withHeaders("content-type", "Accept", "Cookie")
			.mayCall("GET", "/api/books");
		assertFails((cors) -> cors.from(APP).withHeaders("X-Trace").withCredentials().mayCall("GET", "/api/books"), """
				Expected a page of https://app.example.com to be allowed to call GET /api/books \
				with credentials and the headers X-Trace, but it is not:
				  x-trace is not among the request headers that policy 'base' allows.
				To change it: add x-trace to cors.allowed-headers.
				What is set: cors.allowed-headers = Content-Type at class path resource [application.yml] - 6:20
				""");
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> assertThat(shop).from(APP)
				.withHeaders("Content-Type")
				.mayCall("GET", "/api/books")
				.withHeaders("X-Trace"))
			.withMessageContaining("with the headers Content-Type, X-Trace, but it is not:");
	}

	@Test
	void headerWhoseValueDecidesIsThatOfJsonOrOfAMediaPlayer() {
		assertThat(shop).from(APP).withHeaders("Range").mayCall("GET", "/api/books");
		ConfiguredCors closed = loaded("cors: {allowed-origins: https://app.example.com, allowed-headers: X-Trace}");
		assertThat(closed).from(APP)
			.withHeaders("Content-Type")
			.mayNotCall("GET", "/")
			.because(RejectionReason.HEADER_NOT_ALLOWED);
	}

	@Test
	void mayNotCallWithHeaders() {
		assertThat(shop).from(APP)
			.withCredentials()
			.withHeaders("Content-Type", "X-Trace")
			.mayNotCall("PUT", "/api/books")
			.because(RejectionReason.HEADER_NOT_ALLOWED);
		assertFails((cors) -> cors.from(APP).withHeaders("Content-Type", "Cookie").mayNotCall("GET", "/api/books"), """
				Expected a page of https://app.example.com not to be allowed to call GET /api/books \
				with the headers Content-Type, Cookie, but policy 'base' allows it
				To change it: take out or narrow cors.allowed-origins[0] = https://app.example.com \
				at class path resource [application.yml] - 3:20
				What else is set: cors.allowed-methods = GET, PUT at class path resource [application.yml] - 5:21
				""");
	}

	@ParameterizedTest
	@CsvSource({ "https://evil.example/, https://evil.example", "HTTPS://Evil.example, https://evil.example",
			"https://evil.example:443, https://evil.example", "' https://evil.example', https://evil.example",
			"https://b\u00fccher.example, https://xn--bcher-kva.example",
			"https://evil.example/x?y, https://evil.example", "https://me@Evil.example, https://evil.example",
			"evil.example, https://evil.example", "localhost:3000, http://localhost:3000", "NULL, null" })
	void originThatNoBrowserSendsIsCorrected(String origin, String corrected) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> assertThat(shop).from(origin).mayNotCall("GET", "/api/books"))
			.withMessage("'" + ClientText.printable(origin) + "' is not an origin as browsers send it. Write "
					+ corrected + ".");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> assertThat(shop).from(origin).mayCall("GET", "/api/books"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "evil", "", "https://app.example.com%60.evil.example", "https://" })
	void whatHasNoCorrectionIsMalformed(String origin) {
		assertThat(shop).from(origin).mayNotCall("GET", "/api/books").because(RejectionReason.MALFORMED_ORIGIN);
	}

	@Test
	void whatNoPageCanAskForIsRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> assertThat(shop).from(APP).mayNotCall("GET /api", "/api/books"))
			.withMessage("'GET /api' is not a method. Write one such as GET.");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> assertThat(shop).from(APP).withHeaders("X-A, X-B").mayNotCall("GET", "/api/books"))
			.withMessage("'X-A, X-B' is not the name of a header. Write one such as X-Request-Id.");
	}

	@Test
	void originsOfASourceCannotBeTold() {
		ConfiguredCors tenants = loaded("""
				cors:
				  allowed-origins: https://app.example.com
				  allowed-methods: GET
				  allowed-headers: Content-Type
				  origin-source: customers
				""");
		String origins = """
				, but that cannot be told: \
				policy 'base' has the origins of bean 'customers' as well, which are not known here
				To change it: let CorsBrowser call the running application, once that bean's origins are loaded, \
				or ask about an origin that is written.
				What is set: cors.allowed-origins = https://app.example.com at class path resource \
				[application.yml] - 2:20
				""";
		assertThat(tenants).from(APP).mayCall("GET", "/");
		assertFails(tenants, (cors) -> cors.from("https://evil.example").mayNotCall("GET", "/"),
				"Expected a page of https://evil.example not to be allowed to call GET /" + origins);
		assertFails(tenants, (cors) -> cors.from("https://evil.example").mayCall("GET", "/"),
				"Expected a page of https://evil.example to be allowed to call GET /" + origins);
		assertThat(tenants).from("https://evil.example").mayNotCall("PUT", "/");
		assertThat(tenants).from("https://evil.example").withHeaders("X-A").mayNotCall("GET", "/");
		assertThat(tenants).from("https://evil.example").withCredentials().mayNotCall("GET", "/");
		assertFails(tenants,
				(cors) -> cors.from("https://evil.example")
					.mayNotCall("PUT", "/")
					.because(RejectionReason.METHOD_NOT_ALLOWED),
				"Expected a page of https://evil.example not to be allowed to call PUT / because of method-not-allowed"
						+ origins);
		assertThat(tenants).from("null").mayNotCall("GET", "/").because(RejectionReason.NULL_ORIGIN_NOT_ALLOWED);
		assertFails(tenants, (cors) -> cors.path("/**").acceptsOnlyOriginsOf("example.com"), """
				Expected /** to accept only origins of example.com, but that cannot be told: \
				policy 'base' has the origins of bean 'customers' as well, which are not known here
				To change it: ask about paths of policies without origin-source.
				""");
	}

	@ParameterizedTest
	@CsvSource({ "none, true", "host, false" })
	void originsOfATenantCannotBeToldWithoutItsHost(String tenant, boolean told) {
		CorsPolicies policies = new CorsPolicies(
				PathPatternMapping.of(List.of(CorsPolicy.compile(Objects.requireNonNull(loaded("""
						cors:
						  allowed-origins: https://app.example.com
						  origin-source: customers
						""").policies()).policies().get(0).definition(), (source) -> new Loaded(tenant))), List.of()));
		ThrowingCallable assertion = () -> assertThat(policies).from("https://evil.example")
			.mayNotCall("GET", "/")
			.because(RejectionReason.ORIGIN_NOT_ALLOWED);
		if (told) {
			assertThatNoException().isThrownBy(assertion);
		}
		else {
			assertThatExceptionOfType(AssertionError.class).isThrownBy(assertion)
				.withMessageContaining("that cannot be told: policy 'base' has the origins of bean 'customers'");
		}
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
	void failureIsAsDocumented(@TempDir Path other) {
		ConfiguredCors production = ConfiguredCors.of(ShopFixture.ofMaven(other).file("application-prod.yml", """
				cors:
				  paths: /api/**
				  allowed-origins:
				  - https://bookshop.example.com
				  allowed-origin-patterns:
				  - https://*.example.org
				""").load()).profiles("prod").load();
		assertFails(production, (cors) -> cors.path("/api/**").acceptsOnlyOriginsOf("bookshop.example.com"),
				new Page("docs/testing.md").examples("text").get(0).text());
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
	void openPolicyNextToOthersAcceptsNoLoopbackOriginInParticular() {
		ConfiguredCors both = loaded("""
				cors.allowed-origins: https://app.example.com
				cors.policies.catalog.paths: /catalog/**
				cors.policies.catalog.allowed-origins: '*'
				""");
		assertThat(both).acceptsNoLoopbackOrigin();
		assertThat(both).path("/catalog/**").isOpen();
		assertFails(both, (cors) -> cors.path("/catalog/**").acceptsNoLoopbackOrigin(), """
				Expected /catalog/** to accept no loopback origin, but policy 'catalog', which governs /catalog, \
				accepts http://localhost
				To change it: take out or narrow cors.policies.catalog.allowed-origins[0] = * \
				at class path resource [application.yml] - 3:40.
				""");
		ConfiguredCors open = loaded("cors.allowed-origins: '*'\n");
		assertFails(open, (cors) -> cors.acceptsNoLoopbackOrigin(), """
				Expected no policy to accept a loopback origin, but policy 'base', which governs /**, \
				accepts http://localhost
				To change it: take out or narrow cors.allowed-origins[0] = * \
				at class path resource [application.yml] - 1:23.
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

	/**
	 * The origins of a source in a running application.
	 */
	private record Loaded(String tenant) implements AdditionalOrigins {

		@Override
		public @Nullable String tenantOf(CorsRequest request, String path, PathMapping paths, PathMapping.Match match) {
			return null;
		}

		@Override
		public boolean allows(@Nullable String tenant, String origin) {
			return false;
		}

		@Override
		public boolean isLoaded() {
			return true;
		}

		@Override
		public List<RefusedOrigin> refused() {
			return List.of();
		}

		@Override
		public Status status() {
			return new Status("customers", this.tenant, "loaded", 1, 1, 0, null, null, 1, 0);
		}

	}

}
