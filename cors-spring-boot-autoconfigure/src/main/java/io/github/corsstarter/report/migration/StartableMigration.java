package io.github.corsstarter.report.migration;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.policy.ConfiguredList;
import io.github.corsstarter.policy.CorsPolicyDefinition;
import io.github.corsstarter.policy.EffectivePolicies;
import io.github.corsstarter.validation.PolicyValidator;
import io.github.corsstarter.validation.report.Deployment;
import io.github.corsstarter.validation.report.Violation;
import io.github.corsstarter.validation.subject.ValidationInput;
import io.github.corsstarter.web.PathPatternSyntax;

/**
 * Migrated policies with which an application starts in production. Not safe for use by
 * several threads.
 */
final class StartableMigration {

	private static final String PRODUCTION = "prod";

	private final List<MigratedPolicy> policies;

	private final List<MigratedPolicy> withoutPaths = new ArrayList<>();

	private final List<String> notes = new ArrayList<>();

	private StartableMigration(List<MigratedPolicy> policies) {
		this.policies = new ArrayList<>(policies);
	}

	/**
	 * Leave out what production would refuse, until nothing is refused any more.
	 * @param policies the policies, which lose what is left out
	 * @return the policies that are left
	 */
	static StartableMigration of(List<MigratedPolicy> policies) {
		StartableMigration startable = new StartableMigration(policies);
		List<Violation> errors = startable.errors();
		while (!errors.isEmpty()) {
			startable.leaveOut(errors);
			errors = startable.errors();
		}
		return startable;
	}

	List<MigratedPolicy> policies() {
		return this.policies;
	}

	/**
	 * Return the policies of which nothing is left.
	 */
	List<MigratedPolicy> withoutPaths() {
		return this.withoutPaths;
	}

	List<String> notes() {
		return this.notes;
	}

	EffectivePolicies effective() {
		return EffectivePolicies.of(CorsPolicyDefinition.builder(CorsPolicyDefinition.BASE).build(),
				this.policies.stream().map(MigratedPolicy::definition).toList());
	}

	private void leaveOut(List<Violation> errors) {
		boolean settled = false;
		for (MigratedPolicy policy : this.policies) {
			for (Violation violation : policy.leaveOut(errors)) {
				settled = true;
				this.notes.add("Left out of '%s', because of %s: %s. %s".formatted(policy.name(), violation.rule(),
						lost(policy, violation), violation.remedy()));
			}
		}
		this.policies.removeIf((policy) -> policy.paths().isEmpty() && this.withoutPaths.add(policy));
		if (!settled) {
			leaveOutPolicy(errors.get(0));
		}
	}

	private static String lost(MigratedPolicy policy, Violation violation) {
		String value = String.valueOf(violation.value());
		return policy.isPath(violation) ? value + ", which is " + policy.audience() + " today" : value;
	}

	private void leaveOutPolicy(Violation violation) {
		boolean one = this.policies.stream().anyMatch((policy) -> policy.name().equals(violation.policy()));
		this.policies.removeIf((policy) -> !one || policy.name().equals(violation.policy()));
		this.notes.add("Left out '%s', because of %s: %s".formatted(violation.policy(), violation.rule(),
				violation.message()));
	}

	private List<Violation> errors() {
		Deployment deployment = new Deployment(true, List.of(PRODUCTION), null,
				ConfiguredList.of("cors.production.profiles", List.of(PRODUCTION)), LocalDate.now(ZoneOffset.UTC), "");
		ValidationInput input = new ValidationInput(effective(), deployment, Map.of(), List.of(), List.of(), List.of(),
				List.of(), false);
		return new PolicyValidator(new PathPatternSyntax()).validate(input).errors();
	}

}
