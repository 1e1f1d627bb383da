package io.github.corsstarter.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.inspect.CorsSourceInspector;
import io.github.corsstarter.inspect.CorsSourceInspectors;
import io.github.corsstarter.inspect.InspectedLibrary;
import io.github.corsstarter.inspect.PropertiesInspectors;
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
import org.springframework.core.env.Environment;

/**
 * The readers of the CORS configuration that a servlet application has elsewhere.
 */
final class ServletInspectors {

	private ServletInspectors() {
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
		ServletPath path = new ServletPath(environment.getProperty("spring.mvc.servlet.path", "/"));
		List<CorsSourceInspector> inspectors = new ArrayList<>();
		if (InspectedLibrary.SPRING_MVC.isPresent(classLoader)) {
			inspectors.add(new CrossOriginInspector(beanFactory, path));
			inspectors.add(new CorsMappingsInspector(beanFactory, path));
			if (InspectedLibrary.WEB_SOCKET.isPresent(classLoader)) {
				inspectors.add(new WebSocketInspector(beanFactory, path));
			}
		}
		if (InspectedLibrary.DATA_REST.isPresent(classLoader)) {
			inspectors.add(new DataRestInspector(beanFactory, path));
		}
		if (InspectedLibrary.SECURITY.isPresent(classLoader)) {
			inspectors.add(new SecurityFilterChainInspector(beanFactory, PolicyCorsConfigurationSource.class, path,
					filterOrder));
		}
		CorsFilterInspector filters = new CorsFilterInspector(beanFactory, PolicyCorsConfigurationSource.class, path,
				filterOrder);
		inspectors.add(filters);
		inspectors
			.add(new ConfigurationSourceInspector(beanFactory, PolicyCorsConfigurationSource.class, path, filters));
		inspectors.addAll(PropertiesInspectors.of(environment, classLoader, path.prefix()));
		return new CorsSourceInspectors(inspectors);
	}

}
