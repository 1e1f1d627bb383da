package io.github.corsstarter.aheadoftime;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import org.springframework.aot.AotDetector;
import org.springframework.core.SpringProperties;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * While the tests of a class run, applications start from what was processed ahead of
 * time.
 */
final class AheadOfTime implements BeforeAllCallback, AfterAllCallback {

	@Override
	public void beforeAll(ExtensionContext context) {
		SpringProperties.setFlag(AotDetector.AOT_ENABLED);
		assertThat(AotDetector.useGeneratedArtifacts()).isTrue();
	}

	@Override
	public void afterAll(ExtensionContext context) {
		SpringProperties.setProperty(AotDetector.AOT_ENABLED, null);
	}

}
