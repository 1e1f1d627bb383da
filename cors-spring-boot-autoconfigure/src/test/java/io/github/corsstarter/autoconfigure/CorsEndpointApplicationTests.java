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

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void answersAsDocumented(WebApplicationType type) throws Exception {
		try (ConfigurableApplicationContext application = start(type)) {
			String json = get(application);
			String documented = documented().replace("\"servlet\"", "\"" + type.name().toLowerCase(Locale.ROOT) + "\"");
			JSONAssert.assertEquals(json, documented, json, JSONCompareMode.STRICT);
			assertThat(json).isEqualToIgnoringWhitespace(documented);
		}
	}

	private static String documented() throws IOException {
		Matcher matcher = JSON_BLOCK.matcher(Files.readString(Path.of("..", "docs", "endpoint.md")));
		assertThat(matcher.find()).isTrue();
		return matcher.group(1);
	}

	private static String get(ConfigurableApplicationContext application) throws Exception {
		String port = application.getEnvironment().getRequiredProperty("local.server.port");
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/cors")).build();
		HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
		assertThat(response.statusCode()).isEqualTo(200);
		return response.body();
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
