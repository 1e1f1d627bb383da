package io.github.corsstarter.reload;

import java.time.Instant;
import java.util.function.BooleanSupplier;

import io.github.corsstarter.comparison.snapshot.CorsSnapshot;
import io.github.corsstarter.config.CorsSettings;
import io.github.corsstarter.policy.PolicyTable;
import io.github.corsstarter.web.PathPatternMapping;
import org.jspecify.annotations.Nullable;

/**
 * The policies of the properties as they are in force. They exist before the handler
 * mappings do, and only these tell whether the case of a path means anything. Safe for
 * use by several threads: a reader sees the policies of one time as a whole, and waits
 * for no one.
 */
public final class PoliciesInForce {

	private final boolean explainRejections;

	private final PolicyOrigins origins;

	private volatile @Nullable BooleanSupplier caseIgnored;

	private volatile State state;

	/**
	 * Create policies that compare paths with their case.
	 * @param settings what they were made of
	 * @param paths the policies with their paths
	 * @param origins has the origins of theirs that are not configured
	 */
	public PoliciesInForce(CorsSettings settings, PathPatternMapping paths, PolicyOrigins origins) {
		this.explainRejections = settings.input().explainRejections();
		this.origins = origins;
		this.state = state(settings, paths);
		origins.change(this.state.table().all(), () -> {
		});
	}

	PolicyOrigins origins() {
		return this.origins;
	}

	private State state(CorsSettings settings, PathPatternMapping paths) {
		PolicyTable table = new PolicyTable(paths);
		return new State(settings, paths, this.explainRejections ? table.explainingRejections() : table, Instant.now());
	}

	/**
	 * Return the policies in force.
	 * @return the table
	 */
	public PolicyTable current() {
		return this.state.table();
	}

	/**
	 * Ignore the case of paths from now on.
	 */
	public synchronized void ignoreCase() {
		State before = this.state;
		this.state = state(before.settings(), before.paths().ignoringCase());
	}

	/**
	 * Ignore the case of paths once there are policies.
	 * @param ignored asks the handler mappings; not asked as long as no policy can come
	 */
	public void ignoreCaseLaterIf(BooleanSupplier ignored) {
		this.caseIgnored = ignored;
	}

	/**
	 * Find out what case means, before policies are read for the first time after the
	 * start.
	 */
	void settleCase() {
		BooleanSupplier ignored = this.caseIgnored;
		if (ignored != null) {
			if (ignored.getAsBoolean()) {
				ignoreCase();
			}
			this.caseIgnored = null;
		}
	}

	State state() {
		return this.state;
	}

	/**
	 * Bring other policies into force: a request that begins after this returns never
	 * meets the earlier ones. What the case of a path means does not change with them.
	 * @param settings what they were made of
	 * @param paths the policies with their paths
	 */
	void replace(CorsSettings settings, PathPatternMapping paths) {
		this.origins.change(new PolicyTable(paths).all(), () -> takeOver(settings, paths));
	}

	/**
	 * Case may have lost its meaning since the policies were read.
	 */
	private synchronized void takeOver(CorsSettings settings, PathPatternMapping paths) {
		boolean caseSensitive = this.state.paths().isCaseSensitive();
		this.state = state(settings, caseSensitive ? paths : paths.ignoringCase());
	}

	/**
	 * The policies of one time.
	 *
	 * @param settings what they were made of
	 * @param paths the policies with their paths
	 * @param table what decides
	 * @param since when they came into force
	 */
	record State(CorsSettings settings, PathPatternMapping paths, PolicyTable table, Instant since) {

		CorsSnapshot asCommitted() {
			return this.settings.snapshot(this.table);
		}

	}

}
