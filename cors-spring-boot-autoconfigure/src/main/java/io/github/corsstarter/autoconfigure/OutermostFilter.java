package io.github.corsstarter.autoconfigure;

import jakarta.servlet.Filter;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.core.PriorityOrdered;

/**
 * Registers a filter ahead of all that have an order, the highest included.
 *
 * @param <T> the type of the filter
 */
class OutermostFilter<T extends Filter> extends FilterRegistrationBean<T> implements PriorityOrdered {

	OutermostFilter(T filter) {
		super(filter);
	}

}
