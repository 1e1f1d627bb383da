package io.github.corsstarter.autoconfigure;

import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import io.github.corsstarter.config.CorsSettings;
import io.github.corsstarter.inspect.Beans;
import io.github.corsstarter.inspect.CorsSourceInspectors;
import io.github.corsstarter.inspect.FurtherContexts;
import io.github.corsstarter.inspect.WholeApplication;
import io.github.corsstarter.inspect.reactive.ReactiveApplication;
import io.github.corsstarter.inspect.reactive.ReactiveInspectors;
import io.github.corsstarter.policy.CorsDecision;
import io.github.corsstarter.policy.CorsDecisionListener;
import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.reload.PoliciesInForce;
import io.github.corsstarter.report.CorsReport;
import io.github.corsstarter.report.reactive.CorsReportHandlerDecorator;
import io.github.corsstarter.web.reactive.CorsPolicyExceptionHandler;
import io.github.corsstarter.web.reactive.CorsPolicyWebFilter;
import io.github.corsstarter.web.reactive.HandlerMappingCase;
import io.github.corsstarter.web.reactive.PolicyCorsConfigurationSource;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.cors.reactive.CorsConfigurationSource;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.adapter.ForwardedHeaderTransformer;

/**
 * The beans of the reactive stack.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
class CorsReactiveConfiguration {

	private static final String OBSERVATION = "corsPolicyObservation";

	@Bean
	@ConditionalOnMissingBean
	CorsPolicyWebFilter corsPolicyWebFilter(CorsPolicies corsPolicies, CorsSettings corsSettings,
			ObjectProvider<CorsDecisionListener> listeners,
			@Qualifier(OBSERVATION) ObjectProvider<BiConsumer<ServerWebExchange, CorsDecision>> observation) {
		return new CorsPolicyWebFilter(corsPolicies, DecisionListeners.compose(listeners),
				observation.getIfAvailable(() -> DecisionListeners::unobserved), corsSettings.filterOrder());
	}

	@Bean
	@ConditionalOnSingleCandidate(CorsPolicyWebFilter.class)
	CorsPolicyExceptionHandler corsPolicyExceptionHandler(CorsPolicyWebFilter filter) {
		return new CorsPolicyExceptionHandler(filter);
	}

	@Bean
	CorsReportHandlerDecorator corsReportHandlerDecorator(CorsPolicies corsPolicies, OnDemand<CorsReport> corsReport,
			ObjectProvider<ForwardedHeaderTransformer> transformers) {
		return decorator(corsPolicies, CorsReportConfiguration.begun(corsPolicies, corsReport), transformers);
	}

	static CorsReportHandlerDecorator decorator(CorsPolicies policies, Supplier<CorsReport> report,
			ObjectProvider<ForwardedHeaderTransformer> transformers) {
		UnaryOperator<ServerHttpRequest> none = UnaryOperator.identity();
		ForwardedHeaderTransformer transformer = transformers.getIfAvailable();
		return new CorsReportHandlerDecorator(policies, report, (transformer != null) ? transformer::apply : none);
	}

	@Bean
	CorsSourceInspectors corsSourceInspectors(ConfigurableListableBeanFactory beanFactory, Environment environment,
			CorsSettings corsSettings, FurtherContexts corsFurtherContexts, ObjectProvider<CorsPolicies> corsPolicies) {
		return () -> ReactiveInspectors.of(beanFactory, environment, corsSettings.filterOrder(), corsFurtherContexts,
				corsPolicies::getObject);
	}

	@Lazy
	@Bean
	WholeApplication corsWholeApplication(ConfigurableListableBeanFactory beanFactory) {
		return ReactiveApplication.of(Beans.ofApplication(beanFactory));
	}

	@Bean
	PathCase corsPathCase(ObjectProvider<PoliciesInForce> corsPoliciesInForce, OwnPolicies corsOwnPolicies,
			CorsSettings corsSettings, ConfigurableListableBeanFactory beanFactory) {
		return new PathCase(corsPoliciesInForce, corsOwnPolicies, corsSettings,
				() -> HandlerMappingCase.isIgnored(beanFactory));
	}

	@Lazy
	@Bean(defaultCandidate = false)
	@ConditionalOnMissingBean(name = "corsPolicyConfigurationSource")
	PolicyCorsConfigurationSource corsPolicyConfigurationSource(CorsPolicies corsPolicies) {
		return new PolicyCorsConfigurationSource(corsPolicies);
	}

	/**
	 * Spring Security's filter takes a source that is the only one of its type, whether
	 * or not it is a default candidate, and then ends every preflight, those of paths
	 * that no policy governs included. Of two sources it takes neither, and one that the
	 * application defines is preferred to both.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(name = "org.springframework.security.config.web.server.ServerHttpSecurity")
	static class SecondSource {

		@Bean(defaultCandidate = false)
		CorsConfigurationSource corsPolicySecondConfigurationSource() {
			return (exchange) -> null;
		}

	}

}
