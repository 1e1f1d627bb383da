package io.github.corsstarter.validation.rule;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import io.github.corsstarter.validation.report.Finding;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.validation.source.Exposure;
import io.github.corsstarter.validation.source.SourceContent;
import io.github.corsstarter.validation.subject.SourceSubject;

/**
 * A rule about what a policy allows, held against the answers of a source that had to be
 * asked. One that answers everybody is reported for that alone.
 */
final class ExposureRule implements SourceRule {

	/** The rules that an answer can break. */
	static final Set<RuleId> IDS = Set.of(RuleId.WILDCARD_WITH_CREDENTIALS, RuleId.LOCALHOST_ORIGIN, RuleId.NULL_ORIGIN,
			RuleId.INSECURE_ORIGIN, RuleId.WILDCARD_ORIGIN);

	private final RuleId rule;

	/**
	 * Create a rule.
	 * @param rule the rule
	 */
	ExposureRule(RuleId rule) {
		this.rule = rule;
	}

	@Override
	public void check(SourceSubject subject, Consumer<Finding> findings) {
		CorsSource source = subject.source();
		if (source.content() instanceof SourceContent.Asked asked) {
			List<Exposure> broken = asked.exposures().stream().filter(this::breaks).toList();
			if (!broken.isEmpty()) {
				findings.accept(finding(source, broken));
			}
		}
	}

	private boolean breaks(Exposure exposure) {
		return switch (exposure.to()) {
			case ANYBODY ->
				this.rule == (exposure.credentials() ? RuleId.WILDCARD_WITH_CREDENTIALS : RuleId.WILDCARD_ORIGIN);
			case NULL -> this.rule == RuleId.NULL_ORIGIN;
			case LOCALHOST -> this.rule == RuleId.LOCALHOST_ORIGIN;
			case PLAIN_HTTP -> this.rule == RuleId.INSECURE_ORIGIN && exposure.credentials();
		};
	}

	private Finding finding(CorsSource source, List<Exposure> broken) {
		Exposure first = broken.get(0);
		long others = broken.stream().map(Exposure::path).distinct().count() - 1;
		String where = first.path() + ((others > 0) ? " (and for %d more paths)".formatted(others) : "");
		String message = "A preflight that nobody sent, for %s from %s, was answered with %s. %s".formatted(where,
				first.origin(), first.answer(), consequence(first));
		return SourceRule.finding(this.rule, source, message, remedy(first, source.phrase()));
	}

	private static String consequence(Exposure exposure) {
		return switch (exposure.to()) {
			case ANYBODY -> toAnybody(exposure);
			case NULL -> "Every sandboxed frame has the origin null, and any website can open one.";
			case LOCALHOST -> LocalhostOriginRule.CONSEQUENCE;
			case PLAIN_HTTP -> InsecureOriginRule.consequence("a host without https");
		};
	}

	private static String toAnybody(Exposure exposure) {
		if (exposure.isRefused()) {
			return "It is meant for any origin (*) with credentials, which Spring refuses to answer: every "
					+ "cross-origin request fails.";
		}
		return exposure.credentials()
				? "Nobody owns that origin: every website could read this API with the cookies and logins "
						+ "of its visitors."
				: "Nobody owns that origin: every website may read what this API answers without credentials.";
	}

	private static String remedy(Exposure exposure, String source) {
		return switch (exposure.to()) {
			case ANYBODY -> exposure.credentials()
					? "List the origins that are meant in %s, or do not allow credentials there.".formatted(source)
					: "List the origins that are meant in %s, or waive a public API under cors.validation.waivers."
						.formatted(source);
			case NULL -> "Let %s not allow null.".formatted(source);
			case LOCALHOST ->
				"Let %s not allow %s.".formatted(source, exposure.origin()) + LocalhostOriginRule.FOR_DEVELOPMENT;
			case PLAIN_HTTP -> "Let %s allow https origins only.".formatted(source);
		};
	}

}
