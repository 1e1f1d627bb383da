package io.github.corsstarter.autoconfigure;

import java.time.Clock;
import java.util.function.UnaryOperator;

import io.github.corsstarter.config.CorsSettings;
import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.report.CorsReport;
import io.github.corsstarter.report.ReportedChanges;
import io.github.corsstarter.report.reactive.CorsReportHandlerDecorator;
import io.github.corsstarter.report.servlet.CorsReportFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletListenerRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.adapter.ForwardedHeaderTransformer;

/**
 * The beans of policies that only report.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(OnReportOnlyCondition.class)
class CorsReportConfiguration {

	@Bean
	CorsReport corsReport(CorsPolicies policies, ObjectProvider<ReportedChanges> listener) {
		return new CorsReport(policies, Clock.systemUTC(), listener.getIfAvailable(() -> (policy, type, change) -> {
		}));
	}

	/**
	 * What sees the answers of the servlet stack.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
	static class Servlets {

		@Bean
		CorsReportFilter corsReportFilter(CorsPolicies policies, CorsReport report) {
			return new CorsReportFilter(policies, report);
		}

		@Bean
		FilterRegistrationBean<CorsReportFilter> corsReportFilterRegistration(CorsReportFilter filter) {
			FilterRegistrationBean<CorsReportFilter> registration = new OutermostFilter<>(filter);
			registration.setName("corsReportFilter");
			registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
			return registration;
		}

		@Bean
		ServletListenerRegistrationBean<CorsReportFilter> corsReportListenerRegistration(CorsReportFilter filter) {
			return new ServletListenerRegistrationBean<>(filter);
		}

		@Bean
		FilterRegistrationBean<Filter> corsReportSeenFilterRegistration(CorsSettings settings) {
			return registration("corsReportSeenFilter", CorsReportFilter::see, settings.filterOrder() - 1);
		}

		@Bean
		FilterRegistrationBean<Filter> corsReportCalledFilterRegistration() {
			return registration("corsReportCalledFilter", CorsReportFilter::call, Ordered.LOWEST_PRECEDENCE);
		}

		private static FilterRegistrationBean<Filter> registration(String name, Filter filter, int order) {
			FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
			registration.setName(name);
			registration.setOrder(order);
			registration.setDispatcherTypes(DispatcherType.REQUEST);
			return registration;
		}

	}

	/**
	 * What sees the answers of the reactive stack.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
	static class Reactive {

		@Bean
		CorsReportHandlerDecorator corsReportHandlerDecorator(CorsPolicies policies, CorsReport report,
				ObjectProvider<ForwardedHeaderTransformer> transformers) {
			UnaryOperator<ServerHttpRequest> none = UnaryOperator.identity();
			ForwardedHeaderTransformer transformer = transformers.getIfAvailable();
			return new CorsReportHandlerDecorator(policies, report, (transformer != null) ? transformer::apply : none);
		}

	}

}
