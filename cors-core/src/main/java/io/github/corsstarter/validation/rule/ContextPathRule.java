package io.github.corsstarter.validation.rule;

import java.util.function.Consumer;

import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.validation.report.Deployment;
import io.github.corsstarter.validation.report.Finding;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.subject.GoverningPolicy;
import io.github.corsstarter.validation.subject.Remedy;

/**
 * {@code context-path}: a path pattern that begins with the context path or base path,
 * which patterns are relative to.
 */
final class ContextPathRule implements PolicyRule {

	@Override
	public void check(GoverningPolicy policy, Deployment deployment, Consumer<Finding> findings) {
		String contextPath = deployment.contextPath();
		if (contextPath.isEmpty()) {
			return;
		}
		for (ConfiguredValue<String> path : policy.effective().paths().values()) {
			if (path.value().equals(contextPath) || path.value().startsWith(contextPath + "/")) {
				String relative = path.value().substring(contextPath.length());
				findings.accept(Finding.of(RuleId.CONTEXT_PATH, policy.name(), path,
						"Patterns are relative to " + contextPath + ", where the application is: this one is for "
								+ contextPath + path.value() + ".",
						"Write " + (relative.isEmpty() ? "/" : relative) + " in " + Remedy.key(path) + "."));
			}
		}
	}

}
