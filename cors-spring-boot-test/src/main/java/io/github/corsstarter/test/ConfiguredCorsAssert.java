package io.github.corsstarter.test;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.github.corsstarter.comparison.ComparisonText;
import io.github.corsstarter.comparison.CorsComparison;
import io.github.corsstarter.comparison.Verdict;
import io.github.corsstarter.comparison.snapshot.CorsSnapshot;
import io.github.corsstarter.comparison.snapshot.SnapshotSyntaxException;
import io.github.corsstarter.config.loader.FailedStart;
import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.validation.report.RuleId;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about an application's CORS policies as they are configured. Those about
 * access fail with the report if a configuration rule is broken; safety rules do not
 * matter to them.
 */
public final class ConfiguredCorsAssert extends CorsAccessAssert<ConfiguredCorsAssert, ConfiguredCors> {

	private final ApprovalMode mode;

	ConfiguredCorsAssert(ConfiguredCors actual, ApprovalMode mode) {
		super(actual, ConfiguredCorsAssert.class);
		this.mode = mode;
	}

	/**
	 * Verify that the application would start. The failure shows the report that the
	 * failed start writes.
	 * @return this assertion
	 */
	public ConfiguredCorsAssert isAccepted() {
		isNotNull();
		if (!this.actual.report().errors().isEmpty()) {
			throw failure("%s", report());
		}
		return this;
	}

	/**
	 * Verify which rules stop the start: these and no other ones.
	 * @param rules the ids of the rules, such as {@code localhost-origin}
	 * @return this assertion
	 * @throws IllegalArgumentException if a rule is none, or none is named
	 */
	public ConfiguredCorsAssert isRefusedBecauseOf(String... rules) {
		isNotNull();
		Set<String> expected = Arrays.stream(rules)
			.map(ConfiguredCorsAssert::ruleId)
			.collect(Collectors.toCollection(TreeSet::new));
		if (expected.isEmpty()) {
			throw new IllegalArgumentException("Name a rule, or call isAccepted.");
		}
		Set<String> errors = this.actual.report()
			.errors()
			.stream()
			.map((violation) -> violation.rule().id())
			.collect(Collectors.toCollection(TreeSet::new));
		if (!errors.equals(expected)) {
			throw failure("%s",
					"Expected the start to be refused because of " + String.join(", ", expected) + ", but it is "
							+ (errors.isEmpty() ? "accepted, with " + this.actual + "\n"
									: "because of " + String.join(", ", errors) + "\n\n" + report()));
		}
		return this;
	}

	private static String ruleId(String rule) {
		RuleId id = RuleId.find(rule);
		if (id == null) {
			throw new IllegalArgumentException("'" + rule + "' is not a rule.");
		}
		return id.id();
	}

	/**
	 * Verify that the policies allow what was approved, and no less: they are compared
	 * with {@code src/test/cors/<profiles>.cors.json} in the module of the application.
	 * The order and spelling of what is configured do not matter. With the system
	 * property {@code cors.approve=true} the file is written instead.
	 * @return this assertion
	 */
	public ConfiguredCorsAssert matchesApproved() {
		compare(Set.of(Verdict.EQUAL));
		return this;
	}

	/**
	 * Verify that the policies allow nothing that was not approved. Unlike
	 * {@link #matchesApproved()} this lets them allow less, until a later change takes
	 * that back unseen.
	 * @return this assertion
	 */
	public ConfiguredCorsAssert doesNotWiden() {
		compare(Set.of(Verdict.EQUAL, Verdict.NARROWER));
		return this;
	}

	private void compare(Set<Verdict> accepted) {
		CorsSnapshot now = validated().snapshot();
		ApprovedSnapshot approved = this.actual.approved();
		if (this.mode.approving()) {
			if (this.mode.continuousIntegration()) {
				throw failure("%s", "-Dcors.approve=true is refused where CI=true: nobody looks at the file there.\n"
						+ "Run the test with it on your machine, and commit " + approved.file() + ".\n");
			}
			approved.approve(now);
			return;
		}
		if (approved.isMissing()) {
			Path received = approved.receive(now);
			throw failure("%s", "Nothing is approved for " + this.actual + ": there is no " + approved.file() + ".\n"
					+ "What is configured was written to " + received + ".\n" + howToApprove(approved));
		}
		CorsComparison comparison = CorsComparison.of(parse(approved), now);
		Verdict verdict = comparison.verdict();
		if (!accepted.contains(verdict)) {
			throw failure("%s", title(approved, verdict) + "\n\n" + ComparisonText.of(comparison).toText()
					+ ChangedKeys.of(comparison, this.actual.policies()) + "\n" + howToApprove(approved));
		}
	}

	private CorsSnapshot parse(ApprovedSnapshot approved) {
		try {
			return CorsSnapshot.parse(approved.read());
		}
		catch (SnapshotSyntaxException ex) {
			throw failure("%s", approved.file() + " is not a snapshot (" + ex.line() + ":" + ex.column() + "): "
					+ ex.getMessage() + "\n" + howToApprove(approved));
		}
	}

	private String title(ApprovedSnapshot approved, Verdict verdict) {
		String file = approved.file().toString();
		return switch (verdict) {
			case NARROWER -> file + " is out of date, not wider, for " + this.actual + ".";
			case CANNOT_TELL -> "It cannot be told whether " + this.actual + " allows what " + file + " approves.";
			default -> "More is allowed with " + this.actual + " than " + file + " approves.";
		};
	}

	private static String howToApprove(ApprovedSnapshot approved) {
		return "To approve what is configured, run the test with -Dcors.approve=true, which writes " + approved.file()
				+ ", and have someone else read the difference.\n";
	}

	@Override
	AccessSubject subject() {
		CorsPolicies policies = validated().policies();
		if (policies == null) {
			throw failure("%s", "Expected policies, but cors.enabled is false with " + this.actual
					+ ": no policy governs any path.\nTo change it: set cors.enabled to true.\n");
		}
		return new AccessSubject(policies, (message) -> failure("%s", message));
	}

	private ConfiguredCors validated() {
		isNotNull();
		if (!this.actual.report().isValid()) {
			throw failure("%s", report());
		}
		return this.actual;
	}

	private String report() {
		return new FailedStart(this.actual.report()).foretold();
	}

	/**
	 * What the build says about approved files.
	 *
	 * @param property the system property {@code cors.approve}
	 * @param variable the environment variable {@code CI}
	 */
	record ApprovalMode(@Nullable String property, @Nullable String variable) {

		static ApprovalMode ofBuild() {
			return of(System.getProperty("cors.approve"), System.getenv());
		}

		static ApprovalMode of(@Nullable String property, Map<String, String> environment) {
			return new ApprovalMode(property, environment.get("CI"));
		}

		boolean approving() {
			return "true".equalsIgnoreCase(this.property);
		}

		boolean continuousIntegration() {
			return "true".equalsIgnoreCase(this.variable);
		}

	}

}
