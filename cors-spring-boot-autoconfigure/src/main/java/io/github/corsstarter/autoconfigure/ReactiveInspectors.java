package io.github.corsstarter.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.inspect.CorsSourceInspector;
import io.github.corsstarter.inspect.CorsSourceInspectors;
import io.github.corsstarter.inspect.InspectedLibrary;
import io.github.corsstarter.inspect.PropertiesInspectors;
import io.github.corsstarter.inspect.reactive.ConfigurationSourceInspector;
import io.github.corsstarter.inspect.reactive.CorsMappingsInspector;
import io.github.corsstarter.inspect.reactive.CorsWebFilterInspector;
import io.github.corsstarter.inspect.reactive.CrossOriginInspector;
import io.github.corsstarter.inspect.reactive.SecurityWebFilterChainInspector;
import io.github.corsstarter.web.reactive.PolicyCorsConfigurationSource;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;

/**
 * The readers of the CORS configuration that a reactive application has elsewhere.
 */
final class ReactiveInspectors {

	private ReactiveInspectors() {
	}

	/**
	 * Creates a reader for everything that can be configured.
	 * @param beanFactory knows the beans, and which libraries there are
	 * @param environment where the properties are
	 * @param filterOrder the order of the filter that obeys the policies
	 * @return the readers
	 */
	static CorsSourceInspectors of(ConfigurableListableBeanFactory beanFactory, Environment environment,
			int filterOrder) {
		ClassLoader classLoader = beanFactory.getBeanClassLoader();
		List<CorsSourceInspector> inspectors = new ArrayList<>();
		inspectors.add(new CrossOriginInspector(beanFactory));
		inspectors.add(new CorsMappingsInspector(beanFactory));
		if (InspectedLibrary.REACTIVE_SECURITY.isPresent(classLoader)) {
			inspectors.add(new SecurityWebFilterChainInspector(beanFactory, PolicyCorsConfigurationSource.class));
		}
		inspectors.add(new CorsWebFilterInspector(beanFactory, PolicyCorsConfigurationSource.class, filterOrder));
		inspectors.add(new ConfigurationSourceInspector(beanFactory, PolicyCorsConfigurationSource.class));
		inspectors.addAll(PropertiesInspectors.of(environment, classLoader, ""));
		return new CorsSourceInspectors(inspectors);
	}

}
