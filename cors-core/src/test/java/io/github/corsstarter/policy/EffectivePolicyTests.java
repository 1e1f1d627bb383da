package io.github.corsstarter.policy;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link EffectivePolicy}.
 */
class EffectivePolicyTests {

	@Test
	void baseHasDefaults() {
		EffectivePolicy base = EffectivePolicy.of(CorsPolicyDefinition.builder("base").build());
		assertThat(base.paths().texts()).containsExactly("/**");
		assertThat(base.allowedMethods().texts()).containsExactly("GET", "HEAD", "POST");
		assertThat(base.allowedHeaders().texts()).containsExactly("*");
		assertThat(base.exposedHeaders().texts()).isEmpty();
		assertThat(base.allowCredentials().value()).isFalse();
		assertThat(base.maxAge().value()).isEqualTo(Duration.ofMinutes(30));
		assertThat(base.preflightStatus().value()).isEqualTo(200);
		assertThat(base.allowedOrigins().texts()).isEmpty();
	}

	@Test
	void baseGovernsAsSoonAsAnOriginKeyIsSet() {
		assertThat(EffectivePolicy.of(CorsPolicyDefinition.builder("base").build()).governs()).isFalse();
		assertThat(EffectivePolicy.of(CorsPolicyDefinition.builder("base").allowedOriginRegexes().build()).governs())
			.isTrue();
		assertThat(
				EffectivePolicy.of(CorsPolicyDefinition.builder("base").allowedOrigins("*").paths().build()).governs())
			.isFalse();
	}

	@Test
	void originKeysAreInheritedAsOneGroup() {
		CorsPolicyDefinition base = CorsPolicyDefinition.builder("base")
			.allowedOrigins("https://a.example")
			.allowedOriginPatterns("https://*.a.example")
			.build();
		EffectivePolicy inheriting = EffectivePolicy.of(CorsPolicyDefinition.builder("api").paths("/api/**").build(),
				base);
		assertThat(inheriting.allowedOrigins()).isEqualTo(base.allowedOrigins());
		assertThat(inheriting.allowedOriginPatterns()).isEqualTo(base.allowedOriginPatterns());
		assertThat(inheriting.inherited()).contains("allowedOrigins", "allowedOriginPatterns", "allowedOriginRegexes");
		EffectivePolicy own = EffectivePolicy
			.of(CorsPolicyDefinition.builder("api").paths("/api/**").allowedOriginRegexes().build(), base);
		assertThat(own.allowedOrigins().texts()).isEmpty();
		assertThat(own.allowedOriginPatterns().texts()).isEmpty();
		assertThat(own.inherited()).doesNotContain("allowedOrigins", "allowedOriginPatterns", "allowedOriginRegexes");
	}

	@Test
	void originKeysThatNobodySetBelongToWhoeverSetTheGroup() {
		CorsPolicyDefinition base = CorsPolicyDefinition.builder("base")
			.allowedOriginPatterns("https://*.a.example")
			.build();
		CorsPolicyDefinition api = CorsPolicyDefinition.builder("api").paths("/api/**").build();
		assertThat(EffectivePolicy.of(api, base).allowedOrigins().key()).isEqualTo("cors.allowed-origins");
		assertThat(EffectivePolicy.of(api, CorsPolicyDefinition.builder("base").build()).allowedOrigins().key())
			.isEqualTo("cors.policies.api.allowed-origins");
	}

	@Test
	void everyOtherKeyIsInheritedOnItsOwnAndASetListReplacesTheInheritedOne() {
		CorsPolicyDefinition base = CorsPolicyDefinition.builder("base")
			.allowedMethods("GET", "PUT")
			.allowCredentials(true)
			.build();
		EffectivePolicy policy = EffectivePolicy
			.of(CorsPolicyDefinition.builder("api").paths("/api/**").allowedMethods("DELETE").build(), base);
		assertThat(policy.allowedMethods().texts()).containsExactly("DELETE");
		assertThat(policy.allowCredentials().value()).isTrue();
		assertThat(policy.allowCredentials().property()).isEqualTo("cors.allow-credentials");
		assertThat(policy.inherited()).containsExactly("allowedOrigins", "allowedOriginPatterns",
				"allowedOriginRegexes", "allowedHeaders", "exposedHeaders", "allowCredentials", "maxAge",
				"preflightStatus", "crossSiteForms", "timingAllowOrigin", "enforcement");
	}

	@Test
	void pathsAreNeverInherited() {
		CorsPolicyDefinition base = CorsPolicyDefinition.builder("base").paths("/api/**").allowedOrigins("*").build();
		EffectivePolicy policy = EffectivePolicy.of(CorsPolicyDefinition.builder("admin").build(), base);
		assertThat(policy.paths().texts()).isEmpty();
		assertThat(policy.governs()).isFalse();
	}

}
