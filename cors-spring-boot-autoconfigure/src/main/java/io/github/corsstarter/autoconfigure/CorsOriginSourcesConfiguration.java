package io.github.corsstarter.autoconfigure;

import java.time.Clock;

import io.github.corsstarter.config.CorsSettings;
import io.github.corsstarter.source.OriginSource;
import io.github.corsstarter.source.OriginSources;
import io.github.corsstarter.source.StoredTenantOrigins;
import io.github.corsstarter.source.TenantOrigins;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The beans of an application that has origins of its own.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBean(OriginSource.class)
class CorsOriginSourcesConfiguration {

	@Bean
	OriginSources corsOriginSources(BeanFactory beans, CorsSettings corsSettings) {
		return new OriginSources(beans, corsSettings.input(), Clock.systemUTC());
	}

	@Bean
	@ConditionalOnMissingBean
	TenantOrigins tenantOrigins(OriginSources corsOriginSources) {
		return new StoredTenantOrigins(corsOriginSources);
	}

}
