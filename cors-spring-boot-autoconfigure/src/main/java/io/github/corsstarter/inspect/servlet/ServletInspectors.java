package io.github.corsstarter.inspect.servlet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.github.corsstarter.inspect.ActuatorPath;
import io.github.corsstarter.inspect.ActuatorPortInspector;
import io.github.corsstarter.inspect.Beans;
import io.github.corsstarter.inspect.ConfiguredPaths;
import io.github.corsstarter.inspect.CorsSourceInspector;
import io.github.corsstarter.inspect.FurtherContexts;
import io.github.corsstarter.inspect.InspectedLibrary;
import io.github.corsstarter.inspect.PolicyPlace;
import io.github.corsstarter.inspect.PropertiesInspectors;
import io.github.corsstarter.inspect.SourceProbe;
import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.web.HandlerPath;
import io.github.corsstarter.web.servlet.PolicyCorsConfigurationSource;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.web.servlet.AbstractFilterRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.util.function.SingletonSupplier;

/**
 * The readers of the CORS configuration that a servlet application has elsewhere.
 */
public final class ServletInspectors {

	private ServletInspectors() {
	}

	/**
	 * Create a reader for everything that can be configured.
	 * @param beanFactory knows the beans, and which libraries there are
	 * @param environment where the properties are
	 * @param filterOrder the order of the filter that obeys the policies
	 * @param contexts the contexts below that of the application
	 * @param policies the policies
	 * @return the readers
	 */
	public static List<CorsSourceInspector> of(ConfigurableListableBeanFactory beanFactory, Environment environment,
			int filterOrder, FurtherContexts contexts, Supplier<CorsPolicies> policies) {
		Beans beans = Beans.ofApplication(beanFactory);
		ServletPath path = new ServletPath(environment.getProperty("spring.mvc.servlet.path", "/"));
		List<CorsSourceInspector> inspectors = of(beans, path, filterOrder,
				() -> ConfiguredPaths.of(policies.get(), environment, beanFactory.getBeanClassLoader()));
		if (InspectedLibrary.SPRING_MVC.isPresent(beanFactory.getBeanClassLoader())) {
			for (DispatcherContext further : DispatcherContext.of(beans, contexts)) {
				of(further.beans(), further.path(), filterOrder, List::of)
					.forEach((inspector) -> inspectors.add(new ServletContextInspector(inspector)));
			}
		}
		for (ConfigurableApplicationContext management : contexts.management()) {
			String actuator = ActuatorPath.of(environment).path();
			of(Beans.ofContext(management.getBeanFactory()), new ServletPath("/"), filterOrder, List::of)
				.forEach((inspector) -> inspectors.add(new ActuatorPortInspector(inspector, actuator)));
		}
		inspectors.addAll(PropertiesInspectors.of(environment, beanFactory.getBeanClassLoader(), path.prefix()));
		return inspectors;
	}

	/**
	 * Create a reader for everything that can be configured in code.
	 */
	private static List<CorsSourceInspector> of(Beans beans, ServletPath path, int filterOrder,
			Supplier<List<HandlerPath>> configured) {
		ClassLoader classLoader = beans.factory().getBeanClassLoader();
		List<CorsSourceInspector> inspectors = new ArrayList<>();
		Supplier<Collection<HandlerPath>> paths = SingletonSupplier
			.of(() -> Stream.concat(ServedPaths.of(beans, path).stream(), configured.get().stream()).toList());
		if (InspectedLibrary.SPRING_MVC.isPresent(classLoader)) {
			inspectors.add(new CrossOriginInspector(beans, path));
			inspectors.add(new CorsMappingsInspector(beans, path));
			inspectors.add(new SourceHandlerInspector(beans, path));
			if (InspectedLibrary.WEB_SOCKET.isPresent(classLoader)) {
				inspectors.add(new WebSocketInspector(beans, path));
			}
		}
		if (InspectedLibrary.DATA_REST.isPresent(classLoader)) {
			inspectors.add(new DataRestInspector(beans, path));
		}
		FilterReader reader = new FilterReader(beans, PolicyCorsConfigurationSource.class, path,
				new SourceProbe(paths));
		PolicyPlace policies = new PolicyPlace(filterOrder, "corsPolicyFilterRegistration", beans,
				AbstractFilterRegistrationBean.class);
		if (InspectedLibrary.SECURITY.isPresent(classLoader)) {
			inspectors.add(new SecurityFilterChainInspector(beans, reader, paths, path, policies));
		}
		CorsFilterInspector filters = new CorsFilterInspector(beans, reader, path, policies);
		inspectors.add(filters);
		inspectors.add(new ConfigurationSourceInspector(reader, path, filters));
		return inspectors;
	}

}
