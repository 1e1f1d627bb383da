package io.github.corsstarter.autoconfigure;

import io.github.corsstarter.config.EnabledProperty;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Looks at {@code cors.enabled}. A value that is not a boolean leaves everything enabled,
 * so that it is reported together with all other problems.
 */
class OnCorsEnabledCondition extends SpringBootCondition {

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		ConditionMessage.Builder message = ConditionMessage.forCondition(ConditionalOnCorsEnabled.class);
		return EnabledProperty.isEnabled(context.getEnvironment())
				? ConditionOutcome.match(message.because(EnabledProperty.NAME + " is not false"))
				: ConditionOutcome.noMatch(message.because(EnabledProperty.NAME + " is false"));
	}

}
