package io.github.corsstarter.reload;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.github.corsstarter.comparison.Change;
import io.github.corsstarter.comparison.CorsComparison;
import io.github.corsstarter.comparison.snapshot.CorsSnapshot;
import io.github.corsstarter.config.CorsPropertiesReader;
import io.github.corsstarter.config.CorsSettings;
import io.github.corsstarter.config.EnabledProperty;
import io.github.corsstarter.config.FrozenKeys;
import io.github.corsstarter.config.SharedPrefix;
import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.policy.CorsPolicy;
import io.github.corsstarter.policy.PolicyTable;
import io.github.corsstarter.validation.PolicyValidator;
import io.github.corsstarter.validation.StagedValidation;
import io.github.corsstarter.validation.report.Deployment;
import io.github.corsstarter.validation.report.Finding;
import io.github.corsstarter.validation.report.Severity;
import io.github.corsstarter.validation.report.ValidationReport;
import io.github.corsstarter.validation.report.Violation;
import io.github.corsstarter.validation.source.ApplicationReport;
import io.github.corsstarter.validation.subject.ValidationInput;
import io.github.corsstarter.web.PathPatternMapping;
import io.github.corsstarter.web.PathPatternSyntax;

import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Judges what was read as a start would, by the rules, severities and waivers of the
 * start: a change cannot alter the rules that judge it.
 */
final class ReloadJudge {

	private static final String PROFILES = "spring.profiles.";

	private final PoliciesInForce inForce;

	private final ValidationInput start;

	private final LiveConfiguration configuration;

	private final boolean enabled;

	private final FrozenKeys frozen;

	private final ApplicationSources sources;

	private final Supplier<List<SharedPrefix>> others;

	/**
	 * Create the judge.
	 * @param inForce the policies in force
	 * @param settings what was configured at the start
	 * @param configuration what is configured now, and was at the start
	 * @param sources the application's other CORS configuration
	 * @param others finds the classes that bind the same keys
	 */
	ReloadJudge(PoliciesInForce inForce, CorsSettings settings, LiveConfiguration configuration,
			ApplicationSources sources, Supplier<List<SharedPrefix>> others) {
		this.inForce = inForce;
		this.start = settings.input();
		this.configuration = configuration;
		this.enabled = settings.enabled();
		this.frozen = FrozenKeys.of(configuration.asStarted());
		this.sources = sources;
		this.others = others;
	}

	/**
	 * Judge what was read.
	 * @param read what was read
	 * @return the judgement
	 */
	Judgement judge(Reading read) {
		ConfigurableEnvironment environment = read.environment();
		return (environment != null) ? judge(environment) : unread(Objects.requireNonNull(read.problem()));
	}

	/**
	 * Refuse because the application failed.
	 * @param step what failed
	 * @param failure what it failed with
	 * @return the refusal
	 */
	Judgement failed(String step, Throwable failure) {
		return unread(UnstableConfiguration.failed(step, failure)).because(failure);
	}

	private Judgement unread(Finding finding) {
		ValidationReport report = with(List.of(finding), ValidationReport.nothingFound(this.start.deployment()));
		return refused(report, this.inForce.state().asCommitted().revision(), List.of(), List.of(), false);
	}

	private static Judgement refused(ValidationReport report, String revision, List<Change> changes,
			List<String> restartNeeded, boolean startable) {
		return new Judgement(ReloadResult.Outcome.REFUSED, revision, report, changes, restartNeeded, startable, null);
	}

	private Judgement judge(ConfigurableEnvironment environment) {
		if (!this.enabled) {
			return idle(this.frozen.changedIn(FrozenKeys.of(environment)));
		}
		CorsSettings read = read(environment);
		List<String> restartNeeded = this.frozen.changedIn(FrozenKeys.of(environment));
		CorsSettings settings = new CorsSettings(read.enabled(), asJudgedAtStart(read.input()), read.filterOrder(),
				read.logRejections(), read.reload());
		StagedValidation validation = validate(settings.input());
		ValidationReport properties = validation.policies();
		PoliciesInForce.State before = this.inForce.state();
		CorsSnapshot committed = before.asCommitted();
		if (!properties.isValid()) {
			return refused(properties, committed.revision(), List.of(), restartNeeded,
					isStartable(environment, restartNeeded));
		}
		PathPatternMapping paths = before.paths().withPolicies(this.inForce.origins().compile(settings));
		PolicyTable table = new PolicyTable(paths);
		CorsSnapshot after = settings.snapshot(table);
		ApplicationReport application = this.sources.judge(validation, table.policies());
		ValidationReport report = application.validation();
		boolean startable = restartNeeded.isEmpty() ? report.errors().isEmpty()
				: isStartable(environment, restartNeeded);
		if (after.revision().equals(committed.revision())) {
			return new Judgement(ReloadResult.Outcome.UNCHANGED, committed.revision(), report, List.of(), restartNeeded,
					startable, null);
		}
		List<Change> changes = CorsComparison.of(committed, after).changes();
		List<Finding> lost = new LostPaths(after).of(before);
		if (!lost.isEmpty() || isNewlyUnsafe(application, before, committed, after)) {
			return refused(with(lost, report), after.revision(), changes, restartNeeded, startable);
		}
		return new Judgement(ReloadResult.Outcome.APPLIED, after.revision(), report, changes, restartNeeded, startable,
				new Judgement.Replacement(settings, paths, validation, application));
	}

	/**
	 * Judge for an application that was started with {@code cors.enabled=false}, and so
	 * without policies.
	 */
	private Judgement idle(List<String> restartNeeded) {
		return new Judgement(ReloadResult.Outcome.UNCHANGED, this.inForce.state().asCommitted().revision(),
				ValidationReport.nothingFound(this.start.deployment()), List.of(), restartNeeded, true, null);
	}

	private StagedValidation validate(ValidationInput input) {
		boolean caseSensitive = this.inForce.state().paths().isCaseSensitive();
		return new PolicyValidator(caseSensitive ? new PathPatternSyntax() : PathPatternSyntax.ignoringCase())
			.start(this.inForce.origins().check(input));
	}

	/**
	 * Combine what was read, which is judged, with the rules of the start, which judge
	 * it.
	 */
	private ValidationInput asJudgedAtStart(ValidationInput read) {
		List<ConfiguredValue<String>> keys = Stream
			.concat(this.start.keys().stream().filter((key) -> FrozenKeys.isFrozen(key.value())),
					read.keys().stream().filter((key) -> !FrozenKeys.isFrozen(key.value())))
			.toList();
		List<Finding> problems = Stream
			.concat(this.start.problems().stream().filter((problem) -> FrozenKeys.isFrozen(problem.property())),
					read.problems().stream().filter((problem) -> !FrozenKeys.isFrozen(problem.property())))
			.toList();
		return new ValidationInput(read.policies(), today(), this.start.severities(), this.start.waivers(), keys,
				problems, this.start.originSources(), this.start.explainRejections());
	}

	private Deployment today() {
		Deployment deployment = this.start.deployment();
		return new Deployment(deployment.production(), deployment.activeProfiles(), deployment.cloudPlatform(),
				deployment.productionProfiles(), LocalDate.now(ZoneOffset.UTC), deployment.contextPath());
	}

	/**
	 * Return whether a start would succeed with the frozen keys as they are now. Other
	 * profiles have other files; what a start could not read does not start.
	 */
	private boolean isStartable(ConfigurableEnvironment environment, List<String> restartNeeded) {
		if (restartNeeded.stream().noneMatch((key) -> key.startsWith(PROFILES))) {
			return isStartable(environment);
		}
		try {
			return isStartable(this.configuration.readWithOwnProfiles());
		}
		catch (RuntimeException | LinkageError ex) {
			return false;
		}
	}

	private boolean isStartable(ConfigurableEnvironment environment) {
		if (!EnabledProperty.isEnabled(environment)) {
			return true;
		}
		CorsSettings read = read(environment);
		StagedValidation validation = validate(read.input());
		if (!validation.policies().isValid()) {
			return false;
		}
		PathPatternMapping paths = this.inForce.state().paths().withPolicies(this.inForce.origins().compile(read));
		List<CorsPolicy> policies = new PolicyTable(paths).policies();
		return this.sources.judge(validation, policies).validation().errors().isEmpty();
	}

	private CorsSettings read(ConfigurableEnvironment environment) {
		return new CorsPropertiesReader(environment, this.others).read();
	}

	private boolean isNewlyUnsafe(ApplicationReport report, PoliciesInForce.State before, CorsSnapshot committed,
			CorsSnapshot after) {
		List<Violation> errors = report.validation().errors();
		if (errors.isEmpty()) {
			return false;
		}
		StagedValidation validation = validate(asJudgedAtStart(before.settings().input()));
		ApplicationReport standing = this.sources.judge(validation, before.table().policies());
		StandingViolations known = new StandingViolations(standing, committed, report.sources(), after);
		return !errors.stream().allMatch(known::include);
	}

	private static ValidationReport with(List<Finding> errors, ValidationReport report) {
		return report
			.with(errors.stream().map((finding) -> Violation.of(finding, Severity.ERROR, null, false)).toList());
	}

}
