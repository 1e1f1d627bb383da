package io.github.corsstarter.autoconfigure;

import io.github.corsstarter.inspect.servlet.CorsMappingsInspector;
import io.github.corsstarter.inspect.servlet.CrossOriginInspector;
import io.github.corsstarter.inspect.servlet.ServletPath;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.web.servlet.HandlerMapping;

/**
 * The readers of the CORS configuration that a servlet application has elsewhere.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class CorsServletInspectionConfiguration {

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

		private static ServletPath servletPath(Environment environment) {
			return new ServletPath(environment.getProperty("spring.mvc.servlet.path", "/"));
		}

	}

}
