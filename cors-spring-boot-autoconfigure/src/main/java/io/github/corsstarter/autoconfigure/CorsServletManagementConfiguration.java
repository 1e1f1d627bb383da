package io.github.corsstarter.autoconfigure;

import java.util.function.BiConsumer;

import io.github.corsstarter.config.CorsSettings;
import io.github.corsstarter.inspect.ActuatorPath;
import io.github.corsstarter.policy.CorsDecision;
import io.github.corsstarter.policy.CorsDecisionListener;
import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.report.CorsReport;
import io.github.corsstarter.report.servlet.CorsReportFilter;
import io.github.corsstarter.web.ActuatorPolicies;
import io.github.corsstarter.web.servlet.CorsPolicyFilter;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/**
 * {@link ManagementContextConfiguration @ManagementContextConfiguration} for the actuator
 * on a port of its own, on the servlet stack: the policies govern its paths there as
 * well, or report about them.
 */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@Conditional(OnCorsEnabledCondition.class)
@ConditionalOnBean({ CorsPolicies.class, CorsSettings.class })
@Import(CorsReportFilterRegistrations.class)
class CorsServletManagementConfiguration {

	private static final String OBSERVATION = "corsPolicyObservation";

	@Bean
	FilterRegistrationBean<CorsPolicyFilter> corsManagementPolicyFilterRegistration(CorsPolicies policies,
			CorsSettings settings, ObjectProvider<CorsDecisionListener> listeners,
			@Qualifier(OBSERVATION) ObjectProvider<BiConsumer<HttpServletRequest, CorsDecision>> observation,
			Environment environment) {
		return CorsServletConfiguration.registration(ActuatorPolicies.of(policies, ActuatorPath.of(environment).path()),
				settings, listeners, observation);
	}

	/**
	 * It has the name that it has in the application, which is not for this port.
	 */
	@Bean
	ServletReporting corsServletReporting(CorsPolicies policies, OnDemand<CorsReport> report, Environment environment) {
		return new ServletReporting(
				new CorsReportFilter(ActuatorPolicies.of(policies, ActuatorPath.of(environment).path()), report::get));
	}

}
