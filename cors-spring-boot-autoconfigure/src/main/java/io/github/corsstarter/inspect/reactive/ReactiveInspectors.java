package io.github.corsstarter.inspect.reactive;

import java.util.ArrayList;
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
import io.github.corsstarter.web.reactive.PolicyCorsConfigurationSource;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.server.WebFilter;

/**
 * The readers of the CORS configuration that a reactive application has elsewhere.
 */
public final class ReactiveInspectors {

	private ReactiveInspectors() {
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
		List<CorsSourceInspector> inspectors = of(Beans.ofApplication(beanFactory), filterOrder,
				() -> ConfiguredPaths.of(policies.get(), environment, beanFactory.getBeanClassLoader()));
		for (ConfigurableApplicationContext management : contexts.management()) {
			String actuator = ActuatorPath.of(environment).path();
			of(Beans.ofContext(management.getBeanFactory()), filterOrder, List::of)
				.forEach((inspector) -> inspectors.add(new ActuatorPortInspector(inspector, actuator)));
		}
		inspectors.addAll(PropertiesInspectors.of(environment, beanFactory.getBeanClassLoader(), ""));
		return inspectors;
	}

	/**
	 * Create a reader for everything that can be configured in code.
	 */
	private static List<CorsSourceInspector> of(Beans beans, int filterOrder, Supplier<List<HandlerPath>> configured) {
		Class<PolicyCorsConfigurationSource> own = PolicyCorsConfigurationSource.class;
		SourceProbe probe = new SourceProbe(SingletonSupplier
			.of(() -> Stream.concat(HandlerPaths.of(beans).stream(), configured.get().stream()).toList()));
		List<CorsSourceInspector> inspectors = new ArrayList<>();
		inspectors.add(new CrossOriginInspector(beans));
		inspectors.add(new CorsMappingsInspector(beans));
		inspectors.add(new ApplicationMappingInspector(beans));
		inspectors.add(new ProcessedMappingInspector(beans));
		PolicyPlace policies = new PolicyPlace(filterOrder, "corsPolicyWebFilter", beans, WebFilter.class);
		if (InspectedLibrary.REACTIVE_SECURITY.isPresent(beans.factory().getBeanClassLoader())) {
			inspectors.add(new SecurityWebFilterChainInspector(beans, probe, own, policies));
		}
		inspectors.add(new CorsWebFilterInspector(beans, probe, own, policies));
		inspectors.add(new ConfigurationSourceInspector(beans, probe, own));
		return inspectors;
	}

}
