package io.github.corsstarter.test;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

import io.github.corsstarter.comparison.AcceptedOrigins;
import io.github.corsstarter.comparison.GovernedPaths;
import io.github.corsstarter.comparison.snapshot.CorsSnapshot;
import io.github.corsstarter.comparison.snapshot.SnapshotPolicy;
import io.github.corsstarter.origin.automaton.TooMuchWorkException;
import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.policy.CorsPolicy;
import io.github.corsstarter.policy.PolicyTable;
import io.github.corsstarter.policy.RejectionReason;
import io.github.corsstarter.policy.text.ClientText;
import org.jspecify.annotations.Nullable;

/**
 * The policies that assertions about access are about.
 */
final class AccessSubject {

	private static final String PATHS = " to cors.paths, or to the paths of a policy under cors.policies.";

	private final CorsPolicies policies;

	private final Function<String, AssertionError> failure;

	/**
	 * Create the subject of an assertion.
	 * @param policies the policies
	 * @param failure creates the error that has a text
	 */
	AccessSubject(CorsPolicies policies, Function<String, AssertionError> failure) {
		this.policies = policies;
		this.failure = failure;
	}

	CorsPolicies policies() {
		return this.policies;
	}

	/**
	 * Create the failure of an assertion.
	 * @param expected what was expected, and what is the case
	 * @param remedy what to change
	 * @return the error
	 */
	AssertionError failed(String expected, String remedy) {
		return this.failure.apply("Expected " + expected + "\nTo change it: " + remedy + "\n");
	}

	/**
	 * Create the failure of an assertion about a path that no policy governs.
	 * @param expected what was expected
	 * @param path the path
	 * @return the error
	 */
	AssertionError notGoverned(String expected, String path) {
		String pattern = reservedPath(this.policies, path)
			.map((reserved) -> "begins with " + reserved + ", which has CORS settings of its own,")
			.orElse("matches the path");
		return failed(expected + ", but no policy governs " + ClientText.printable(path),
				"add a pattern that " + pattern + PATHS);
	}

	/**
	 * Find the path with CORS settings of its own that a path is, or is below.
	 * @param policies the policies that it is left out of
	 * @param path the path
	 * @return the path with settings of its own
	 */
	static Optional<String> reservedPath(CorsPolicies policies, String path) {
		return policies.table()
			.reservedPaths()
			.stream()
			.filter((reserved) -> (path + "/").startsWith(reserved + "/"))
			.findFirst();
	}

	/**
	 * Return what governs the paths of a pattern.
	 * @param pattern the pattern
	 * @param expected what was expected of the paths
	 * @return the policies, each with the shortest path that it governs
	 * @throws AssertionError if no policy governs some of the paths
	 */
	List<Part> parts(String pattern, String expected) {
		try {
			return GovernedPaths.of(snapshot(), pattern).parts().stream().map((part) -> part(part, expected)).toList();
		}
		catch (TooMuchWorkException ex) {
			throw cannotTell(expected, "which policies govern it takes more work than may go into one assertion");
		}
	}

	private Part part(GovernedPaths.Part part, String expected) {
		String path = part.path();
		String name = part.policy();
		if (name == null) {
			throw (path != null) ? notGoverned(expected, path)
					: cannotTell(expected, "whether policies govern all of it, a path pattern has a regular expression "
							+ "that cannot be compared");
		}
		return new Part(policy(name), (path != null) ? "governs " + path : "may govern some of it");
	}

	/**
	 * Return all policies but the open ones, or the open ones if there are no others.
	 * @param expected what was expected of them
	 * @return the policies
	 * @throws AssertionError if there is none
	 */
	List<Part> limitedParts(String expected) {
		List<CorsPolicy> governing = this.policies.policies();
		if (governing.isEmpty()) {
			throw failed(expected + ", but no policy governs any path", "add a pattern" + PATHS);
		}
		List<CorsPolicy> limited = governing.stream().filter((policy) -> !policy.isOpen()).toList();
		return (limited.isEmpty() ? governing : limited).stream()
			.map((policy) -> new Part(policy, "governs " + paths(policy)))
			.toList();
	}

	private static String paths(CorsPolicy policy) {
		return String.join(", ", policy.definition().paths().texts());
	}

	/**
	 * Ask something about every origin that a policy accepts.
	 * @param policy the policy
	 * @param question the question
	 * @param expected what was expected of the origins
	 * @return an origin, or {@code null} when it is proven that there is none
	 */
	AcceptedOrigins.@Nullable Example ask(CorsPolicy policy,
			Function<AcceptedOrigins, AcceptedOrigins.@Nullable Example> question, String expected) {
		SnapshotPolicy snapshot = SnapshotPolicy.of(policy.definition());
		try {
			AcceptedOrigins.Example example = question.apply(AcceptedOrigins.of(snapshot));
			if (example == null && snapshot.originSource() != null) {
				throw failed(expected + cannotBeTold(unknownOrigins(policy)),
						"ask about paths of policies without origin-source.");
			}
			return example;
		}
		catch (TooMuchWorkException ex) {
			throw cannotTell(expected, "about the origins of policy '" + policy.name()
					+ "', it takes more work than may go into one assertion");
		}
	}

	/**
	 * Create the failure of an assertion about an origin that only a source knows.
	 * @param expected what was expected
	 * @param policy the policy with the source
	 * @return the error
	 */
	AssertionError originsUnknown(String expected, CorsPolicy policy) {
		return failed(expected + cannotBeTold(unknownOrigins(policy)),
				"let CorsBrowser call the running application, once that bean's origins are loaded, or ask about an "
						+ "origin that is written.\nWhat is set: "
						+ WrittenKey.ofReason(policy, RejectionReason.ORIGIN_NOT_ALLOWED));
	}

	private static String unknownOrigins(CorsPolicy policy) {
		return "policy '" + policy.name() + "' has the origins of bean '" + policy.definition().originSourceName()
				+ "' as well, which are not known here";
	}

	private AssertionError cannotTell(String expected, String why) {
		return failed(expected + cannotBeTold(why), "write simpler expressions, or ask about less.");
	}

	private static String cannotBeTold(String why) {
		return ", but that cannot be told: " + why;
	}

	private CorsPolicy policy(String name) {
		return this.policies.policies()
			.stream()
			.filter((policy) -> policy.name().equals(name))
			.findFirst()
			.orElseThrow();
	}

	private CorsSnapshot snapshot() {
		PolicyTable inForce = this.policies.table();
		return new CorsSnapshot(List.of(), false,
				inForce.policies().stream().map(CorsPolicy::definition).map(SnapshotPolicy::of).toList(), List.of(),
				new TreeMap<>(), inForce.reservedPaths());
	}

	/**
	 * A policy and what it governs.
	 *
	 * @param policy the policy
	 * @param governs what it governs, in words
	 */
	record Part(CorsPolicy policy, String governs) {

		@Override
		public String toString() {
			return "policy '" + this.policy.name() + "', which " + this.governs + ",";
		}

	}

}
