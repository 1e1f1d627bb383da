package io.github.corsstarter.validation.report;

import java.util.List;

import io.github.corsstarter.policy.ConfiguredList;
import io.github.corsstarter.validation.Validation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Deployment}.
 */
class DeploymentTests {

	@ParameterizedTest
	@CsvSource({ "prod, prod", "prod, PROD", "prod, prod-eu", "prod, prod_eu", "prod, prod.eu" })
	void isProductionWithOneOfItsProfiles(String name, String profile) {
		assertThat(Deployment.isProductionProfile(name, profile)).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "prod, preprod", "prod, nonprod", "prod, product", "prod, pro" })
	void isNotProductionWithOtherProfiles(String name, String profile) {
		assertThat(Deployment.isProductionProfile(name, profile)).isFalse();
	}

	@Test
	void namesTheActiveProfileThatMakesItProduction() {
		assertThat(new Deployment(true, List.of("eu", "Live_1", "x"), null,
				ConfiguredList.of("cors.production.profiles", List.of("prod", "live")), Validation.TODAY)
			.productionProfile()).isEqualTo("Live_1");
	}

	@Test
	void namesTheLastActiveProfileWhereAnExpressionMakesItProduction() {
		assertThat(new Deployment(true, List.of("eu", "live"), null,
				ConfiguredList.of("cors.production.profiles", List.of("prod", "eu & live")), Validation.TODAY)
			.productionProfile()).isEqualTo("live");
	}

	@Test
	void namesFirstPlainProductionProfileWhereNoneIsActive() {
		Deployment deployment = new Deployment(false, List.of("dev"), null,
				ConfiguredList.of("cors.production.profiles", List.of("eu & live", "live")), Validation.TODAY);
		assertThat(deployment.productionProfile()).isEqualTo("live");
	}

}
