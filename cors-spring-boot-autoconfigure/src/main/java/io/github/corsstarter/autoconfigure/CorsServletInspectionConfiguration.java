package io.github.corsstarter.autoconfigure;

import io.github.corsstarter.inspect.servlet.ConfigurationSourceInspector;
import io.github.corsstarter.inspect.servlet.CorsFilterInspector;
import io.github.corsstarter.inspect.servlet.CorsMappingsInspector;
import io.github.corsstarter.inspect.servlet.CrossOriginInspector;
import io.github.corsstarter.inspect.servlet.DataRestInspector;
import io.github.corsstarter.inspect.servlet.SecurityFilterChainInspector;
import io.github.corsstarter.inspect.servlet.ServletPath;
import io.github.corsstarter.inspect.servlet.WebSocketInspector;
import io.github.corsstarter.web.servlet.PolicyCorsConfigurationSource;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.socket.server.support.WebSocketHttpRequestHandler;

/**
 * The readers of the CORS configuration that a servlet application has elsewhere.
 */
@Configuration(proxyBeanMethods = false)
class CorsServletInspectionConfiguration {

	@Bean
	ConfigurationSourceInspector corsConfigurationSourceInspector(ConfigurableListableBeanFactory beanFactory,
			Environment environment, CorsFilterInspector filters) {
		return new ConfigurationSourceInspector(beanFactory, PolicyCorsConfigurationSource.class,
				servletPath(environment), filters);
	}

	@Bean
	CorsFilterInspector corsFilterInspector(ConfigurableListableBeanFactory beanFactory, Environment environment,
			CorsSettings settings) {
		return new CorsFilterInspector(beanFactory, PolicyCorsConfigurationSource.class, servletPath(environment),
				settings.filterOrder());
	}

	private static ServletPath servletPath(Environment environment) {
		return new ServletPath(environment.getProperty("spring.mvc.servlet.path", "/"));
	}

	/**
	 * Spring MVC.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(HandlerMapping.class)
	static class Mvc {

		@Bean
		CrossOriginInspector corsCrossOriginInspector(ConfigurableListableBeanFactory beanFactory,
				Environment environment) {
			return new CrossOriginInspector(beanFactory, servletPath(environment));
		}

		@Bean
		CorsMappingsInspector corsMappingsInspector(ConfigurableListableBeanFactory beanFactory,
				Environment environment) {
			return new CorsMappingsInspector(beanFactory, servletPath(environment));
		}

	}

	/**
	 * Spring Data REST.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(name = "org.springframework.data.rest.webmvc.RepositoryRestHandlerMapping")
	static class DataRest {

		@Bean
		DataRestInspector corsDataRestInspector(ConfigurableListableBeanFactory beanFactory, Environment environment) {
			return new DataRestInspector(beanFactory, servletPath(environment));
		}

	}

	/**
	 * Spring's WebSocket support.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ HandlerMapping.class, WebSocketHttpRequestHandler.class })
	static class WebSocket {

		@Bean
		WebSocketInspector corsWebSocketInspector(ConfigurableListableBeanFactory beanFactory,
				Environment environment) {
			return new WebSocketInspector(beanFactory, servletPath(environment));
		}

	}

	/**
	 * Spring Security.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(SecurityFilterChain.class)
	static class Security {

		@Bean
		SecurityFilterChainInspector corsSecurityFilterChainInspector(ConfigurableListableBeanFactory beanFactory,
				Environment environment, CorsSettings settings) {
			return new SecurityFilterChainInspector(beanFactory, PolicyCorsConfigurationSource.class,
					servletPath(environment), settings.filterOrder());
		}

	}

}
