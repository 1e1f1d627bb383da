package io.github.corsstarter.autoconfigure;

import io.github.corsstarter.report.servlet.CorsReportFilter;

/**
 * What sees the answers of one server on the servlet stack. The filter is no bean of its
 * own: Spring Boot would register it a second time.
 *
 * @param filter the filter, to be registered in three places
 */
record ServletReporting(CorsReportFilter filter) {

}
