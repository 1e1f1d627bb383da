package io.github.corsstarter.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.corsstarter.policy.CorsDecision;
import io.github.corsstarter.policy.CorsDecisionListener;
import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.policy.CorsPolicy;
import io.github.corsstarter.policy.CorsPolicyDefinition;
import io.github.corsstarter.policy.CorsRequest;
import io.github.corsstarter.policy.EffectivePolicy;
import io.github.corsstarter.validation.report.InvalidCorsPolicyException;
import io.github.corsstarter.validation.report.UnsafeCorsPolicyException;
import io.github.corsstarter.validation.report.ValidationReport;
import io.github.corsstarter.web.PathPatternMapping;
import io.github.corsstarter.web.servlet.CorsPolicyFilter;
import io.github.corsstarter.web.servlet.PolicyCorsConfigurationSource;
import io.github.corsstarter.web.servlet.WebSocketHandshakes;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.PreFlightRequestHandler;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CorsAutoConfiguration} on the servlet stack.
 */
@ExtendWith(OutputCaptureExtension.class)
class CorsAutoConfigurationTests {

	private static final String ORIGIN = "cors.allowed-origins=https://app.example.com";

	private final WebApplicationContextRunner contextRunner = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(CorsAutoConfiguration.class));

	@Test
	void backsOffWithoutWebApplication() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(CorsAutoConfiguration.class))
			.withPropertyValues("cors.allowed-origins=not an origin")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(CorsPolicies.class));
	}

	@Test
	void worksWithoutOptionalDependencies() {
		this.contextRunner.withPropertyValues(ORIGIN)
			.withClassLoader(new FilteredClassLoader("org.springframework.web.reactive", "reactor",
					"org.springframework.boot.actuate", "io.micrometer", "org.springframework.security",
					"org.springframework.web.servlet"))
			.run((context) -> assertThat(context).hasNotFailed().hasBean("corsPolicyFilterRegistration"));
	}

	/**
	 * Spring Cloud Function offers beans of these types to the world.
	 */
	@Test
	void offersNoFunctions() {
		this.contextRunner.withPropertyValues(ORIGIN)
			.run((context) -> assertThat(context).doesNotHaveBean(Supplier.class)
				.doesNotHaveBean(Function.class)
				.doesNotHaveBean(Consumer.class));
	}

	@Test
	void leavesWebSocketsAloneWhereThereAreNone() {
		this.contextRunner.withPropertyValues(ORIGIN)
			.withClassLoader(new FilteredClassLoader("org.springframework.web.socket"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(WebSocketHandshakes.class));
	}

	@Test
	void registersNothingWhenDisabled() {
		this.contextRunner.withPropertyValues("cors.enabled=false", "cors.allowed-origins=not an origin")
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(CorsPolicies.class)
				.doesNotHaveBean(FilterRegistrationBean.class)
				.doesNotHaveBean("corsPolicyConfigurationSource"));
	}

	@Test
	void unquotedOffDisables() {
		this.contextRunner.withPropertyValues("cors.enabled=off")
			.run((context) -> assertThat(context).doesNotHaveBean(CorsPolicies.class));
	}

	@Test
	void valueThatIsNoBooleanDoesNotDisable() {
		this.contextRunner.withPropertyValues("cors.enabled=flase")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidCorsPolicyException.class)
				.hasMessageContaining("cors.enabled = flase"));
	}

	@Test
	void userDefinedPoliciesWin() {
		this.contextRunner.withUserConfiguration(OwnPolicies.class)
			.withPropertyValues("cors.allowed-origins=not an origin")
			.run((context) -> {
				assertThat(context).hasNotFailed().hasSingleBean(CorsPolicies.class);
				assertThat(context.getBean(CorsPolicies.class)).isSameAs(context.getBean("ownPolicies"));
				assertThat(status(context.getBean(FilterRegistrationBean.class), "https://own.example.com"))
					.isEqualTo(200);
			});
	}

	@Test
	void userDefinedRegistrationWins() {
		this.contextRunner.withUserConfiguration(OwnRegistration.class)
			.run((context) -> assertThat(context.getBean(FilterRegistrationBean.class).getOrder()).isEqualTo(42));
	}

	@Test
	void nothingIsGovernedWithoutProperties() {
		this.contextRunner.run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(context.getBean(CorsPolicies.class).policies()).isEmpty();
			assertThat(status(context.getBean(FilterRegistrationBean.class), "https://app.example.com")).isEqualTo(200);
		});
	}

	@Test
	void policiesAreCompiledFromProperties() {
		this.contextRunner
			.withPropertyValues(ORIGIN, "cors.policies.admin.paths=/admin/**", "cors.policies.gone.paths=/gone/**",
					"cors.policies.gone.enabled=false")
			.run((context) -> assertThat(context.getBean(CorsPolicies.class).policies()).extracting(CorsPolicy::name)
				.containsExactly("admin", "base"));
	}

	@Test
	void rejectionsAreExplainedOnlyOnRequest() {
		CorsRequest request = CorsRequest.builder("GET", "/").origin("https://evil.example").build();
		this.contextRunner.withPropertyValues(ORIGIN)
			.run((context) -> assertThat(context.getBean(CorsPolicies.class).decide(request).body())
				.isEqualTo("Invalid CORS request"));
		this.contextRunner.withPropertyValues(ORIGIN, "cors.explain-rejections=true")
			.run((context) -> assertThat(context.getBean(CorsPolicies.class).decide(request).body())
				.contains("origin-not-allowed"));
	}

	@Test
	void baseGovernsNothingWithoutOrigins() {
		this.contextRunner
			.withPropertyValues("cors.max-age=1m", "cors.policies.admin.paths=/admin/**",
					"cors.policies.admin.allowed-origins=https://admin.example.com")
			.run((context) -> assertThat(context.getBean(CorsPolicies.class).policies()).extracting(CorsPolicy::name)
				.containsExactly("admin"));
	}

	@Test
	void filterObeysPolicies() {
		this.contextRunner.withPropertyValues(ORIGIN).run((context) -> {
			FilterRegistrationBean<?> registration = context.getBean(FilterRegistrationBean.class);
			assertThat(status(registration, "https://app.example.com")).isEqualTo(200);
			assertThat(status(registration, "https://other.example.com")).isEqualTo(403);
		});
	}

	@Test
	void filterIsRegisteredAheadOfSecurityForEveryDispatch() {
		this.contextRunner.run((context) -> {
			FilterRegistrationBean<?> registration = context.getBean("corsPolicyFilterRegistration",
					FilterRegistrationBean.class);
			assertThat(registration.getFilter()).isInstanceOf(CorsPolicyFilter.class);
			assertThat(registration.getOrder()).isEqualTo(Ordered.HIGHEST_PRECEDENCE + 20);
			assertThat(registration.isAsyncSupported()).isTrue();
			assertThat(registration.getUrlPatterns()).isEmpty();
			assertThat(registration.determineDispatcherTypes()).contains(DispatcherType.REQUEST, DispatcherType.ASYNC,
					DispatcherType.ERROR, DispatcherType.FORWARD);
		});
	}

	@Test
	void orderOfFilterCanBeChanged() {
		this.contextRunner.withPropertyValues("cors.filter.order=-50")
			.run((context) -> assertThat(context.getBean(FilterRegistrationBean.class).getOrder()).isEqualTo(-50));
	}

	@Test
	void listenersAreToldInTheirOrder() {
		this.contextRunner.withPropertyValues(ORIGIN).withUserConfiguration(Listeners.class).run((context) -> {
			status(context.getBean(FilterRegistrationBean.class), "https://other.example.com");
			assertThat(context.getBean(Listeners.class).told).containsExactly("first REJECTED", "second REJECTED");
		});
	}

	@Test
	void sourceIsNoDefaultCandidate() {
		this.contextRunner.withPropertyValues(ORIGIN).run((context) -> {
			assertThat(context).getBean("corsPolicyConfigurationSource")
				.isInstanceOf(PolicyCorsConfigurationSource.class);
			assertThat(context.getBeanFactory().getMergedBeanDefinition("corsPolicyConfigurationSource"))
				.isInstanceOfSatisfying(AbstractBeanDefinition.class,
						(definition) -> assertThat(definition.isDefaultCandidate()).isFalse());
		});
	}

	@Test
	void applicationsOwnSourceStaysUnique() {
		this.contextRunner.withPropertyValues(ORIGIN)
			.withUserConfiguration(OwnSource.class)
			.run((context) -> assertThat(context.getBeanProvider(CorsConfigurationSource.class).getIfUnique())
				.isSameAs(context.getBean("ownSource")));
	}

	@Test
	void nothingIsTakenForTheApplicationsOwnCorsSupport() {
		this.contextRunner.withPropertyValues(ORIGIN)
			.run((context) -> assertThat(context).doesNotHaveBean("corsFilter")
				.doesNotHaveBean("corsConfigurationSource")
				.doesNotHaveBean(UrlBasedCorsConfigurationSource.class)
				.doesNotHaveBean(CorsFilter.class)
				.doesNotHaveBean(PreFlightRequestHandler.class));
	}

	@Test
	void invalidPolicyStopsTheStartInEveryProfile() {
		this.contextRunner.withPropertyValues("cors.allowed-origins=app.example.com", "cors.max-age=30min")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidCorsPolicyException.class)
				.hasMessageContaining("invalid-origin")
				.hasMessageContaining("invalid-value"));
	}

	@Test
	void unsafePolicyStopsTheStartInProduction() {
		this.contextRunner
			.withPropertyValues("cors.allowed-origins=http://localhost:5173", "spring.profiles.active=prod-eu")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(UnsafeCorsPolicyException.class)
				.hasMessageContaining("localhost-origin"));
	}

	@Test
	void longListsAreShortenedInTheLog(CapturedOutput output) {
		this.contextRunner
			.withPropertyValues("cors.allowed-origins=http://localhost:1,http://localhost:2,http://localhost:3,"
					+ "http://localhost:4,http://localhost:5,http://localhost:6,http://localhost:7")
			.run((context) -> assertThat(output.getOut().lines().filter((line) -> line.contains("INFO"))).hasSize(2)
				.allSatisfy((line) -> assertThat(line).contains("and 2 more").doesNotContain("localhost:6")));
	}

	@Test
	void keyThatIsItsOwnValueIsLoggedOnce(CapturedOutput output) {
		this.contextRunner.withPropertyValues("cors.alowed-origins=https://app.example.com")
			.run((context) -> assertThat(output.getOut()).contains("unknown-property: cors.alowed-origins")
				.doesNotContain("cors.alowed-origins = "));
	}

	@Test
	void unsafePolicyIsLoggedOutsideProduction(CapturedOutput output) {
		this.contextRunner.withPropertyValues("cors.allowed-origins=http://localhost:5173,https://app.example.com")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(output.getOut().lines().filter((line) -> line.contains("would stop the start")))
					.singleElement()
					.asString()
					.contains("INFO")
					.contains("localhost-origin: cors.allowed-origins[0] = http://localhost:5173");
			});
	}

	@Test
	void oneLineSaysWhatIsAllowedWhere(CapturedOutput output) {
		this.contextRunner
			.withPropertyValues(ORIGIN, "cors.policies.open.paths=/open/**", "cors.policies.open.allowed-origins=*",
					"cors.policies.none.paths=/none/**", "cors.policies.none.allowed-origins=",
					"cors.policies.admin.paths=/admin/**,/ops/**", "cors.policies.admin.allow-credentials=true",
					"cors.policies.admin.allowed-origins=https://a.example,https://b.example,https://c.example,"
							+ "https://d.example,https://e.example,https://f.example")
			.run((context) -> assertThat(output.getOut().lines().filter((line) -> line.contains("CORS: ")))
				.singleElement()
				.asString()
				.contains("INFO")
				.contains("'base' allows https://app.example.com on /**")
				.contains("'open' allows any origin on /open/**")
				.contains("'none' allows no origin on /none/**")
				.contains("'admin' allows https://a.example, https://b.example, https://c.example, https://d.example, "
						+ "https://e.example and 1 more with credentials on /admin/**, /ops/**"));
	}

	@Test
	void adviceIsLogged(CapturedOutput output) {
		this.contextRunner.withPropertyValues(ORIGIN, "cors.max-age=7d").run((context) -> {
			assertThat(output.getOut().lines().filter((line) -> line.contains("WARN"))).singleElement()
				.asString()
				.contains("long-max-age: cors.max-age = 7d at ");
			assertThat(context.getBean(ValidationReport.class).warnings()).hasSize(1);
		});
	}

	@Test
	void policiesAreValidatedThoughBeansAreLazy() {
		this.contextRunner.withBean(LazyInitializationBeanFactoryPostProcessor.class)
			.withPropertyValues("cors.allowed-origins=app.example.com")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidCorsPolicyException.class));
	}

	@Test
	void nothingIsValidatedWhileTheApplicationIsBuilt() {
		this.contextRunner.withSystemProperties("spring.aot.processing=true")
			.withPropertyValues("cors.allowed-origins=app.example.com")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	private static int status(FilterRegistrationBean<?> registration, String origin) throws Exception {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/users");
		request.addHeader("Origin", origin);
		MockHttpServletResponse response = new MockHttpServletResponse();
		Filter filter = registration.getFilter();
		assertThat(filter).isNotNull();
		filter.doFilter(request, response, new MockFilterChain());
		return response.getStatus();
	}

	@Configuration(proxyBeanMethods = false)
	static class OwnPolicies {

		@Bean
		CorsPolicies ownPolicies() {
			EffectivePolicy policy = EffectivePolicy
				.of(CorsPolicyDefinition.builder("base").allowedOrigins("https://own.example.com").build());
			return new CorsPolicies(PathPatternMapping.of(List.of(CorsPolicy.compile(policy)), List.of()));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnRegistration {

		@Bean
		FilterRegistrationBean<CorsPolicyFilter> corsPolicyFilterRegistration(CorsPolicies policies) {
			FilterRegistrationBean<CorsPolicyFilter> registration = new FilterRegistrationBean<>(
					new CorsPolicyFilter(policies, (request, decision) -> {
					}));
			registration.setOrder(42);
			return registration;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnSource {

		@Bean
		CorsConfigurationSource ownSource() {
			return (request) -> null;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Listeners {

		private final List<String> told = new ArrayList<>();

		@Bean
		@Order(2)
		CorsDecisionListener second() {
			return (request, decision) -> tell("second", decision);
		}

		@Bean
		@Order(1)
		CorsDecisionListener first() {
			return (request, decision) -> tell("first", decision);
		}

		private void tell(String listener, CorsDecision decision) {
			this.told.add(listener + " " + decision.outcome());
		}

	}

}
