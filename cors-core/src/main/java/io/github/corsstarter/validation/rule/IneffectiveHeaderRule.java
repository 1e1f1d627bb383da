package io.github.corsstarter.validation.rule;

import java.util.function.Consumer;

import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.policy.fetch.FetchHeader;
import io.github.corsstarter.validation.report.Deployment;
import io.github.corsstarter.validation.report.Finding;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.subject.GoverningPolicy;
import io.github.corsstarter.validation.subject.Remedy;
import org.jspecify.annotations.Nullable;

/**
 * {@code ineffective-header}: request headers that scripts cannot set, and response
 * headers that scripts can always or never read.
 */
final class IneffectiveHeaderRule implements PolicyRule {

	@Override
	public void check(GoverningPolicy policy, Deployment deployment, Consumer<Finding> findings) {
		for (ConfiguredValue<String> header : policy.effective().allowedHeaders().values()) {
			report(policy, header, requestProblem(header.value()), findings);
		}
		for (ConfiguredValue<String> header : policy.effective().exposedHeaders().values()) {
			report(policy, header, responseProblem(header.value()), findings);
		}
	}

	private static void report(GoverningPolicy policy, ConfiguredValue<String> header, @Nullable String problem,
			Consumer<Finding> findings) {
		if (problem != null) {
			findings
				.accept(Finding.of(RuleId.INEFFECTIVE_HEADER, policy.name(), header, problem, Remedy.remove(header)));
		}
	}

	private static @Nullable String requestProblem(String header) {
		return FetchHeader.isForbiddenInRequests(header)
				? "Browsers let no script set this request header, so no preflight ever asks for it." : null;
	}

	private static @Nullable String responseProblem(String header) {
		if (FetchHeader.isSafelistedInResponses(header)) {
			return "Every script that may read the response may read this header anyway.";
		}
		return FetchHeader.isForbiddenInResponses(header)
				? "Browsers never show this response header to scripts, exposed or not." : null;
	}

}
