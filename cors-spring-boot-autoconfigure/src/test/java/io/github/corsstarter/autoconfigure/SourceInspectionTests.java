package io.github.corsstarter.autoconfigure;

import java.util.List;
import java.util.function.Supplier;

import io.github.corsstarter.actuate.CorsEndpoint;
import io.github.corsstarter.actuate.CorsSourceDescriptor;
import io.github.corsstarter.inspect.CorsSourceInspector;
import io.github.corsstarter.inspect.CorsSourceInspectors;
import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.policy.CorsPolicy;
import io.github.corsstarter.policy.CorsPolicyDefinition;
import io.github.corsstarter.policy.EffectivePolicy;
import io.github.corsstarter.validation.report.InvalidCorsPolicyException;
import io.github.corsstarter.validation.report.UnsafeCorsPolicyException;
import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.validation.source.SourceConfiguration;
import io.github.corsstarter.web.PathPatternMapping;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.assertj.AssertableWebApplicationContext;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContextException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests for {@link SourceInspection}.
 */
@ExtendWith(OutputCaptureExtension.class)
class SourceInspectionTests {

	private static final String LOCALHOST = "http://localhost:3000";

	private static final String HANDLER = "com.acme.UserController#list()";

	private static final String WAIVER = "cors.validation.waivers[0].";

	private final WebApplicationContextRunner contextRunner = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(CorsAutoConfiguration.class, CorsEndpointAutoConfiguration.class))
		.withPropertyValues("management.endpoints.web.exposure.include=cors")
		.withUserConfiguration(Sources.class);

	private final WebApplicationContextRunner production = this.contextRunner
		.withPropertyValues("spring.profiles.active=prod");

	@Test
	void unsafeSourceStopsProduction() {
		this.production.run((context) -> assertThat(context).getFailure()
			.rootCause()
			.isInstanceOf(UnsafeCorsPolicyException.class)
			.hasMessageContaining("localhost-origin: " + LOCALHOST)
			.hasMessageContaining("at " + HANDLER));
	}

	@Test
	void unsafeSourceStopsProductionThoughBeansAreLazy() {
		this.production.withBean(LazyInitializationBeanFactoryPostProcessor.class)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(UnsafeCorsPolicyException.class));
	}

	@Test
	void reportHasTheWarningsOfThePoliciesToo() {
		this.production.withPropertyValues("cors.allowed-origins=https://app.example.com", "cors.max-age=7d")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("1 problem")
				.hasMessageContaining("long-max-age: cors.max-age = 7d")
				.hasMessageContaining("shadowed-cors: " + HANDLER));
	}

	@Test
	void brokenPoliciesStopTheStartFirst() {
		this.production.withPropertyValues("cors.allowed-origins=app.example.com")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidCorsPolicyException.class)
				.hasMessageNotContaining("localhost"));
	}

	@Test
	void waiverHoldsForASourceAndIsNotUnused(CapturedOutput output) {
		this.production
			.withPropertyValues(WAIVER + "rule=localhost-origin", WAIVER + "value=" + LOCALHOST,
					WAIVER + "reason=a web view", "cors.validation.rules.unused-waiver=error")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(violations(context)).containsExactly("localhost-origin error waived");
				assertThat(output).doesNotContain("WARN");
			});
	}

	@Test
	void unusedWaiverIsReportedOnce(CapturedOutput output) {
		this.contextRunner
			.withPropertyValues(WAIVER + "rule=localhost-origin", WAIVER + "value=http://localhost:4000",
					WAIVER + "reason=a web view")
			.run((context) -> {
				assertThat(violations(context)).containsExactly("localhost-origin info", "unused-waiver warn");
				assertThat(output.getOut().lines().filter((line) -> line.contains("unused-waiver"))).hasSize(1);
			});
	}

	@Test
	void endpointShowsSourcesAndTheirViolations(CapturedOutput output) {
		this.contextRunner.withPropertyValues("cors.allowed-origins=https://app.example.com").run((context) -> {
			assertThat(sources(context))
				.containsExactly(new CorsSourceDescriptor("cross-origin-annotation", HANDLER, List.of("/users"), 1,
						"shadowed", "base", null, new CorsSourceDescriptor.ConfigurationDescriptor(List.of(LOCALHOST),
								null, null, null, null, null, "PT30M", null)));
			assertThat(violations(context)).containsExactly("localhost-origin info", "shadowed-cors warn");
			assertThat(output.getOut().lines().filter((line) -> line.contains("WARN"))).singleElement()
				.asString()
				.contains("shadowed-cors: " + HANDLER);
			assertThat(output).contains("would stop the start: localhost-origin: " + LOCALHOST + " at " + HANDLER);
		});
	}

	@Test
	void sourcesAreReadThoughNothingIsConfigured() {
		this.contextRunner.run((context) -> {
			assertThat(sources(context)).extracting(CorsSourceDescriptor::effect).containsExactly("active");
			assertThat(violations(context)).containsExactly("localhost-origin info");
		});
	}

	@Test
	void nothingIsReadWhenDisabled() {
		this.production.withPropertyValues("cors.enabled=false").run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(sources(context)).isEmpty();
			assertThat(violations(context)).isEmpty();
		});
	}

	@Test
	void nothingIsJudgedWhileTheApplicationIsBuilt() {
		this.production.withSystemProperties("spring.aot.processing=true")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void applicationsOwnPoliciesShadowAndItsPropertiesAreNotJudged() {
		this.contextRunner.withUserConfiguration(OwnPolicies.class)
			.withPropertyValues("cors.allowed-origins=not an origin")
			.run((context) -> {
				assertThat(sources(context)).extracting(CorsSourceDescriptor::shadowedBy).containsExactly("own");
				assertThat(violations(context)).containsExactly("localhost-origin info", "shadowed-cors warn");
			});
	}

	@Test
	void whatAnInspectorFailsToReadIsOpaque(CapturedOutput output) {
		this.contextRunner
			.withBean("broken", CorsSourceInspectors.class, () -> inspector(CorsSource.Kind.GATEWAY, () -> {
				throw new NoClassDefFoundError("com/acme/Missing");
			}))
			.run((context) -> {
				assertThat(sources(context)).extracting(CorsSourceDescriptor::kind, CorsSourceDescriptor::effect)
					.containsExactlyInAnyOrder(tuple("cross-origin-annotation", "active"), tuple("gateway", "opaque"));
				assertThat(output).contains("CORS configuration of the kind 'gateway' cannot be read");
			});
	}

	@Test
	void whatABeanAllowsIsReportedOnceHoweverManyUseIt() {
		SourceConfiguration configuration = new SourceConfiguration(List.of("http://localhost:4000"), null, null, null,
				null, null, null);
		this.contextRunner
			.withBean("bean", CorsSourceInspectors.class,
					() -> inspector(CorsSource.Kind.CORS_CONFIGURATION_SOURCE,
							() -> List.of(CorsSource.code(CorsSource.Kind.CORS_CONFIGURATION_SOURCE, "source",
									List.of("/orders"), configuration))))
			.withBean("user", CorsSourceInspectors.class,
					() -> inspector(CorsSource.Kind.SECURITY_FILTER_CHAIN,
							() -> List.of(CorsSource.code(CorsSource.Kind.SECURITY_FILTER_CHAIN, "chain",
									List.of("/orders"), configuration))))
			.run((context) -> assertThat(violations(context)).containsExactly("localhost-origin info",
					"localhost-origin info"));
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void reportIsPrintedOnceBeforeAPortIsOpen(WebApplicationType type, CapturedOutput output) {
		assertThatExceptionOfType(ApplicationContextException.class)
			.isThrownBy(() -> new SpringApplicationBuilder(Application.class).web(type)
				.run("--server.port=0", "--spring.profiles.active=prod"))
			.withRootCauseInstanceOf(UnsafeCorsPolicyException.class);
		assertThat(output).contains("APPLICATION FAILED TO START").doesNotContain("started on port");
		assertThat(output.getAll().lines().filter((line) -> line.contains("localhost-origin"))).singleElement()
			.asString()
			.isEqualTo("  1. localhost-origin: " + LOCALHOST);
	}

	private static CorsSourceInspectors inspector(CorsSource.Kind kind, Supplier<List<CorsSource>> sources) {
		return () -> List.of(new CorsSourceInspector() {

			@Override
			public CorsSource.Kind kind() {
				return kind;
			}

			@Override
			public List<CorsSource> inspect() {
				return sources.get();
			}

		});
	}

	private static List<CorsSourceDescriptor> sources(AssertableWebApplicationContext context) {
		return context.getBean(CorsEndpoint.class).cors().otherSources();
	}

	private static List<String> violations(AssertableWebApplicationContext context) {
		return context.getBean(CorsEndpoint.class)
			.cors()
			.violations()
			.stream()
			.map((violation) -> violation.rule() + " " + violation.severity()
					+ ((violation.waiver() != null) ? " waived" : ""))
			.toList();
	}

	@Configuration(proxyBeanMethods = false)
	static class Sources {

		@Bean
		CorsSourceInspectors inspector() {
			return SourceInspectionTests
				.inspector(CorsSource.Kind.CROSS_ORIGIN_ANNOTATION,
						() -> List.of(CorsSource.annotation(CorsSource.Kind.CROSS_ORIGIN_ANNOTATION, HANDLER,
								List.of("/users"), 1,
								new SourceConfiguration(List.of(LOCALHOST), null, null, null, null, null, 1800L))));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application extends Sources {

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnPolicies {

		@Bean
		CorsPolicies ownPolicies() {
			EffectivePolicy policy = EffectivePolicy.of(CorsPolicyDefinition.builder("own")
				.paths("/users/**")
				.allowedOrigins("https://own.example.com")
				.build());
			return new CorsPolicies(PathPatternMapping.of(List.of(CorsPolicy.compile(policy)), List.of()));
		}

	}

}
