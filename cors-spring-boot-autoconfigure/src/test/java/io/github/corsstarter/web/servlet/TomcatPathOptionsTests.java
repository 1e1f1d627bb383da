package io.github.corsstarter.web.servlet;

import java.io.IOException;

import io.github.corsstarter.policy.CorsDecision;
import io.github.corsstarter.policy.CorsPolicy;
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

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CorsPolicyFilter} in a Tomcat that takes encoded slashes for slashes
 * and leaves several slashes at the start of a path.
 */
class TomcatPathOptionsTests {

	private static ServletServer server;

	@BeforeAll
	static void start() {
		server = ServletServer.startAt("/shop", TestPolicies.policies(
				TestPolicies.policy("admin", "/admin/**")
					.allowedOrigins("https://admin.example", "https://both.example"),
				TestPolicies.policy("public", "/public/**")
					.allowedOrigins("https://public.example", "https://both.example"),
				TestPolicies.policy("base", "/**").allowedOrigins("https://base.example", "https://both.example")),
				Lenient.class);
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/shop/public/..%2fadmin/x", "/shop/public/..%5Cadmin/x", "/shop/public%2F..%2Fadmin/x",
			"/shop/public/%2e%2e%2Fadmin%2fx", "/shop/other/..%2fadmin/x", "/shop/..%2fshop/admin/x", "//shop/admin/x",
			"//shop/public/../admin/x", "//shop/public/..%2fadmin/x" })
	void pathThatTheServerMapsToAdminNeedsAnOriginThatAdminAllows(String path) {
		for (String origin : new String[] { "https://public.example", "https://base.example" }) {
			assertThat(server.send("GET " + path, "Origin: " + origin).status()).isEqualTo(403);
		}
		RawReply allowed = server.send("GET " + path, "Origin: https://both.example");
		assertThat(allowed.status()).isEqualTo(200);
		assertThat(allowed.body()).isEqualTo("/admin");
	}

	@Test
	void pathThatIsNotToldFromTheContextPathIsRejected() {
		RawReply reply = server.send("GET /shop%2fadmin/x", "Origin: https://both.example");
		assertThat(reply.status()).isEqualTo(403);
		assertThat(server.decisions()).extracting(CorsDecision::policy).containsOnlyNulls();
	}

	@ParameterizedTest
	@ValueSource(strings = { "//shop/admin/x", "///shop/admin/x", "//shop//admin/x" })
	void slashesAtTheStartAreNoPartOfThePath(String path) {
		RawReply reply = server.send("GET " + path, "Origin: https://admin.example");
		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.header("Access-Control-Allow-Origin")).containsExactly("https://admin.example");
		assertThat(server.decisions()).extracting(CorsDecision::policy)
			.extracting(CorsPolicy::name)
			.containsExactly("admin");
	}

	@Configuration(proxyBeanMethods = false)
	static class Lenient {

		@Bean
		WebServerFactoryCustomizer<TomcatServletWebServerFactory> lenient() {
			return (factory) -> {
				factory.addConnectorCustomizers((connector) -> {
					connector.setEncodedSolidusHandling("decode");
					connector.setEncodedReverseSolidusHandling("decode");
					connector.setAllowBackslash(true);
				});
				factory.addContextCustomizers((context) -> context.setAllowMultipleLeadingForwardSlashInPath(true));
			};
		}

		@Bean
		ServletRegistrationBean<HttpServlet> admin() {
			return new ServletRegistrationBean<>(new HttpServlet() {

				@Override
				protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
					response.getWriter().print(request.getServletPath());
				}

			}, "/admin/*");
		}

	}

}
