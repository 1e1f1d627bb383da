package io.github.corsstarter.reload;

import java.util.List;

import io.github.corsstarter.config.CorsSettings;
import io.github.corsstarter.policy.CorsPolicy;
import io.github.corsstarter.validation.subject.ValidationInput;

/**
 * Where policies get the origins that are not configured.
 */
public interface PolicyOrigins {

	/**
	 * Add the problems that only the application can know of.
	 * @param input what was configured
	 * @return the input with them
	 */
	ValidationInput check(ValidationInput input);

	/**
	 * Compile the policies that govern anything.
	 * @param settings what was configured, without a problem
	 * @return the policies
	 */
	List<CorsPolicy> compile(CorsSettings settings);

	/**
	 * Bring policies into force, once the origin sources that they name for the first
	 * time have been loaded.
	 * @param policies the policies, compiled here
	 * @param takeOver brings them into force
	 */
	void change(List<CorsPolicy> policies, Runnable takeOver);

}
