package io.github.corsstarter.autoconfigure;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.skyscreamer.jsonassert.JSONAssert;
import org.skyscreamer.jsonassert.JSONCompareMode;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The endpoint of an application on a real port answers what its documentation shows.
 */
class CorsEndpointApplicationTests {

	private static final Pattern JSON_BLOCK = Pattern.compile("```json\\n(.*?)```", Pattern.DOTALL);

	private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void answersAsDocumented(WebApplicationType type) throws Exception {
		try (ConfigurableApplicationContext application = start(type)) {
			String json = withoutTimes(get(application, ""));
			String documented = withoutTimes(documented("GET /actuator/cors")).replace("\"servlet\"",
					"\"" + type.name().toLowerCase(Locale.ROOT) + "\"");
			JSONAssert.assertEquals(json, documented, json, JSONCompareMode.STRICT);
			assertThat(json).isEqualToIgnoringWhitespace(documented);
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void explainsAsDocumented(WebApplicationType type) throws Exception {
		try (ConfigurableApplicationContext application = start(type)) {
			String json = get(application,
					"/explain?path=/orders/7&origin=http://shop.example.net&method=PUT&headers=content-type");
			assertThat(json).isEqualToIgnoringWhitespace(documented("GET /actuator/cors/explain"));
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void listsRejectionsAsDocumented(WebApplicationType type) throws Exception {
		try (ConfigurableApplicationContext application = start(type)) {
			HttpRequest request = HttpRequest.newBuilder(uri(application, "/orders/7"))
				.method("DELETE", HttpRequest.BodyPublishers.noBody())
				.header("Origin", "https://shop.example.net")
				.build();
			for (int i = 0; i < 3; i++) {
				assertThat(send(request).statusCode()).isEqualTo(403);
			}
			assertThat(withoutTimes(get(application, "/rejections")))
				.isEqualToIgnoringWhitespace(withoutTimes(documented("GET /actuator/cors/rejections")));
		}
	}

	private static String withoutTimes(String json) {
		return TIME.matcher(json).replaceAll("time");
	}

	private static String documented(String request) throws IOException {
		String page = Files.readString(Path.of("..", "docs", "endpoint.md"));
		int start = page.indexOf("\n`" + request + "` ");
		Matcher matcher = JSON_BLOCK.matcher(page);
		assertThat(start).as(request).isNotNegative();
		assertThat(matcher.find(start)).isTrue();
		return matcher.group(1);
	}

	private static String get(ConfigurableApplicationContext application, String view) throws Exception {
		HttpResponse<String> response = send(HttpRequest.newBuilder(uri(application, "/actuator/cors" + view)).build());
		assertThat(response.statusCode()).isEqualTo(200);
		return response.body();
	}

	private static URI uri(ConfigurableApplicationContext application, String target) {
		String port = application.getEnvironment().getRequiredProperty("local.server.port");
		return URI.create("http://localhost:" + port + target);
	}

	private static HttpResponse<String> send(HttpRequest request) throws Exception {
		return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
	}

	private static ConfigurableApplicationContext start(WebApplicationType type) {
		return new SpringApplicationBuilder(Application.class).web(type)
			.bannerMode(Banner.Mode.OFF)
			.profiles("prod")
			.properties("spring.config.location=classpath:/endpoint/")
			.run("--server.port=0");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
