package io.github.corsstarter.web;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.policy.PolicyTable;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * The policies in force as they are in force on the port of the actuator, where nothing
 * but its own paths is governed. Safe for use by several threads.
 */
public final class ActuatorPolicies implements Supplier<PolicyTable> {

	private final CorsPolicies policies;

	private final Predicate<String> paths;

	private volatile @Nullable Limited current;

	private ActuatorPolicies(CorsPolicies policies, Predicate<String> paths) {
		this.policies = policies;
		this.paths = paths;
	}

	/**
	 * Create policies for a server that has the endpoints of the actuator alone.
	 * @param policies the policies in force
	 * @param path the literal path of the endpoints on that server, {@code /} or blank
	 * for its root
	 * @return policies that are others as soon as those in force are
	 */
	public static CorsPolicies of(CorsPolicies policies, String path) {
		String literal = StringUtils.trimTrailingCharacter(path, '/');
		ReservedPath endpoints = new ReservedPath(literal, List.of(), true);
		Predicate<String> paths = (candidate) -> literal.isBlank() || (PathPatternMapping.isPlain(candidate)
				? endpoints.coversLiterally(candidate) : endpoints.covers(PathPatternMapping.parse(candidate)));
		return new CorsPolicies(new ActuatorPolicies(policies, paths));
	}

	@Override
	public PolicyTable get() {
		PolicyTable all = this.policies.table();
		Limited known = this.current;
		if (known == null || known.all() != all) {
			known = new Limited(all, all.limitedTo(this.paths));
			this.current = known;
		}
		return known.limited();
	}

	/**
	 * What is left of a table.
	 *
	 * @param all the table
	 * @param limited what is left of it
	 */
	private record Limited(PolicyTable all, PolicyTable limited) {

	}

}
