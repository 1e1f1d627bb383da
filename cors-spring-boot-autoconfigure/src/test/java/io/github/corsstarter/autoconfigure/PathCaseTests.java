package io.github.corsstarter.autoconfigure;

import java.util.List;
import java.util.Objects;

import io.github.corsstarter.policy.CorsDecision;
import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.policy.CorsRequest;
import io.github.corsstarter.validation.report.InvalidCorsPolicyException;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.AntPathMatcher;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.servlet.config.annotation.PathMatchConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PathCase}.
 */
class PathCaseTests {

	private static final String[] POLICIES = { "cors.allowed-origins=https://base.example,https://both.example",
			"cors.policies.admin.paths=/admin/**",
			"cors.policies.admin.allowed-origins=https://admin.example,https://both.example" };

	private final WebApplicationContextRunner servlet = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(CorsAutoConfiguration.class, WebMvcAutoConfiguration.class))
		.withPropertyValues(POLICIES);

	private final ReactiveWebApplicationContextRunner reactive = new ReactiveWebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(CorsAutoConfiguration.class, WebFluxAutoConfiguration.class))
		.withPropertyValues(POLICIES);

	@Test
	void caseCountsWhereHandlerMappingsCountIt() {
		this.servlet.run((context) -> assertPolicyOfCapitals(context, "base"));
		this.reactive.run((context) -> assertPolicyOfCapitals(context, "base"));
	}

	@Test
	void noCapitalEscapesThePolicyOfAHandler() {
		this.servlet.withUserConfiguration(AnyCaseInMvc.class)
			.run((context) -> assertPolicyOfCapitals(context, "admin"));
		this.servlet.withUserConfiguration(AnyCaseByMatcher.class)
			.run((context) -> assertPolicyOfCapitals(context, "admin"));
		this.reactive.withUserConfiguration(AnyCaseInWebFlux.class)
			.run((context) -> assertPolicyOfCapitals(context, "admin"));
	}

	@Test
	void noCapitalEscapesWhereBeansAreLazy() {
		this.servlet.withUserConfiguration(AnyCaseInMvc.class)
			.withPropertyValues("spring.main.lazy-initialization=true")
			.run((context) -> assertPolicyOfCapitals(context, "admin"));
	}

	@Test
	void reservedPathIsReservedInAnyCase() {
		this.servlet.withUserConfiguration(AnyCaseInMvc.class)
			.withPropertyValues("management.endpoints.web.cors.allowed-origins=https://ops.example")
			.run((context) -> assertThat(decide(context, "/ACTUATOR/info").outcome())
				.isEqualTo(CorsDecision.Outcome.NOT_GOVERNED));
	}

	@Test
	void rejectionsAreExplainedInAnyCase() {
		this.servlet.withUserConfiguration(AnyCaseInMvc.class)
			.withPropertyValues("cors.explain-rejections=true")
			.run((context) -> assertThat(decide(context, "/Admin/x", "https://evil.example").body())
				.contains("'admin'"));
	}

	@Test
	void patternsThatDifferInCaseAloneAreTheSameTwice() {
		String[] twice = { "cors.policies.other.paths=/Admin/**", "cors.policies.other.allowed-origins=" };
		this.servlet.withPropertyValues(twice).run((context) -> assertThat(context).hasNotFailed());
		this.servlet.withPropertyValues(twice)
			.withUserConfiguration(AnyCaseInMvc.class)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidCorsPolicyException.class)
				.hasMessageContaining("duplicate-path")
				.hasMessageContaining("/Admin/**"));
		this.reactive.withPropertyValues(twice)
			.withUserConfiguration(AnyCaseInWebFlux.class)
			.run((context) -> assertThat(context).hasFailed());
	}

	private static void assertPolicyOfCapitals(ListableBeanFactory context, String policy) {
		for (String path : List.of("/Admin/x", "/ADMIN", "/public/../aDmin/x", "/%41dmin/x")) {
			assertThat(Objects.requireNonNull(decide(context, path).policy()).name()).isEqualTo(policy);
		}
		assertThat(Objects.requireNonNull(decide(context, "/admin/x").policy()).name()).isEqualTo("admin");
	}

	private static CorsDecision decide(ListableBeanFactory context, String path) {
		return decide(context, path, "https://both.example");
	}

	private static CorsDecision decide(ListableBeanFactory context, String path, String origin) {
		return context.getBean(CorsPolicies.class).decide(CorsRequest.builder("GET", path).origin(origin).build());
	}

	@Configuration(proxyBeanMethods = false)
	static class AnyCaseInMvc implements WebMvcConfigurer {

		@Override
		public void configurePathMatch(PathMatchConfigurer configurer) {
			PathPatternParser parser = new PathPatternParser();
			parser.setCaseSensitive(false);
			configurer.setPatternParser(parser);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class AnyCaseByMatcher {

		@Bean
		@SuppressWarnings("removal")
		SimpleUrlHandlerMapping files() {
			AntPathMatcher matcher = new AntPathMatcher();
			matcher.setCaseSensitive(false);
			SimpleUrlHandlerMapping mapping = new SimpleUrlHandlerMapping();
			mapping.setPatternParser(null);
			mapping.setPathMatcher(matcher);
			return mapping;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class AnyCaseInWebFlux implements WebFluxConfigurer {

		@Override
		public void configurePathMatching(org.springframework.web.reactive.config.PathMatchConfigurer configurer) {
			configurer.setUseCaseSensitiveMatch(false);
		}

	}

}
