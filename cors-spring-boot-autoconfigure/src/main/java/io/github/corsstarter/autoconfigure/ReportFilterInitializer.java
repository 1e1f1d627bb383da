package io.github.corsstarter.autoconfigure;

import jakarta.servlet.Filter;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.core.Ordered;

/**
 * Registers a filter of the report. It is no {@link FilterRegistrationBean}, so that code
 * that collects such beans does not find one that is idle while no policy is report-only.
 *
 * @param <T> the type of the filter
 */
class ReportFilterInitializer<T extends Filter> implements ServletContextInitializer, Ordered {

	private final FilterRegistrationBean<T> registration;

	ReportFilterInitializer(FilterRegistrationBean<T> registration) {
		this.registration = registration;
	}

	@Override
	public void onStartup(ServletContext servletContext) throws ServletException {
		this.registration.onStartup(servletContext);
	}

	@Override
	public int getOrder() {
		return this.registration.getOrder();
	}

}
