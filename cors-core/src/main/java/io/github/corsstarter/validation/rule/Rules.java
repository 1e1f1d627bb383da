package io.github.corsstarter.validation.rule;

import java.util.EnumMap;
import java.util.Map;

import io.github.corsstarter.origin.EntryKind;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.subject.ValidationInput;

/**
 * All rules: those that look at {@code cors.*} properties, and those that look at CORS
 * configuration elsewhere. {@code invalid-value}, {@code invalid-profile},
 * {@code shared-prefix} and {@code reload-unsupported} are found while the properties are
 * read, {@code lost-policy} and {@code unstable-source} when they are read again, and
 * {@code refused-origins} whenever somebody asks; {@code expired-waiver} and
 * {@code unused-waiver} come out of applying the waivers.
 */
public final class Rules {

	private Rules() {
	}

	/**
	 * Return the rules for a configuration. Those for what it does not have are not
	 * loaded.
	 * @param pathSyntax knows which path patterns can be parsed
	 * @param input what was configured
	 * @return the rules, in the order of their ids
	 */
	public static Map<RuleId, Rule> of(PathSyntax pathSyntax, ValidationInput input) {
		Map<RuleId, Rule> rules = new EnumMap<>(RuleId.class);
		addForPolicies(pathSyntax, rules);
		if (!input.policies().named().isEmpty()) {
			addForNames(rules);
		}
		if (input.namesRules()) {
			addForAdjustments(rules);
		}
		if (input.namesOriginSources()) {
			addForOriginSources(rules);
		}
		return rules;
	}

	private static void addForPolicies(PathSyntax pathSyntax, Map<RuleId, Rule> rules) {
		rules.put(RuleId.INVALID_ORIGIN, new OriginSyntaxRule(RuleId.INVALID_ORIGIN, EntryKind.EXACT));
		rules.put(RuleId.INVALID_PATTERN, new OriginSyntaxRule(RuleId.INVALID_PATTERN, EntryKind.PATTERN));
		rules.put(RuleId.INVALID_REGEX, new OriginSyntaxRule(RuleId.INVALID_REGEX, EntryKind.REGEX));
		rules.put(RuleId.UNMATCHABLE_ORIGIN, new UnmatchableOriginRule());
		rules.put(RuleId.INVALID_PATH, new InvalidPathRule(pathSyntax));
		rules.put(RuleId.DUPLICATE_PATH, new DuplicatePathRule(pathSyntax));
		rules.put(RuleId.INVALID_METHOD, new InvalidMethodRule());
		rules.put(RuleId.INVALID_HEADER, new InvalidHeaderRule());
		rules.put(RuleId.INVALID_MAX_AGE, new InvalidMaxAgeRule());
		rules.put(RuleId.INVALID_PREFLIGHT_STATUS, new InvalidPreflightStatusRule());
		rules.put(RuleId.WILDCARD_WITH_CREDENTIALS, new WildcardWithCredentialsRule());
		rules.put(RuleId.LOCALHOST_ORIGIN, new LocalhostOriginRule());
		rules.put(RuleId.NULL_ORIGIN, new NullOriginRule());
		rules.put(RuleId.INSECURE_ORIGIN, new InsecureOriginRule());
		rules.put(RuleId.UNBOUNDED_ORIGINS, new UnboundedOriginsRule());
		rules.put(RuleId.UNKNOWN_PROPERTY, new UnknownPropertyRule());
		rules.put(RuleId.EXPLAIN_REJECTIONS, new ExplainRejectionsRule());
		rules.put(RuleId.WILDCARD_ORIGIN, new WildcardOriginRule());
		rules.put(RuleId.PRIVATE_NETWORK_ORIGIN, new PrivateNetworkOriginRule());
		rules.put(RuleId.NO_ORIGINS, new NoOriginsRule());
		rules.put(RuleId.REDUNDANT_ORIGIN, new RedundantOriginRule());
		rules.put(RuleId.EXPOSED_WILDCARD_WITH_CREDENTIALS, new ExposedWildcardRule());
		rules.put(RuleId.INEFFECTIVE_HEADER, new IneffectiveHeaderRule());
		rules.put(RuleId.LONG_MAX_AGE, new LongMaxAgeRule());
		rules.put(RuleId.CONTEXT_PATH, new ContextPathRule());
		rules.put(RuleId.SUSPICIOUS_VALUE, new SuspiciousValueRule());
		rules.put(RuleId.REPORT_ONLY, new ReportOnlyRule());
		rules.put(RuleId.PRODUCTION_UNDETECTED, new ProductionUndetectedRule());
	}

	private static void addForNames(Map<RuleId, Rule> rules) {
		rules.put(RuleId.MISSING_PATHS, new MissingPathsRule());
		rules.put(RuleId.INVALID_POLICY_NAME, new InvalidPolicyNameRule());
	}

	private static void addForAdjustments(Map<RuleId, Rule> rules) {
		rules.put(RuleId.UNKNOWN_RULE, new UnknownRuleRule());
		rules.put(RuleId.INVALID_SEVERITY, new InvalidSeverityRule());
		rules.put(RuleId.INVALID_WAIVER, new InvalidWaiverRule());
	}

	private static void addForOriginSources(Map<RuleId, Rule> rules) {
		rules.put(RuleId.INVALID_ORIGIN_SOURCE, new InvalidOriginSourceRule());
		rules.put(RuleId.SHARED_ORIGIN_SOURCE, new SharedOriginSourceRule());
	}

	/**
	 * Return the rules about what is configured outside of {@code cors.*}. Each
	 * {@link PolicyRule} is for that, too.
	 * @return the rules, in the order of their ids
	 */
	public static Map<RuleId, SourceRule> ofSources() {
		Map<RuleId, SourceRule> rules = new EnumMap<>(RuleId.class);
		ExposureRule.IDS.forEach((id) -> rules.put(id, new ExposureRule(id)));
		rules.put(RuleId.POLICY_BYPASSED, new PolicyBypassedRule());
		rules.put(RuleId.OPAQUE_CORS, new OpaqueCorsRule());
		rules.put(RuleId.SHADOWED_CORS, new ShadowedCorsRule());
		rules.put(RuleId.POLICY_OVERLAP, new PolicyOverlapRule());
		return rules;
	}

}
