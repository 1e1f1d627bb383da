package io.github.corsstarter.validation;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import io.github.corsstarter.policy.ConfiguredList;
import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.policy.CorsPolicyDefinition;
import io.github.corsstarter.policy.EffectivePolicies;
import io.github.corsstarter.policy.Location;
import io.github.corsstarter.validation.report.Deployment;
import io.github.corsstarter.validation.report.Finding;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.report.ValidationReport;
import io.github.corsstarter.validation.report.Violation;
import io.github.corsstarter.validation.rule.Rule;
import io.github.corsstarter.validation.rule.Rules;
import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.validation.source.JudgedSource;
import io.github.corsstarter.validation.subject.OriginSourceDefinition;
import io.github.corsstarter.validation.subject.ValidationInput;
import io.github.corsstarter.validation.subject.WaiverDefinition;
import org.jspecify.annotations.Nullable;

/**
 * A configuration to validate. Every value has the location set last.
 */
public final class Validation {

	public static final LocalDate TODAY = LocalDate.of(2027, 6, 30);

	private final boolean production;

	private final List<String> activeProfiles;

	private @Nullable String cloudPlatform;

	private String contextPath = "";

	private ConfiguredList productionProfiles = ConfiguredList.of("cors.production.profiles",
			List.of("prod", "production", "prd", "live"));

	private @Nullable Location location;

	private CorsPolicyDefinition base = CorsPolicyDefinition.builder("base").build();

	private final List<CorsPolicyDefinition> policies = new ArrayList<>();

	private final Map<String, ConfiguredValue<String>> severities = new LinkedHashMap<>();

	private final List<WaiverDefinition> waivers = new ArrayList<>();

	private final List<ConfiguredValue<String>> keys = new ArrayList<>();

	private final List<Finding> problems = new ArrayList<>();

	private final List<OriginSourceDefinition> originSources = new ArrayList<>();

	private final List<JudgedSource> sources = new ArrayList<>();

	private boolean explainRejections;

	private Validation(boolean production, List<String> activeProfiles) {
		this.production = production;
		this.activeProfiles = activeProfiles;
	}

	public static Validation production() {
		return new Validation(true, List.of("prod"));
	}

	public static Validation development() {
		return new Validation(false, List.of("dev"));
	}

	public static Validation profiles(boolean production, String... activeProfiles) {
		return new Validation(production, List.of(activeProfiles));
	}

	/**
	 * Return a file that Spring Boot reads, on the class path.
	 */
	public static Location file(String name, int line, int column) {
		return new Location.ConfigFile("class path resource [" + name + "]", name, new Location.Position(line, column),
				List.of());
	}

	public Validation at(@Nullable Location location) {
		this.location = location;
		return this;
	}

	public Validation base(UnaryOperator<CorsPolicyDefinition.Builder> definition) {
		this.base = define("base", true, definition);
		return this;
	}

	public Validation policy(String name, UnaryOperator<CorsPolicyDefinition.Builder> definition) {
		this.policies.add(define(name, true, definition));
		return this;
	}

	public Validation disabledPolicy(String name, UnaryOperator<CorsPolicyDefinition.Builder> definition) {
		this.policies.add(define(name, false, definition));
		return this;
	}

	public Validation severity(String rule, String word) {
		this.severities.put(rule, value(word, "cors.validation.rules." + rule));
		return this;
	}

	public Validation waiver(@Nullable String rule, @Nullable String value, @Nullable String reason) {
		return waiver(rule, value, reason, null, null);
	}

	public Validation waiver(@Nullable String rule, @Nullable String value, @Nullable String reason,
			@Nullable String policy, @Nullable String expires, String... unknownKeys) {
		String property = "cors.validation.waivers[" + this.waivers.size() + "]";
		this.waivers.add(new WaiverDefinition(property, this.location, nullable(rule, property + ".rule"),
				nullable(value, property + ".value"), nullable(policy, property + ".policy"),
				nullable(reason, property + ".reason"), nullable(expires, property + ".expires"),
				List.of(unknownKeys).stream().map((key) -> value(key, property + "." + key)).toList()));
		return this;
	}

	public Validation key(String key) {
		this.keys.add(value(key, key));
		return this;
	}

	Validation problem(RuleId rule, String property) {
		this.problems.add(Finding.of(rule, null, value("?", property), "Why.", "Correct " + property + "."));
		return this;
	}

	public Validation explainRejections() {
		this.explainRejections = true;
		return this;
	}

	public Validation cloudPlatform(String cloudPlatform) {
		this.cloudPlatform = cloudPlatform;
		return this;
	}

	public Validation contextPath(String contextPath) {
		this.contextPath = contextPath;
		return this;
	}

	public Validation productionProfiles(String... profiles) {
		this.productionProfiles = ConfiguredList.of("cors.production.profiles", List.of(profiles));
		return this;
	}

	Validation source(CorsSource source, JudgedSource.Effect effect, String... shadowedBy) {
		return source(new JudgedSource(source, effect, List.of(shadowedBy), List.of(),
				effect != JudgedSource.Effect.SHADOWED));
	}

	Validation source(JudgedSource source) {
		this.sources.add(source);
		return this;
	}

	public ValidationReport report() {
		EffectivePolicies effective = EffectivePolicies.of(this.base, this.policies);
		return start(effective).complete(effective.governing(), this.sources);
	}

	/**
	 * Validates the properties only.
	 */
	StagedValidation start() {
		return start(EffectivePolicies.of(this.base, this.policies));
	}

	private StagedValidation start(EffectivePolicies effective) {
		return new PolicyValidator(Validation::pathProblem).start(input(effective));
	}

	private ValidationInput input(EffectivePolicies effective) {
		return new ValidationInput(effective,
				new Deployment(this.production, this.activeProfiles, this.cloudPlatform, this.productionProfiles, TODAY,
						this.contextPath),
				this.severities, this.waivers, this.keys, this.problems, this.originSources, this.explainRejections);
	}

	/**
	 * Return the rules that look at this.
	 */
	public Map<RuleId, Rule> rules() {
		return Rules.of(Validation::pathProblem, input(EffectivePolicies.of(this.base, this.policies)));
	}

	/**
	 * Return the rules that look at a configuration that has everything.
	 */
	public static Map<RuleId, Rule> allRules() {
		return production().policy("named", (named) -> named)
			.severity("null-origin", "warn")
			.originSource("tenants", "none")
			.rules();
	}

	/**
	 * Return all violations in short.
	 */
	public List<String> found() {
		return report().violations().stream().map(Validation::inShort).toList();
	}

	/**
	 * Return the violations of one rule in short.
	 */
	public List<String> found(RuleId rule) {
		return violations(rule).stream().map(Validation::inShort).toList();
	}

	public List<Violation> violations(RuleId rule) {
		return report().violations().stream().filter((violation) -> violation.rule() == rule).toList();
	}

	/**
	 * Return the only violation of a rule.
	 */
	public Violation violation(RuleId rule) {
		List<Violation> violations = violations(rule);
		if (violations.size() != 1) {
			throw new AssertionError("Expected one violation of " + rule + ", but found " + violations);
		}
		return violations.get(0);
	}

	private static String inShort(Violation violation) {
		return violation.rule() + " " + violation.severity() + " " + violation.property()
				+ (violation.isWaived() ? " waived" : "");
	}

	private static @Nullable String pathProblem(String pattern) {
		return (pattern.contains("{") && !pattern.contains("}")) ? "A brace is not closed." : null;
	}

	/**
	 * Add the settings of a source of origins.
	 */
	public Validation originSource(String name, String tenant) {
		String prefix = "cors.origin-sources." + name;
		this.originSources.add(new OriginSourceDefinition(value(name, prefix), value(tenant, prefix + ".tenant"),
				Duration.ofMinutes(5), 100, 1000, null, false));
		return this;
	}

	private CorsPolicyDefinition define(String name, boolean enabled,
			UnaryOperator<CorsPolicyDefinition.Builder> definition) {
		CorsPolicyDefinition written = definition.apply(CorsPolicyDefinition.builder(name)).build();
		return new CorsPolicyDefinition(name, enabled, located(written.paths()), located(written.allowedOrigins()),
				located(written.allowedOriginPatterns()), located(written.allowedOriginRegexes()),
				located(written.allowedMethods()), located(written.allowedHeaders()), located(written.exposedHeaders()),
				located(written.allowCredentials()), located(written.maxAge()), located(written.preflightStatus()),
				located(written.crossSiteForms()), located(written.timingAllowOrigin()), located(written.enforcement()),
				located(written.originSource()));
	}

	private @Nullable ConfiguredList located(@Nullable ConfiguredList list) {
		return (list != null) ? ConfiguredList.of(list.place(), this.location, list.texts()) : null;
	}

	private <T> @Nullable ConfiguredValue<T> located(@Nullable ConfiguredValue<T> value) {
		return (value != null) ? ConfiguredValue.of(value.value(), value.text(), value.place(), this.location) : null;
	}

	private @Nullable ConfiguredValue<String> nullable(@Nullable String value, String property) {
		return (value != null) ? value(value, property) : null;
	}

	private ConfiguredValue<String> value(String value, String property) {
		return ConfiguredValue.of(value, property, this.location);
	}

}
