package io.github.corsstarter.web.servlet;

import java.io.IOException;

import io.github.corsstarter.web.TestPolicies;
import io.github.corsstarter.wire.RawReply;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CorsPolicyFilter} in an application below a context path.
 */
class ContextPathTests {

	private static ServletServer server;

	@BeforeAll
	static void start() {
		server = ServletServer.startAt("/shop",
				TestPolicies.policies(TestPolicies.policy("admin", "/admin/**").allowedOrigins("https://admin.example"),
						TestPolicies.policy("api", "/api/**").allowedOrigins("https://app.example")),
				PlainServlet.class);
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
