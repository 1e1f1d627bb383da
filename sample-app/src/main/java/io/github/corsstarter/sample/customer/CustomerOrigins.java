package io.github.corsstarter.sample.customer;

import io.github.corsstarter.source.OriginSource;

import org.springframework.stereotype.Component;

/**
 * Loads the table: the bean that the policy {@code customers} names.
 */
@Component
class CustomerOrigins implements OriginSource {

	private final CustomerOriginRepository repository;

	CustomerOrigins(CustomerOriginRepository repository) {
		this.repository = repository;
	}

	@Override
	public void load(Sink sink) {
		this.repository.forEach(sink::add);
	}

}
