package io.github.corsstarter.validation;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import io.github.corsstarter.validation.report.Deployment;
import io.github.corsstarter.validation.report.Finding;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.report.Severity;
import io.github.corsstarter.validation.rule.PolicyRule;
import io.github.corsstarter.validation.rule.Rule;
import io.github.corsstarter.validation.rule.Rules;
import io.github.corsstarter.validation.rule.SourceRule;
import io.github.corsstarter.validation.rule.WebSocketWording;
import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.validation.source.JudgedSource;
import io.github.corsstarter.validation.source.SourceConfiguration;
import io.github.corsstarter.validation.subject.GoverningPolicy;
import io.github.corsstarter.validation.subject.OriginProofs;
import io.github.corsstarter.validation.subject.SourceSubject;

/**
 * The rules that look at CORS configuration outside of {@code cors.*}: the policy rules,
 * applied to sources too, and the rules about sources alone.
 */
final class SourceRules {

	private final Map<RuleId, PolicyRule> policyRules = new EnumMap<>(RuleId.class);

	private final Map<RuleId, SourceRule> sourceRules = Rules.ofSources();

	private final Set<SourceConfiguration> judged = new HashSet<>();

	private final Deployment deployment;

	private final Severities severities;

	private final FoundViolations found;

	/**
	 * Create the rules.
	 * @param rules all rules that look at the properties
	 * @param deployment where the application runs
	 * @param severities tell which rules need not be looked at
	 * @param found takes what is found, source by source
	 */
	SourceRules(Map<RuleId, Rule> rules, Deployment deployment, Severities severities, FoundViolations found) {
		this.deployment = deployment;
		this.severities = severities;
		this.found = found;
		rules.forEach((id, rule) -> {
			if (rule instanceof PolicyRule policyRule) {
				this.policyRules.put(id, policyRule);
			}
		});
	}

	/**
	 * Hold sources against the rules.
	 * @param sources the sources
	 * @param policies the policies in force, in match order
	 * @param proofs what is proven about origins
	 */
	void check(List<JudgedSource> sources, List<GoverningPolicy> policies, OriginProofs proofs) {
		for (JudgedSource source : sources) {
			check(SourceSubject.of(source, policies, proofs));
		}
	}

	private void check(SourceSubject subject) {
		GoverningPolicy policy = subject.asPolicy();
		Consumer<Finding> findings = this.found.elsewhere(subject.source().isAsked());
		if (policy != null && isNew(subject.source())) {
			this.policyRules.forEach((id, rule) -> {
				if (isEnforced(id) && isFor(id, subject.source())) {
					rule.check(policy, this.deployment, new WebSocketWording(subject, findings));
				}
			});
		}
		this.sourceRules.forEach((id, rule) -> {
			if (isEnforced(id)) {
				rule.check(subject, findings);
			}
		});
	}

	private boolean isEnforced(RuleId rule) {
		return this.severities.ofSources(rule) != Severity.OFF;
	}

	/**
	 * Return whether what a source allows was not judged before. What a bean allows is
	 * one thing, however many filters and chains use the bean.
	 */
	private boolean isNew(CorsSource source) {
		SourceConfiguration configuration = source.configuration();
		return !source.kind().isFilter() || configuration == null || this.judged.add(configuration);
	}

	/**
	 * Return whether a rule is for a source. A WebSocket handler for which nothing is
	 * allowed serves the application's own pages, which is the default.
	 */
	private static boolean isFor(RuleId rule, CorsSource source) {
		return rule != RuleId.NO_ORIGINS || !source.kind().isHandshake();
	}

}
