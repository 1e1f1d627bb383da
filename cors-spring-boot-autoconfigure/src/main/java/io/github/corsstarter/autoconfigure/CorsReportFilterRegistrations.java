package io.github.corsstarter.autoconfigure;

import io.github.corsstarter.config.CorsSettings;
import io.github.corsstarter.report.servlet.CorsReportFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletListenerRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/**
 * Registers what sees the answers of one server on the servlet stack: that of the
 * application, or that of the actuator.
 */
@Configuration(proxyBeanMethods = false)
class CorsReportFilterRegistrations {

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
	FilterRegistrationBean<Filter> corsReportSeenFilterRegistration(CorsReportFilter filter, CorsSettings settings) {
		return registration("corsReportSeenFilter", filter::see, settings.filterOrder() - 1);
	}

	@Bean
	FilterRegistrationBean<Filter> corsReportCalledFilterRegistration(CorsReportFilter filter) {
		return registration("corsReportCalledFilter", filter::call, Ordered.LOWEST_PRECEDENCE);
	}

	private static FilterRegistrationBean<Filter> registration(String name, Filter filter, int order) {
		FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
		registration.setName(name);
		registration.setOrder(order);
		registration.setDispatcherTypes(DispatcherType.REQUEST);
		return registration;
	}

}
