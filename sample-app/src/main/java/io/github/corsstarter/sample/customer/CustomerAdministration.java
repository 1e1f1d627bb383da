package io.github.corsstarter.sample.customer;

import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.source.TenantOrigins;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Saves what a customer types, after telling what is wrong with it.
 */
@Service
class CustomerAdministration {

	private static final String SOURCE = "customerOrigins";

	private final CustomerOriginRepository repository;

	private final TenantOrigins tenantOrigins;

	CustomerAdministration(CustomerOriginRepository repository, TenantOrigins tenantOrigins) {
		this.repository = repository;
		this.tenantOrigins = tenantOrigins;
	}

	/**
	 * Save the origins of a customer, and put them in force once they are committed: a
	 * rollback must not have been public.
	 */
	@Transactional
	SavedOrigins save(String host, List<String> origins) {
		List<String> saved = new ArrayList<>();
		List<String> problems = new ArrayList<>();
		for (String origin : origins) {
			TenantOrigins.Verdict verdict = this.tenantOrigins.check(SOURCE, origin);
			if (verdict.normalized() != null && verdict.rule() == null) {
				saved.add(verdict.normalized());
			}
			else {
				problems.add(origin + ": " + verdict.message());
			}
		}
		this.repository.replace(host, saved);
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			@Override
			public void afterCommit() {
				CustomerAdministration.this.tenantOrigins.replace(SOURCE, host, saved);
			}

		});
		return new SavedOrigins(saved, problems);
	}

	record SavedOrigins(List<String> saved, List<String> problems) {
	}

}
