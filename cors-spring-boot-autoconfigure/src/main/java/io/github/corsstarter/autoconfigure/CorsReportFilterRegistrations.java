package io.github.corsstarter.autoconfigure;

import io.github.corsstarter.config.CorsSettings;
import io.github.corsstarter.report.servlet.CorsReportFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
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
	OutermostReportFilter corsReportFilter(ServletReporting corsServletReporting) {
		FilterRegistrationBean<CorsReportFilter> registration = new FilterRegistrationBean<>(
				corsServletReporting.filter());
		registration.setName("corsReportFilter");
		registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
		return new OutermostReportFilter(registration, corsServletReporting.filter());
	}

	@Bean
	ReportFilterInitializer<Filter> corsReportSeenFilter(ServletReporting corsServletReporting,
			CorsSettings corsSettings) {
		return initializer("corsReportSeenFilter", corsServletReporting.filter()::see, corsSettings.filterOrder() - 1);
	}

	@Bean
	ReportFilterInitializer<Filter> corsReportCalledFilter(ServletReporting corsServletReporting) {
		return initializer("corsReportCalledFilter", corsServletReporting.filter()::call, Ordered.LOWEST_PRECEDENCE);
	}

	private static ReportFilterInitializer<Filter> initializer(String name, Filter filter, int order) {
		FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
		registration.setName(name);
		registration.setOrder(order);
		registration.setDispatcherTypes(DispatcherType.REQUEST);
		return new ReportFilterInitializer<>(registration);
	}

}
