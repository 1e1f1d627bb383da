package io.github.corsstarter.reload;

import java.nio.file.Path;
import java.util.List;

import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.reload.ReloadResult.Outcome;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.WebApplicationType;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Policies that change while the application runs, on the wire and in what it tells about
 * them.
 */
class ReloadTests {

	private static final String OLD = """
			cors:
			  paths: /items/**
			  allowed-origins: [https://old.example.com, https://app.example.com]
			""";

	private static final String NEW = """
			cors:
			  paths: /items/**
			  allowed-methods: [GET, PUT]
			  allowed-origins:
			    - https://app.example.com
			    - https://new.example.com
			""";

	@TempDir
	private Path directory;

	private ReloadedShop start(WebApplicationType type, String... arguments) {
		String[] all = new String[arguments.length + 1];
		System.arraycopy(arguments, 0, all, 0, arguments.length);
		all[arguments.length] = "--spring.config.import=optional:file:" + file();
		return ReloadedShop.start(type, all);
	}

	private Path file() {
		return this.directory.resolve("cors.yml");
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void callTakesOverWhatAFileSaysNow(WebApplicationType type) {
		ReloadedShop.write(file(), OLD);
		try (ReloadedShop shop = start(type)) {
			assertThat(shop.allows("https://old.example.com")).isTrue();
			String revision = shop.reloader().status().revision();
			ReloadedShop.write(file(), NEW);
			ReloadResult checked = shop.reloader().check();
			assertThat(checked.outcome()).isEqualTo(Outcome.APPLIED);
			assertThat(checked.revision()).isNotEqualTo(revision);
			assertThat(shop.allows("https://old.example.com")).isTrue();
			assertThat(shop.reloader().status().lastAttempt()).isNull();
			ReloadResult result = shop.reloader().reload();
			assertThat(result.outcome()).isEqualTo(Outcome.APPLIED);
			assertThat(result.revision()).isEqualTo(checked.revision()).matches("[0-9a-f]{12}");
			assertThat(result.changes()).contains(new PolicyChange("base", "origin", "wider"),
					new PolicyChange("base", "origin", "narrower"), new PolicyChange("base", "method", "wider"));
			assertThat(shop.allows("https://old.example.com")).isFalse();
			assertThat(shop.get("/items", "https://old.example.com").statusCode()).isEqualTo(403);
			assertThat(shop.allows("https://new.example.com")).isTrue();
			assertThat(shop.preflight("/items", "https://app.example.com", "PUT").headers().map())
				.containsEntry("Access-Control-Allow-Methods".toLowerCase(), List.of("GET, PUT"));
			assertThat(shop.reloader().reload().outcome()).isEqualTo(Outcome.UNCHANGED);
			assertThat(shop.context().getBean(CorsPolicies.class).policies()).hasSize(1);
		}
	}

}
