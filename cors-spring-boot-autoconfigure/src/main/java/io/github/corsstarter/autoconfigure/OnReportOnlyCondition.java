package io.github.corsstarter.autoconfigure;

import io.github.corsstarter.config.EnforcementProperty;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Looks for a policy that may only report. An application that is built ahead of time may
 * get one when it starts.
 */
class OnReportOnlyCondition extends SpringBootCondition {

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		ConditionMessage.Builder message = ConditionMessage.forCondition("policies that only report");
		return (AotProcessing.isActive() || EnforcementProperty.isSet(context.getEnvironment()))
				? ConditionOutcome.match(message.because("a policy may only report"))
				: ConditionOutcome.noMatch(message.because("no enforcement is set"));
	}

}
