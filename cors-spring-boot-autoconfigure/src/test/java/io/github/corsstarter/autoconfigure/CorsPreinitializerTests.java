package io.github.corsstarter.autoconfigure;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationListener;
import org.springframework.core.io.support.SpringFactoriesLoader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Tests for {@link CorsPreinitializer}.
 */
@ExtendWith(OutputCaptureExtension.class)
class CorsPreinitializerTests {

	@Test
	void isRegistered() {
		assertThat(SpringFactoriesLoader.forDefaultResourceLocation().load(ApplicationListener.class))
			.hasAtLeastOneElementOfType(CorsPreinitializer.class);
	}

	@ParameterizedTest
	@EnumSource
	void runsSilently(WebApplicationType type, CapturedOutput output) {
		assertThatNoException().isThrownBy(() -> CorsPreinitializer.run(type));
		assertThat(output).isEmpty();
	}

}
