package io.github.corsstarter.autoconfigure;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.github.corsstarter.inspect.TimeLimit;
import io.github.corsstarter.inspect.WholeApplication;
import io.github.corsstarter.report.migration.Migration;
import io.github.corsstarter.validation.source.ApplicationReport;

/**
 * The migration of an application. Its code is asked, which may throw, or not come back.
 *
 * @param application answers as the whole application does
 * @param report what is known of its CORS configuration by the time it is asked for
 */
record MigrationView(Supplier<WholeApplication> application,
		Supplier<ApplicationReport> report) implements Supplier<Map<String, Object>> {

	@Override
	public Map<String, Object> get() {
		WholeApplication whole = this.application.get();
		return Migration.of(this.report.get().sources(), whole, List.copyOf(whole.paths()), TimeLimit::run);
	}

}
