package io.github.corsstarter.autoconfigure;

import java.util.List;

import io.github.corsstarter.wire.RawReply;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a client can get past a real server, and into the log.
 */
@ExtendWith(OutputCaptureExtension.class)
class HostileClientApplicationTests {

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void noControlCharacterReachesTheLog(WebApplicationType type, CapturedOutput output) {
		try (ConfigurableApplicationContext application = start(type)) {
			int port = application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
			RawReply.to(port, "GET /first", "Origin: https://stranger.example");
			int start = output.getOut().indexOf("Rejected GET /first");
			List<Integer> statuses = List
				.of(RawReply.to(port, "GET /%0d%0aforged%1b%5b31m", "Origin: https://stranger.example"),
						RawReply.to(port, "GET /a", "Origin: https://\u009b31m.example"),
						RawReply.to(port, "GET /a", "Origin: https://a\tb\u0085c.example"),
						RawReply.to(port, "GET /%C2%9B%E2%80%AE", "Origin: null"),
						RawReply.to(port, "OPTIONS /a", "Origin: https://app.example.com",
								"Access-Control-Request-Method: PUT\u0085"),
						RawReply.to(port, "OPTIONS /a", "Origin: https://app.example.com",
								"Access-Control-Request-Method: GET",
								"Access-Control-Request-Headers: x-a\tb,\u009b31m\u00e9"))
				.stream()
				.map(RawReply::status)
				.toList();
			assertThat(statuses).containsOnly(403);
			List<String> lines = output.getOut().substring(start).lines().toList();
			assertThat(lines).allSatisfy((line) -> assertThat(line).matches("[ -~]*"))
				.noneMatch((line) -> line.startsWith("forged"));
			assertThat(lines.stream().filter((line) -> line.contains("Rejected ") && !line.startsWith("INFO")))
				.hasSize(1 + statuses.size());
		}
	}

	private static ConfigurableApplicationContext start(WebApplicationType type) {
		return new SpringApplicationBuilder(Application.class).web(type)
			.bannerMode(Banner.Mode.OFF)
			.run("--server.port=0", "--cors.allowed-origins=https://app.example.com", "--cors.allowed-headers=x-trace",
					"--logging.level.io.github.corsstarter=debug", "--spring.output.ansi.enabled=never");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
