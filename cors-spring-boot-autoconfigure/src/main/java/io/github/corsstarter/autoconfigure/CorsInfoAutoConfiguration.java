package io.github.corsstarter.autoconfigure;

import io.github.corsstarter.actuate.CorsInfoContributor;
import io.github.corsstarter.config.CorsSettings;
import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.validation.report.ValidationReport;
import io.github.corsstarter.validation.source.ApplicationReport;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.autoconfigure.info.ConditionalOnEnabledInfoContributor;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.boot.actuate.info.InfoEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for {@link CorsInfoContributor}.
 */
@AutoConfiguration(after = CorsAutoConfiguration.class)
@ConditionalOnClass({ InfoContributor.class, ConditionalOnEnabledInfoContributor.class })
@ConditionalOnAvailableEndpoint(endpoint = InfoEndpoint.class)
@ConditionalOnEnabledInfoContributor("cors")
@Conditional(OnCorsEnabledCondition.class)
@ConditionalOnBean({ CorsPolicies.class, SourceInspection.class })
public final class CorsInfoAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	CorsInfoContributor corsInfoContributor(CorsPolicies policies, CorsSettings settings,
			ObjectProvider<ValidationReport> early, SourceInspection inspection) {
		return new CorsInfoContributor(policies, settings::snapshot, () -> {
			ApplicationReport complete = inspection.report();
			return (complete != null) ? complete.validation() : early.getIfAvailable(() -> nothingFound(settings));
		});
	}

	private static ValidationReport nothingFound(CorsSettings settings) {
		return ValidationReport.nothingFound(settings.input().deployment());
	}

}
