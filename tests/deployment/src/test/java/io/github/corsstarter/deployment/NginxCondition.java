package io.github.corsstarter.deployment;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Leaves tests out where there is no nginx, and the console says so, but for continuous
 * integration, where they fail.
 */
class NginxCondition implements ExecutionCondition {

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		if ("true".equals(System.getenv("CI")) || Nginx.isInstalled()) {
			return ConditionEvaluationResult.enabled("There is nginx, or there has to be");
		}
		// The build redirects System.err into a file that nobody reads
		new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8)
			.println("[WARNING] " + context.getDisplayName() + " is left out: " + Nginx.HINT);
		return ConditionEvaluationResult.disabled(Nginx.HINT);
	}

}
