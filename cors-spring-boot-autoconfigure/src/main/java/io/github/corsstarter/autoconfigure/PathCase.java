package io.github.corsstarter.autoconfigure;

import java.util.function.BooleanSupplier;

import io.github.corsstarter.config.CorsSettings;
import io.github.corsstarter.reload.PoliciesInForce;
import io.github.corsstarter.validation.PolicyValidator;
import io.github.corsstarter.validation.report.CorsPolicyException;
import io.github.corsstarter.web.PathPatternSyntax;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationContextException;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextRefreshedEvent;

/**
 * Has the policies ignore the case of a path where a handler mapping does, as soon as all
 * handler mappings exist, which is before any port is open. Otherwise a capital letter in
 * a path would bypass its handler's policy. The context of a further servlet may come up
 * later.
 */
final class PathCase implements SmartInitializingSingleton, ApplicationListener<ContextRefreshedEvent> {

	private final ObjectProvider<PoliciesInForce> policies;

	private final OwnPolicies own;

	private final CorsSettings settings;

	private final BooleanSupplier ignored;

	private volatile boolean settled;

	/**
	 * Create what adapts the policies.
	 * @param policies the policies, if the properties make them
	 * @param own the policies, if the application makes them
	 * @param settings what was configured
	 * @param ignored asks the handler mappings
	 */
	PathCase(ObjectProvider<PoliciesInForce> policies, OwnPolicies own, CorsSettings settings,
			BooleanSupplier ignored) {
		this.policies = policies;
		this.own = own;
		this.settings = settings;
		this.ignored = ignored;
	}

	@Override
	public void afterSingletonsInstantiated() {
		if (AotProcessing.isActive()) {
			return;
		}
		this.settled = true;
		settle(this::stopIfAmbiguous);
	}

	/**
	 * It is too late to refuse policies that are for the same paths then.
	 */
	@Override
	public void onApplicationEvent(ContextRefreshedEvent event) {
		if (this.settled && event.getApplicationContext().getParent() != null) {
			settle(() -> {
			});
		}
	}

	private void settle(Runnable check) {
		PoliciesInForce inForce = this.policies.getIfAvailable();
		if (inForce == null) {
			this.own.ignoreCaseIf(this.ignored);
		}
		else if (inForce.current().all().isEmpty()) {
			inForce.ignoreCaseLaterIf(this.ignored);
		}
		else if (inForce.current().isCaseSensitive() && this.ignored.getAsBoolean()) {
			check.run();
			inForce.ignoreCase();
		}
	}

	/**
	 * Has the start fail if two policies are for the same paths then.
	 */
	private void stopIfAmbiguous() {
		try {
			new PolicyValidator(PathPatternSyntax.ignoringCase()).start(this.settings.input())
				.policies()
				.throwIfUnsafe();
		}
		catch (CorsPolicyException ex) {
			throw new ApplicationContextException("CORS configuration stops the start", ex);
		}
	}

}
