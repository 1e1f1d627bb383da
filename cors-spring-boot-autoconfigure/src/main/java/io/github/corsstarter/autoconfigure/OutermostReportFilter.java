package io.github.corsstarter.autoconfigure;

import io.github.corsstarter.report.servlet.CorsReportFilter;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.core.PriorityOrdered;

/**
 * Registers the filter of the report that is ahead of all that have an order, the highest
 * included, and as a listener too.
 */
class OutermostReportFilter extends ReportFilterInitializer<CorsReportFilter> implements PriorityOrdered {

	private final CorsReportFilter filter;

	OutermostReportFilter(FilterRegistrationBean<CorsReportFilter> registration, CorsReportFilter filter) {
		super(registration);
		this.filter = filter;
	}

	@Override
	public void onStartup(ServletContext servletContext) throws ServletException {
		super.onStartup(servletContext);
		servletContext.addListener(this.filter);
	}

}
