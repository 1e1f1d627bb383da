package io.github.corsstarter.reload;

import java.nio.file.Path;
import java.util.Map;

import io.github.corsstarter.reload.ReloadResult.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.WebApplicationType;
import org.springframework.core.env.MapPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A reload of an application that was not asked for one before: what it was started with
 * is what counts.
 */
class FirstReloadTests {

	@TempDir
	private Path directory;

	@Test
	void policiesThatWereEnabledAtTheStartRemainSo() {
		Path file = this.directory.resolve("cors.yml");
		ReloadedShop.write(file, "cors.allowed-origins: https://old.example.com");
		try (ReloadedShop shop = ReloadedShop.start(WebApplicationType.SERVLET, "--spring.config.import=" + file)) {
			shop.context()
				.getEnvironment()
				.getPropertySources()
				.addFirst(new MapPropertySource("later", Map.of("cors.enabled", "false")));
			ReloadedShop.write(file, "cors.allowed-origins: https://new.example.com");
			assertThat(shop.reloader().reload().outcome()).isEqualTo(Outcome.APPLIED);
			assertThat(shop.allows("https://new.example.com")).isTrue();
		}
	}

}
