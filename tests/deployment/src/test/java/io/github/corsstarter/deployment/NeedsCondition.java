package io.github.corsstarter.deployment;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Evaluates {@link Needs}.
 */
class NeedsCondition implements ExecutionCondition {

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		return AnnotationSupport.findAnnotation(context.getElement(), Needs.class)
			.map((needs) -> evaluate(context, needs.value()))
			.orElseGet(() -> ConditionEvaluationResult.enabled("Nothing is needed"));
	}

	private static ConditionEvaluationResult evaluate(ExtensionContext context, Program program) {
		if ("true".equals(System.getenv("CI")) || program.isInstalled()) {
			return ConditionEvaluationResult.enabled("It is installed, or has to be");
		}
		// The build redirects System.err into a file that nobody reads
		new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8)
			.println("[WARNING] " + context.getDisplayName() + " is left out: " + program.hint());
		return ConditionEvaluationResult.disabled(program.hint());
	}

}
