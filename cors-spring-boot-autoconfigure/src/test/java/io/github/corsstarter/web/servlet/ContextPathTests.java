package io.github.corsstarter.web.servlet;

import java.io.IOException;
import java.util.List;

import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.web.TestPolicies;
import io.github.corsstarter.wire.RawReply;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.cors.CorsConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CorsPolicyFilter} in an application below a context path.
 */
class ContextPathTests {

	private static final CorsPolicies POLICIES = TestPolicies.policies(
			TestPolicies.policy("admin", "/admin/**").allowedOrigins("https://admin.example"),
			TestPolicies.policy("api", "/api/**").allowedOrigins("https://app.example"));

	private static ServletServer server;

	@BeforeAll
	static void start() {
		server = ServletServer.startAt("/shop", POLICIES, PlainServlet.class);
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/shop/api/x", "//shop/api/x", "///shop//api/x", "/shop/../shop/api/x",
			"/shop/..;a/shop/api/x", "/shop/%2e%2e/shop/api/x", "/shop/a/../../shop/api/x", "/other/../shop/api/x",
			"/%73hop/api/x", "/shop;a/api/x", "/shop/%61pi/x", "/shop/../shop/%61pi/x" })
	void noSpellingOfThePathEscapesItsPolicy(String path) {
		RawReply reply = server.send("GET " + path, "Origin: https://evil.example");
		assertThat(reply.status()).isEqualTo(403);
		assertThat(reply.body()).isEqualTo("Invalid CORS request");
		RawReply allowed = server.send("GET " + path, "Origin: https://app.example");
		assertThat(allowed.status()).isEqualTo(200);
		assertThat(allowed.header("Access-Control-Allow-Origin")).containsExactly("https://app.example");
	}

	@Test
	void pathThatLeavesTheApplicationIsJudgedByWhatTheServerFinds() {
		RawReply reply = server.send("GET /shop/../shop/admin/../api/%25;x", "Origin: https://admin.example");
		assertThat(reply.status()).isEqualTo(403);
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			/other/x,        GET,     403
			/other/x,        OPTIONS, 403
			/shopping/api/x, GET,     403
			/shop/x,         GET,     200
			/shop;a/api/x,   GET,     200
			//shop/api/x,    GET,     200
			""")
	void corsRequestOutsideOfTheContextPathIsRejected(String uri, String method, int status) throws Exception {
		for (String contextPath : List.of("/shop", "//shop")) {
			MockHttpServletRequest request = request(method, uri, contextPath);
			request.addHeader("Origin", "https://app.example");
			request.addHeader("Access-Control-Request-Method", "GET");
			MockHttpServletResponse response = new MockHttpServletResponse();
			MockFilterChain chain = new MockFilterChain();
			filter().doFilter(request, response, chain);
			assertThat(response.getStatus()).isEqualTo(status);
			assertThat(chain.getRequest() == null).isEqualTo(status == 403);
			assertThat(response.getHeader("Access-Control-Allow-Origin"))
				.isEqualTo((uri.contains("/api/") && status == 200) ? "https://app.example" : null);
		}
	}

	@ParameterizedTest
	@CsvSource({ "Host,shop.example", "Sec-Fetch-Site,same-origin", "Sec-Fetch-Mode,navigate" })
	void whatIsNoCorsRequestPassesOutsideOfTheContextPath(String header, String value) throws Exception {
		MockHttpServletRequest request = request("POST", "/other/x", "/shop");
		request.addHeader(header, value);
		if (header.startsWith("Sec-")) {
			request.addHeader("Origin", "https://evil.example");
		}
		MockHttpServletResponse response = new MockHttpServletResponse();
		MockFilterChain chain = new MockFilterChain();
		filter().doFilter(request, response, chain);
		assertThat(chain.getRequest()).isSameAs(request);
		assertThat(response.getHeaderNames()).isEmpty();
	}

	@Test
	void configurationSourceAllowsNothingOutsideOfTheContextPath() {
		MockHttpServletRequest request = request("GET", "/other/x", "/shop");
		request.addHeader("Origin", "https://app.example");
		CorsConfiguration configuration = new PolicyCorsConfigurationSource(POLICIES).getCorsConfiguration(request);
		assertThat(configuration).isNotNull();
		assertThat(configuration.checkOrigin("https://app.example")).isNull();
	}

	@Test
	void errorPageIsJudgedByTheUriThatTheContainerRemembers() throws Exception {
		MockHttpServletRequest request = request("GET", "/p/error", "/p");
		request.setDispatcherType(DispatcherType.ERROR);
		request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/api/x");
		request.addHeader("Origin", "https://app.example");
		MockHttpServletResponse response = new MockHttpServletResponse();
		filter().doFilter(request, response, new MockFilterChain());
		assertThat(response.getHeader("Access-Control-Allow-Origin")).isEqualTo("https://app.example");
	}

	private static CorsPolicyFilter filter() {
		return new CorsPolicyFilter(POLICIES, (corsRequest, decision) -> {
		});
	}

	private static MockHttpServletRequest request(String method, String uri, String contextPath) {
		MockHttpServletRequest request = new MockHttpServletRequest(method, uri);
		request.setContextPath(contextPath);
		return request;
	}

	@Configuration(proxyBeanMethods = false)
	static class PlainServlet {

		@Bean
		ServletRegistrationBean<HttpServlet> api() {
			return new ServletRegistrationBean<>(new HttpServlet() {

				@Override
				protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
					response.getWriter().print("api");
				}

			}, "/api/*");
		}

	}

}
