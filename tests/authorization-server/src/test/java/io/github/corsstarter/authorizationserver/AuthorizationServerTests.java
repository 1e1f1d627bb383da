package io.github.corsstarter.authorizationserver;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.corsstarter.wire.RawReply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A running Spring Authorization Server answers pages of other origins as the
 * documentation says.
 */
class AuthorizationServerTests {

	/** What the policies say, and Spring Security does not. */
	private static final String REFUSAL = "Invalid CORS request";

	private static final String PAGE = "https://spa.example.net";

	private static final String VERIFIER = "a-verifier-of-which-a-page-shows-nothing-but-the-hash";

	private static final Pattern ROW = Pattern.compile("(?m)^\\| (`/[^|]*) \\|[^|]*\\| (open|nobody) \\|$");

	private static AuthorizationServer server;

	@BeforeAll
	static void start() {
		server = AuthorizationServer.start();
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	private static Stream<String> endpoints(String policy) {
		return ROW.matcher(AuthorizationServer.PAGE.text())
			.results()
			.filter((row) -> row.group(2).equals(policy))
			.flatMap((row) -> Stream.of(row.group(1).replace("`", "").split(", ")));
	}

	static Stream<String> open() {
		return endpoints("open");
	}

	static Stream<String> closed() {
		return endpoints("nobody");
	}

	@Test
	void everyEndpointOfTheServerIsOnThePage() {
		assertThat(server.endpoints()).isNotEmpty().isSubsetOf(Stream.concat(open(), closed()).toArray(String[]::new));
	}

	@ParameterizedTest
	@MethodSource("open")
	void everyPageMayAskWhatIsOpenButNotWithCookies(String path) {
		for (String method : List.of("GET", "POST")) {
			RawReply preflight = preflight(method, path, "Access-Control-Request-Headers: authorization,content-type");
			assertThat(preflight.status()).isEqualTo(200);
			assertThat(preflight.corsHeaders()).containsExactly(
					"Access-Control-Allow-Headers: authorization, content-type",
					"Access-Control-Allow-Methods: GET, POST", "Access-Control-Allow-Origin: *",
					"Access-Control-Max-Age: 7200");
		}
		assertThat(server.send("GET " + path, "Origin: " + PAGE).corsHeaders()).containsExactly(
				"Access-Control-Allow-Origin: *", "Access-Control-Expose-Headers: WWW-Authenticate, DPoP-Nonce");
	}

	@ParameterizedTest
	@MethodSource("closed")
	void noPageMayAskWhatIsNot(String path) {
		for (String method : List.of("GET", "POST")) {
			assertRefused(preflight(method, path));
			assertRefused(server.sendForm("", method + " " + path, "Origin: " + PAGE, "Sec-Fetch-Mode: cors"));
			RawReply navigation = server.send(method + " " + path, "Origin: " + PAGE, "Sec-Fetch-Mode: navigate");
			assertThat(navigation.corsHeaders()).isEmpty();
			assertThat(navigation.body()).doesNotContain(REFUSAL);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/.well-known/openid-configuration", "/.well-known/oauth-authorization-server" })
	void discoveryIsReadByAPage(String path) {
		RawReply discovered = server.send("GET " + path, "Origin: " + PAGE);
		assertThat(discovered.status()).isEqualTo(200);
		assertThat(discovered.body()).contains("\"token_endpoint\":\"" + server.origin() + "/oauth2/token\"");
		assertThat(discovered.header("Access-Control-Allow-Origin")).containsExactly("*");
	}

	@Test
	void keysAreReadByAPage() {
		RawReply keys = server.send("GET /oauth2/jwks", "Origin: " + PAGE);
		assertThat(keys.status()).isEqualTo(200);
		assertThat(keys.body()).contains("\"kty\":\"RSA\"");
		assertThat(keys.header("Access-Control-Allow-Origin")).containsExactly("*");
	}

	@Test
	void errorOfTheTokenEndpointIsReadByAPage() {
		RawReply refused = server.sendForm(
				"grant_type=authorization_code&client_id=nobody&code=guessed&code_verifier=x", "POST /oauth2/token",
				"Origin: " + PAGE);
		assertThat(refused.status()).isEqualTo(401);
		assertThat(refused.body()).contains("\"error\":\"invalid_client\"");
		assertThat(refused.header("Access-Control-Allow-Origin")).containsExactly("*");
	}

	@Test
	void pageSignsInByNavigationsAndTakesItsTokenByScript() {
		String session = signIn();
		RawReply authorized = server.send("GET " + authorization(), "Cookie: " + session, "Origin: " + PAGE,
				"Sec-Fetch-Mode: navigate");
		assertThat(authorized.corsHeaders()).isEmpty();
		String code = found("^" + Pattern.quote(AuthorizationServer.CALLBACK) + "\\?code=([^&]+)$",
				authorized.header("Location").get(0));
		RawReply token = server.sendForm("grant_type=authorization_code&client_id=spa&code=" + code + "&code_verifier="
				+ VERIFIER + "&redirect_uri=" + AuthorizationServer.CALLBACK, "POST /oauth2/token", "Origin: " + PAGE);
		assertThat(token.status()).as(token::toString).isEqualTo(200);
		assertThat(token.header("Access-Control-Allow-Origin")).containsExactly("*");
		RawReply user = server.send("GET /userinfo", "Origin: " + PAGE,
				"Authorization: Bearer " + found("\"access_token\":\"([^\"]+)\"", token.body()));
		assertThat(user.body()).contains("\"sub\":\"ada\"");
		assertThat(user.header("Access-Control-Allow-Origin")).containsExactly("*");
	}

	@Test
	void scriptTakesNoCodeWithTheCookieOfTheSession() {
		RawReply refused = server.send("GET " + authorization(), "Cookie: " + signIn(), "Origin: " + PAGE,
				"Sec-Fetch-Mode: cors");
		assertRefused(refused);
		assertThat(refused.header("Location")).isEmpty();
	}

	@Test
	void eachOfSeveralIssuersAnswersAsTheOneDoes() {
		try (AuthorizationServer issuers = AuthorizationServer.start(
				"--spring.security.oauth2.authorizationserver.multiple-issuers-allowed=true", pathsOfIssuers("tokens"),
				pathsOfIssuers("session"))) {
			for (String path : List.of("/shop/.well-known/openid-configuration",
					"/.well-known/oauth-authorization-server/shop", "/shop/oauth2/jwks")) {
				RawReply reply = issuers.send("GET " + path, "Origin: " + PAGE);
				assertThat(reply.status()).isEqualTo(200);
				assertThat(reply.header("Access-Control-Allow-Origin")).containsExactly("*");
			}
			assertThat(issuers.send("GET /shop/.well-known/openid-configuration").body())
				.contains("\"token_endpoint\":\"" + issuers.origin() + "/shop/oauth2/token\"");
			assertRefused(issuers.send("GET /shop/oauth2/authorize", "Origin: " + PAGE));
		}
	}

	private static String pathsOfIssuers(String policy) {
		return "--cors.policies." + policy + ".paths="
				+ AuthorizationServer.paths(policy)
					.stream()
					.flatMap((path) -> Stream.of(path, "/*" + path))
					.collect(Collectors.joining(","));
	}

	/**
	 * Signs in as a person does.
	 * @return the cookie of the session
	 */
	private static String signIn() {
		RawReply unknown = server.send("GET " + authorization(), "Accept: text/html", "Sec-Fetch-Mode: navigate");
		assertThat(unknown.header("Location")).containsExactly(server.origin() + "/login");
		RawReply login = server.send("GET /login", "Cookie: " + cookie(unknown));
		RawReply known = server.sendForm(
				"username=ada&password=secret&_csrf=" + found("name=\"_csrf\"[^>]* value=\"([^\"]+)\"", login.body()),
				"POST /login", "Cookie: " + cookie(unknown), "Origin: " + server.origin(), "Sec-Fetch-Mode: navigate");
		assertThat(known.header("Location")).singleElement().asString().contains("/oauth2/authorize?");
		assertThat(unknown.corsHeaders()).isEmpty();
		return cookie(known);
	}

	private static String authorization() {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
			return "/oauth2/authorize?response_type=code&client_id=spa&scope=openid&redirect_uri="
					+ AuthorizationServer.CALLBACK + "&code_challenge_method=S256&code_challenge="
					+ Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String cookie(RawReply reply) {
		return found("(JSESSIONID=[^;]+)", reply.header("Set-Cookie").toString());
	}

	private static String found(String expression, String text) {
		Matcher matcher = Pattern.compile(expression).matcher(text);
		assertThat(matcher.find()).as(text).isTrue();
		return matcher.group(1);
	}

	private static RawReply preflight(String method, String path, String... headers) {
		String[] all = Arrays.copyOf(headers, headers.length + 2);
		all[headers.length] = "Origin: " + PAGE;
		all[headers.length + 1] = "Access-Control-Request-Method: " + method;
		return server.send("OPTIONS " + path, all);
	}

	private static void assertRefused(RawReply reply) {
		assertThat(reply.status()).as(reply::toString).isEqualTo(403);
		assertThat(reply.body()).contains(REFUSAL);
		assertThat(reply.corsHeaders()).isEmpty();
	}

}
