package io.github.corsstarter.autoconfigure;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Looks at {@code cors.enabled}. A value that is not a boolean leaves everything enabled,
 * so that it is reported together with all other problems.
 */
class OnCorsEnabledCondition extends SpringBootCondition {

	private static final String PROPERTY = "cors.enabled";

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		ConditionMessage.Builder message = ConditionMessage.forCondition(ConditionalOnCorsEnabled.class);
		return isEnabled(context.getEnvironment()) ? ConditionOutcome.match(message.because(PROPERTY + " is not false"))
				: ConditionOutcome.noMatch(message.because(PROPERTY + " is false"));
	}

	/**
	 * Tells whether policies are in force. An application that was processed ahead of
	 * time has all beans, whatever {@code cors.enabled} says when it starts.
	 * @param environment where the application runs
	 * @return {@code false} if nothing is to be judged and no path governed
	 */
	static boolean isEnabled(Environment environment) {
		try {
			return Binder.get(environment).bind(PROPERTY, Boolean.class).orElse(true);
		}
		catch (BindException ex) {
			return true;
		}
	}

}
