package io.github.corsstarter.autoconfigure;

import io.github.corsstarter.inspect.reactive.ConfigurationSourceInspector;
import io.github.corsstarter.inspect.reactive.CorsMappingsInspector;
import io.github.corsstarter.inspect.reactive.CorsWebFilterInspector;
import io.github.corsstarter.inspect.reactive.CrossOriginInspector;
import io.github.corsstarter.inspect.reactive.SecurityWebFilterChainInspector;
import io.github.corsstarter.web.reactive.PolicyCorsConfigurationSource;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.server.SecurityWebFilterChain;

/**
 * The readers of the CORS configuration that a reactive application has elsewhere.
 */
@Configuration(proxyBeanMethods = false)
class CorsReactiveInspectionConfiguration {

	@Bean
	CrossOriginInspector corsCrossOriginInspector(ConfigurableListableBeanFactory beanFactory) {
		return new CrossOriginInspector(beanFactory);
	}

	@Bean
	CorsMappingsInspector corsMappingsInspector(ConfigurableListableBeanFactory beanFactory) {
		return new CorsMappingsInspector(beanFactory);
	}

	@Bean
	CorsWebFilterInspector corsWebFilterInspector(ConfigurableListableBeanFactory beanFactory, CorsSettings settings) {
		return new CorsWebFilterInspector(beanFactory, PolicyCorsConfigurationSource.class, settings.filterOrder());
	}

	@Bean
	ConfigurationSourceInspector corsConfigurationSourceInspector(ConfigurableListableBeanFactory beanFactory) {
		return new ConfigurationSourceInspector(beanFactory, PolicyCorsConfigurationSource.class);
	}

	/**
	 * Spring Security.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(SecurityWebFilterChain.class)
	static class Security {

		@Bean
		SecurityWebFilterChainInspector corsSecurityWebFilterChainInspector(
				ConfigurableListableBeanFactory beanFactory) {
			return new SecurityWebFilterChainInspector(beanFactory, PolicyCorsConfigurationSource.class);
		}

	}

}
