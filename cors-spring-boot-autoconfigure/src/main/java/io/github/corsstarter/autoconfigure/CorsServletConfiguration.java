package io.github.corsstarter.autoconfigure;

import java.util.function.BiConsumer;

import io.github.corsstarter.config.CorsSettings;
import io.github.corsstarter.inspect.Beans;
import io.github.corsstarter.inspect.CorsSourceInspectors;
import io.github.corsstarter.inspect.FurtherContexts;
import io.github.corsstarter.inspect.InspectedLibrary;
import io.github.corsstarter.inspect.WholeApplication;
import io.github.corsstarter.inspect.servlet.DispatcherContext;
import io.github.corsstarter.inspect.servlet.ServletApplication;
import io.github.corsstarter.inspect.servlet.ServletInspectors;
import io.github.corsstarter.inspect.servlet.ServletPath;
import io.github.corsstarter.policy.CorsDecision;
import io.github.corsstarter.policy.CorsDecisionListener;
import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.reload.PoliciesInForce;
import io.github.corsstarter.report.CorsReport;
import io.github.corsstarter.report.servlet.CorsReportFilter;
import io.github.corsstarter.web.servlet.CorsPolicyFilter;
import io.github.corsstarter.web.servlet.HandlerMappingCase;
import io.github.corsstarter.web.servlet.PolicyCorsConfigurationSource;
import io.github.corsstarter.web.servlet.WebSocketHandshakes;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.socket.server.support.WebSocketHttpRequestHandler;

/**
 * The beans of the servlet stack.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@Import(CorsReportFilterRegistrations.class)
class CorsServletConfiguration {

	private static final String OBSERVATION = "corsPolicyObservation";

	@Bean
	@ConditionalOnMissingBean(name = "corsPolicyFilterRegistration")
	FilterRegistrationBean<CorsPolicyFilter> corsPolicyFilterRegistration(CorsPolicies corsPolicies,
			CorsSettings corsSettings, ObjectProvider<CorsDecisionListener> listeners,
			@Qualifier(OBSERVATION) ObjectProvider<BiConsumer<HttpServletRequest, CorsDecision>> observation) {
		return registration(corsPolicies, corsSettings, listeners, observation);
	}

	static FilterRegistrationBean<CorsPolicyFilter> registration(CorsPolicies policies, CorsSettings settings,
			ObjectProvider<CorsDecisionListener> listeners,
			ObjectProvider<BiConsumer<HttpServletRequest, CorsDecision>> observation) {
		FilterRegistrationBean<CorsPolicyFilter> registration = new FilterRegistrationBean<>(
				new CorsPolicyFilter(policies, DecisionListeners.compose(listeners),
						observation.getIfAvailable(() -> DecisionListeners::unobserved)));
		registration.setName("corsPolicyFilter");
		registration.setOrder(settings.filterOrder());
		registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR,
				DispatcherType.FORWARD);
		return registration;
	}

	@Bean
	ServletReporting corsServletReporting(CorsPolicies corsPolicies, OnDemand<CorsReport> corsReport) {
		return new ServletReporting(
				new CorsReportFilter(corsPolicies, CorsReportConfiguration.begun(corsPolicies, corsReport)));
	}

	@Bean
	CorsSourceInspectors corsSourceInspectors(ConfigurableListableBeanFactory beanFactory, Environment environment,
			CorsSettings corsSettings, FurtherContexts corsFurtherContexts, ObjectProvider<CorsPolicies> corsPolicies) {
		return () -> ServletInspectors.of(beanFactory, environment, corsSettings.filterOrder(), corsFurtherContexts,
				corsPolicies::getObject);
	}

	@Lazy
	@Bean
	WholeApplication corsWholeApplication(ConfigurableListableBeanFactory beanFactory, Environment environment) {
		return ServletApplication.of(Beans.ofApplication(beanFactory),
				new ServletPath(environment.getProperty("spring.mvc.servlet.path", "/")));
	}

	@Bean
	PathCase corsPathCase(ObjectProvider<PoliciesInForce> corsPoliciesInForce, OwnPolicies corsOwnPolicies,
			CorsSettings corsSettings, ConfigurableListableBeanFactory beanFactory,
			FurtherContexts corsFurtherContexts) {
		return new PathCase(corsPoliciesInForce, corsOwnPolicies, corsSettings,
				() -> InspectedLibrary.SPRING_MVC.isPresent(beanFactory.getBeanClassLoader())
						&& isCaseIgnored(beanFactory, corsFurtherContexts));
	}

	private static boolean isCaseIgnored(ConfigurableListableBeanFactory beanFactory, FurtherContexts contexts) {
		if (HandlerMappingCase.isIgnored(beanFactory)) {
			return true;
		}
		for (DispatcherContext further : DispatcherContext.of(Beans.ofApplication(beanFactory), contexts)) {
			if (HandlerMappingCase.isIgnored(further.beans().factory())) {
				return true;
			}
		}
		return false;
	}

	@Lazy
	@Bean(defaultCandidate = false)
	@ConditionalOnMissingBean(name = "corsPolicyConfigurationSource")
	PolicyCorsConfigurationSource corsPolicyConfigurationSource(CorsPolicies corsPolicies) {
		return new PolicyCorsConfigurationSource(corsPolicies);
	}

	/**
	 * Spring refuses WebSocket handshakes of other origins by default, also those that
	 * the policy of the path allows.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ AbstractUrlHandlerMapping.class, WebSocketHttpRequestHandler.class })
	static class WebSockets {

		@Bean
		static WebSocketHandshakes corsPolicyWebSocketHandshakes() {
			return new WebSocketHandshakes();
		}

	}

}
