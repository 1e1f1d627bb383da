package io.github.corsstarter.actuate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.corsstarter.comparison.snapshot.CorsSnapshot;
import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.policy.PolicyTable;
import io.github.corsstarter.validation.report.ValidationReport;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;

/**
 * {@link InfoContributor} that shows which instances have the same policies, and whether
 * there is anything to look into. Safe for use by several threads.
 */
public final class CorsInfoContributor implements InfoContributor {

	private final CorsPolicies policies;

	private final Function<@Nullable PolicyTable, CorsSnapshot> snapshots;

	private final Supplier<ValidationReport> report;

	private volatile @Nullable Known known;

	/**
	 * Create a contributor.
	 * @param policies the policies in force
	 * @param snapshots makes a snapshot of policies
	 * @param report what is known by the time it is asked for
	 */
	public CorsInfoContributor(CorsPolicies policies, Function<@Nullable PolicyTable, CorsSnapshot> snapshots,
			Supplier<ValidationReport> report) {
		this.policies = policies;
		this.snapshots = snapshots;
		this.report = report;
	}

	@Override
	public void contribute(Info.Builder builder) {
		ValidationReport current = this.report.get();
		Map<String, Object> violations = new LinkedHashMap<>();
		violations.put("error", current.errors().size());
		violations.put("warn", current.warnings().size());
		violations.put("info", current.infos().size());
		Map<String, Object> cors = new LinkedHashMap<>();
		cors.put("revision", revision());
		cors.put("production", current.production());
		cors.put("violations", violations);
		builder.withDetail("cors", cors);
	}

	private String revision() {
		PolicyTable current = this.policies.table();
		Known latest = this.known;
		if (latest == null || latest.policies() != current) {
			latest = new Known(current, this.snapshots.apply(current).revision());
			this.known = latest;
		}
		return latest.revision();
	}

	/**
	 * Policies and their revision.
	 *
	 * @param policies the policies
	 * @param revision the revision
	 */
	private record Known(PolicyTable policies, String revision) {

	}

}
