package io.github.corsstarter.autoconfigure;

import java.util.function.Supplier;

import io.github.corsstarter.report.CorsReport;

import org.springframework.util.function.SingletonSupplier;

/**
 * What was observed of policies that only report: nothing of it is loaded before somebody
 * asks. It is no {@link Supplier} itself, because Spring Cloud Function offers beans of
 * that type to the world.
 */
final class LazyCorsReport {

	private final SingletonSupplier<CorsReport> report;

	LazyCorsReport(Supplier<CorsReport> report) {
		this.report = SingletonSupplier.of(report);
	}

	CorsReport get() {
		return this.report.obtain();
	}

}
