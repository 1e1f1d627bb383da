package io.github.corsstarter.policy;

import java.util.List;
import java.util.function.Supplier;

/**
 * The policies of an application and the decisions they make: the one decision function
 * behind filters, Spring's own configuration types and the endpoint. Safe for use by
 * several threads. Each decision is that of one {@link PolicyTable} as a whole.
 */
public final class CorsPolicies {

	private final Supplier<PolicyTable> current;

	/**
	 * Create policies that stay as they are.
	 * @param paths which policy governs which path
	 */
	public CorsPolicies(PathMapping paths) {
		this(new PolicyTable(paths));
	}

	private CorsPolicies(PolicyTable table) {
		this(() -> table);
	}

	/**
	 * Create policies that may change from one decision to the next.
	 * @param current returns those that are in force; asked once for each decision, by
	 * any thread
	 */
	public CorsPolicies(Supplier<PolicyTable> current) {
		this.current = current;
	}

	/**
	 * Return the same policies for use in development: they reject the same requests, and
	 * tell the client why. The body of a refusal names the reason and the property to
	 * change. A preflight that fails on its method or headers is answered with what it
	 * could have asked for, since browsers look that far at no other answer.
	 * @return policies that explain each rejection
	 */
	public CorsPolicies explainingRejections() {
		return new CorsPolicies(table().explainingRejections());
	}

	/**
	 * Return what is in force now, for those who decide several requests that belong
	 * together.
	 * @return the table
	 */
	public PolicyTable table() {
		return this.current.get();
	}

	/**
	 * Return the policies that govern any path.
	 * @return the policies in match order, the most specific path first; the same list as
	 * long as the same policies are in force
	 */
	public List<CorsPolicy> policies() {
		return table().policies();
	}

	/**
	 * Decide a request. The function is pure: as long as the same policies are in force,
	 * the same request gets the same decision, whatever was decided before, and nothing a
	 * client sends makes it throw.
	 * @param request the request
	 * @return the decision
	 */
	public CorsDecision decide(CorsRequest request) {
		return table().decide(request);
	}

}
