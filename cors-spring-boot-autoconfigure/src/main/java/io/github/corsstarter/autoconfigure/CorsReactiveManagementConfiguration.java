package io.github.corsstarter.autoconfigure;

import java.util.function.BiConsumer;

import io.github.corsstarter.config.CorsSettings;
import io.github.corsstarter.inspect.ActuatorPath;
import io.github.corsstarter.policy.CorsDecision;
import io.github.corsstarter.policy.CorsDecisionListener;
import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.report.CorsReport;
import io.github.corsstarter.report.reactive.CorsReportHandlerDecorator;
import io.github.corsstarter.web.ActuatorPolicies;
import io.github.corsstarter.web.reactive.CorsPolicyExceptionHandler;
import io.github.corsstarter.web.reactive.CorsPolicyWebFilter;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.adapter.ForwardedHeaderTransformer;

/**
 * {@link ManagementContextConfiguration @ManagementContextConfiguration} for the actuator
 * on a port of its own, on the reactive stack: the policies govern its paths there as
 * well, or report about them.
 */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@Conditional(OnCorsEnabledCondition.class)
@ConditionalOnBean({ CorsPolicies.class, CorsSettings.class })
class CorsReactiveManagementConfiguration {

	private static final String OBSERVATION = "corsPolicyObservation";

	/**
	 * Spring Boot has the filters of the application run on this port too. This one
	 * stands ahead of the application's, which leaves alone what is decided.
	 */
	@Bean
	CorsPolicyWebFilter corsManagementPolicyWebFilter(CorsPolicies policies, CorsSettings settings,
			ObjectProvider<CorsDecisionListener> listeners,
			@Qualifier(OBSERVATION) ObjectProvider<BiConsumer<ServerWebExchange, CorsDecision>> observation,
			Environment environment) {
		return new CorsPolicyWebFilter(ActuatorPolicies.of(policies, ActuatorPath.of(environment).path()),
				DecisionListeners.compose(listeners), observation.getIfAvailable(() -> DecisionListeners::unobserved),
				Math.max(settings.filterOrder(), Integer.MIN_VALUE + 1) - 1);
	}

	/**
	 * Of two handlers of one order, that of this context is asked first.
	 */
	@Bean
	CorsPolicyExceptionHandler corsManagementPolicyExceptionHandler(
			@Qualifier("corsManagementPolicyWebFilter") CorsPolicyWebFilter filter) {
		return new CorsPolicyExceptionHandler(filter);
	}

	/**
	 * It has the name that it has in the application, and so takes its place on this
	 * port.
	 */
	@Bean
	CorsReportHandlerDecorator corsReportHandlerDecorator(CorsPolicies policies, OnDemand<CorsReport> report,
			ObjectProvider<ForwardedHeaderTransformer> transformers, Environment environment) {
		return CorsReactiveConfiguration.decorator(ActuatorPolicies.of(policies, ActuatorPath.of(environment).path()),
				report::get, transformers);
	}

}
