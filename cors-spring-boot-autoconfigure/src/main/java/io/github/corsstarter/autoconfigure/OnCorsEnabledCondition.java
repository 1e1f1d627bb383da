package io.github.corsstarter.autoconfigure;

import io.github.corsstarter.config.EnabledProperty;

import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Matches unless {@code cors.enabled} is false. A value that is not a boolean leaves
 * everything enabled, so that it is reported together with all other problems.
 */
class OnCorsEnabledCondition extends SpringBootCondition {

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		return EnabledProperty.isEnabled(context.getEnvironment())
				? ConditionOutcome.match(EnabledProperty.NAME + " is not false")
				: ConditionOutcome.noMatch(EnabledProperty.NAME + " is false");
	}

}
