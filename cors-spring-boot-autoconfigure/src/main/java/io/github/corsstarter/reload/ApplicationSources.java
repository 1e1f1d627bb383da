package io.github.corsstarter.reload;

import java.util.List;

import io.github.corsstarter.policy.CorsPolicy;
import io.github.corsstarter.validation.StagedValidation;
import io.github.corsstarter.validation.source.ApplicationReport;

/**
 * The application's other CORS configuration, which a change of the policies leaves as it
 * is and which is judged next to the new ones. A caller that replaces the policies holds
 * the monitor of this object from the judgement to the replacement, so that nobody adds
 * to it in between.
 */
public interface ApplicationSources {

	/**
	 * Judge what is known of the application next to some policies.
	 * @param validation the validation of the policies, which is completed by this
	 * @param policies the policies that govern anything, in match order
	 * @return what validation found in all
	 */
	ApplicationReport judge(StagedValidation validation, List<CorsPolicy> policies);

	/**
	 * Replace the report.
	 * @param validation the validation that it is from
	 * @param report the report
	 */
	void replace(StagedValidation validation, ApplicationReport report);

}
