package io.github.corsstarter.validation.rule;

import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

import io.github.corsstarter.policy.ConfiguredList;
import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.validation.report.Deployment;
import io.github.corsstarter.validation.report.Finding;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.subject.GoverningPolicy;
import io.github.corsstarter.validation.subject.Remedy;

/**
 * {@code suspicious-value}: the name of a method among headers, the name of a header
 * among methods, or {@code all} among either. Each is a token, and none does what was
 * meant.
 */
final class SuspiciousValueRule implements PolicyRule {

	private static final String ALL = "all";

	private static final Set<String> METHODS = Set.of("get", "head", "post", "put", "delete", "patch", "options");

	private static final Set<String> HEADERS = Set.of("accept", "accept-language", "authorization", "cache-control",
			"content-language", "content-type", "cookie", "etag", "if-match", "if-none-match", "location", "origin",
			"range", "referer", "set-cookie", "user-agent");

	@Override
	public void check(GoverningPolicy policy, Deployment deployment, Consumer<Finding> findings) {
		checkHeaders(policy, policy.effective().allowedHeaders(), findings);
		checkHeaders(policy, policy.effective().exposedHeaders(), findings);
		for (ConfiguredValue<String> method : policy.effective().allowedMethods().values()) {
			String name = method.value().toLowerCase(Locale.ROOT);
			if (ALL.equals(name)) {
				findings.accept(ofAll(policy, method, "method"));
			}
			else if (HEADERS.contains(name) || name.startsWith("x-")) {
				findings.accept(finding(policy, method, "'%s' is the name of a header, and stands among the methods."));
			}
		}
	}

	private static void checkHeaders(GoverningPolicy policy, ConfiguredList headers, Consumer<Finding> findings) {
		for (ConfiguredValue<String> header : headers.values()) {
			String name = header.value().toLowerCase(Locale.ROOT);
			if (ALL.equals(name)) {
				findings.accept(ofAll(policy, header, "header"));
			}
			else if (METHODS.contains(name)) {
				findings.accept(finding(policy, header, "'%s' is a method, and stands among the headers."));
			}
		}
	}

	private static Finding ofAll(GoverningPolicy policy, ConfiguredValue<String> value, String what) {
		return Finding.of(RuleId.SUSPICIOUS_VALUE, policy.name(), value,
				"'%s' is read as the name of a %s. The word for all of them is *.".formatted(value.text(), what),
				"Write * in place of %s in %s.".formatted(value.text(), Remedy.key(value)));
	}

	private static Finding finding(GoverningPolicy policy, ConfiguredValue<String> value, String message) {
		return Finding.of(RuleId.SUSPICIOUS_VALUE, policy.name(), value, message.formatted(value.text()),
				Remedy.remove(value));
	}

}
