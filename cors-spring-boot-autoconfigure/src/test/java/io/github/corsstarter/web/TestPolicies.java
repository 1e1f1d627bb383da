package io.github.corsstarter.web;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.policy.CorsPolicy;
import io.github.corsstarter.policy.CorsPolicyDefinition;
import io.github.corsstarter.policy.EffectivePolicy;
import io.github.corsstarter.policy.PolicyTable;

/**
 * Policies for tests.
 */
public final class TestPolicies {

	private TestPolicies() {
	}

	/**
	 * Starts the definition of a policy.
	 * @param name its name
	 * @param paths its path patterns
	 * @return a builder
	 */
	public static CorsPolicyDefinition.Builder policy(String name, String... paths) {
		return CorsPolicyDefinition.builder(name).paths(paths);
	}

	/**
	 * Compiles a policy.
	 * @param definition what it is
	 * @return the policy
	 */
	public static CorsPolicy compile(CorsPolicyDefinition.Builder definition) {
		return CorsPolicy.compile(EffectivePolicy.of(definition.build()));
	}

	/**
	 * Compile policies as they are in force at one time.
	 * @param definitions what they are
	 * @return the table, with no reserved paths
	 */
	public static PolicyTable table(CorsPolicyDefinition.Builder... definitions) {
		List<CorsPolicy> policies = Stream.of(definitions).map(TestPolicies::compile).toList();
		return new PolicyTable(PathPatternMapping.of(policies, List.of()));
	}

	/**
	 * Return policies that take the place of each other with each question that is asked
	 * of them.
	 * @param tables the policies, in turn
	 * @return the policies
	 */
	public static CorsPolicies inTurn(PolicyTable... tables) {
		AtomicInteger next = new AtomicInteger();
		return new CorsPolicies(() -> tables[next.getAndIncrement() % tables.length]);
	}

	/**
	 * Compiles policies.
	 * @param definitions what they are
	 * @return the policies, with no reserved paths
	 */
	public static CorsPolicies policies(CorsPolicyDefinition.Builder... definitions) {
		List<CorsPolicy> policies = Stream.of(definitions).map(TestPolicies::compile).toList();
		return new CorsPolicies(PathPatternMapping.of(policies, List.of()));
	}

}
