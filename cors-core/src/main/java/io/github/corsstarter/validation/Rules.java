package io.github.corsstarter.validation;

import java.util.EnumMap;
import java.util.Map;

import io.github.corsstarter.origin.EntryKind;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.rule.ContextPathRule;
import io.github.corsstarter.validation.rule.DuplicatePathRule;
import io.github.corsstarter.validation.rule.ExplainRejectionsRule;
import io.github.corsstarter.validation.rule.ExposedWildcardRule;
import io.github.corsstarter.validation.rule.IneffectiveHeaderRule;
import io.github.corsstarter.validation.rule.InsecureOriginRule;
import io.github.corsstarter.validation.rule.InvalidHeaderRule;
import io.github.corsstarter.validation.rule.InvalidMaxAgeRule;
import io.github.corsstarter.validation.rule.InvalidMethodRule;
import io.github.corsstarter.validation.rule.InvalidPathRule;
import io.github.corsstarter.validation.rule.InvalidPolicyNameRule;
import io.github.corsstarter.validation.rule.InvalidPreflightStatusRule;
import io.github.corsstarter.validation.rule.InvalidSeverityRule;
import io.github.corsstarter.validation.rule.InvalidWaiverRule;
import io.github.corsstarter.validation.rule.LocalhostOriginRule;
import io.github.corsstarter.validation.rule.LongMaxAgeRule;
import io.github.corsstarter.validation.rule.MissingPathsRule;
import io.github.corsstarter.validation.rule.NoOriginsRule;
import io.github.corsstarter.validation.rule.NullOriginRule;
import io.github.corsstarter.validation.rule.OriginSyntaxRule;
import io.github.corsstarter.validation.rule.PathSyntax;
import io.github.corsstarter.validation.rule.PrivateNetworkOriginRule;
import io.github.corsstarter.validation.rule.ProductionUndetectedRule;
import io.github.corsstarter.validation.rule.RedundantOriginRule;
import io.github.corsstarter.validation.rule.ReportOnlyRule;
import io.github.corsstarter.validation.rule.Rule;
import io.github.corsstarter.validation.rule.SuspiciousValueRule;
import io.github.corsstarter.validation.rule.UnboundedOriginsRule;
import io.github.corsstarter.validation.rule.UnknownPropertyRule;
import io.github.corsstarter.validation.rule.UnknownRuleRule;
import io.github.corsstarter.validation.rule.UnmatchableOriginRule;
import io.github.corsstarter.validation.rule.WildcardOriginRule;
import io.github.corsstarter.validation.rule.WildcardWithCredentialsRule;

/**
 * The rules that look at {@code cors.*} properties. {@code invalid-value},
 * {@code invalid-profile}, {@code shared-prefix} and {@code reload-unsupported} are found
 * while the properties are read, {@code lost-policy} and {@code unstable-source} when
 * they are read again, and {@code expired-waiver} and {@code unused-waiver} come out of
 * applying the waivers.
 */
final class Rules {

	private Rules() {
	}

	static Map<RuleId, Rule> of(PathSyntax pathSyntax) {
		Map<RuleId, Rule> rules = new EnumMap<>(RuleId.class);
		rules.put(RuleId.INVALID_ORIGIN, new OriginSyntaxRule(RuleId.INVALID_ORIGIN, EntryKind.EXACT));
		rules.put(RuleId.INVALID_PATTERN, new OriginSyntaxRule(RuleId.INVALID_PATTERN, EntryKind.PATTERN));
		rules.put(RuleId.INVALID_REGEX, new OriginSyntaxRule(RuleId.INVALID_REGEX, EntryKind.REGEX));
		rules.put(RuleId.UNMATCHABLE_ORIGIN, new UnmatchableOriginRule());
		rules.put(RuleId.INVALID_PATH, new InvalidPathRule(pathSyntax));
		rules.put(RuleId.MISSING_PATHS, new MissingPathsRule());
		rules.put(RuleId.DUPLICATE_PATH, new DuplicatePathRule(pathSyntax));
		rules.put(RuleId.INVALID_POLICY_NAME, new InvalidPolicyNameRule());
		rules.put(RuleId.INVALID_METHOD, new InvalidMethodRule());
		rules.put(RuleId.INVALID_HEADER, new InvalidHeaderRule());
		rules.put(RuleId.INVALID_MAX_AGE, new InvalidMaxAgeRule());
		rules.put(RuleId.INVALID_PREFLIGHT_STATUS, new InvalidPreflightStatusRule());
		rules.put(RuleId.UNKNOWN_RULE, new UnknownRuleRule());
		rules.put(RuleId.INVALID_SEVERITY, new InvalidSeverityRule());
		rules.put(RuleId.INVALID_WAIVER, new InvalidWaiverRule());
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
		return rules;
	}

}
