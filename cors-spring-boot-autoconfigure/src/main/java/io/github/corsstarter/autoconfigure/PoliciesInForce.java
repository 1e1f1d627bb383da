package io.github.corsstarter.autoconfigure;

import io.github.corsstarter.policy.PolicySnapshot;
import io.github.corsstarter.web.PathPatternMapping;

/**
 * The policies of the properties as they are in force. They exist before the handler
 * mappings do, and only these tell whether the case of a path means anything.
 */
final class PoliciesInForce {

	private final PathPatternMapping paths;

	private final boolean explainRejections;

	private volatile PolicySnapshot current;

	/**
	 * Create policies that compare paths with their case.
	 * @param paths the policies with their paths
	 * @param explainRejections whether clients are told why they are rejected
	 */
	PoliciesInForce(PathPatternMapping paths, boolean explainRejections) {
		this.paths = paths;
		this.explainRejections = explainRejections;
		this.current = snapshot(paths, explainRejections);
	}

	private static PolicySnapshot snapshot(PathPatternMapping paths, boolean explainRejections) {
		PolicySnapshot snapshot = new PolicySnapshot(paths);
		return explainRejections ? snapshot.explainingRejections() : snapshot;
	}

	PolicySnapshot current() {
		return this.current;
	}

	void ignoreCase() {
		this.current = snapshot(this.paths.ignoringCase(), this.explainRejections);
	}

}
