package io.github.corsstarter.autoconfigure;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.corsstarter.config.EnabledProperty;
import io.github.corsstarter.config.CorsPropertiesReader;
import io.github.corsstarter.config.CorsSettings;
import io.github.corsstarter.inspect.CorsSourceInspector;
import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.validation.PolicyValidator;
import io.github.corsstarter.web.PathPatternMapping;
import io.github.corsstarter.web.PathPatternSyntax;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.NativeDetector;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;

/**
 * Reads, judges and compiles a policy in the background while Spring Boot still looks for
 * beans: most of what the first policy costs is the loading of classes, and that need not
 * wait. Once in the life of a process; as Spring Boot's own preinitializers, not with one
 * processor alone and not if the system property
 * {@code spring.backgroundpreinitializer.ignore} is set.
 */
class CorsPreinitializer implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

	private static final AtomicBoolean started = new AtomicBoolean();

	@Override
	public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
		if (isOfUse(event.getEnvironment()) && started.compareAndSet(false, true)) {
			WebApplicationType type = event.getSpringApplication().getWebApplicationType();
			Thread thread = new Thread(() -> runSafely(type), "cors-preinitializer");
			thread.setDaemon(true);
			thread.start();
		}
	}

	private static boolean isOfUse(Environment environment) {
		return Runtime.getRuntime().availableProcessors() > 1 && !NativeDetector.inNativeImage()
				&& !Boolean.getBoolean("spring.backgroundpreinitializer.ignore")
				&& EnabledProperty.isEnabled(environment);
	}

	private static void runSafely(@Nullable WebApplicationType type) {
		try {
			run(type);
		}
		catch (RuntimeException | LinkageError ex) {
			// Not a web application, or one that will find out itself
		}
	}

	/**
	 * Does what the start does with the application's own properties, and looks for what
	 * else is configured where there is nothing.
	 * @param type the stack, or {@code null} if it is not known
	 */
	static void run(@Nullable WebApplicationType type) {
		Environment environment = new SomeEnvironment();
		CorsSettings settings = new CorsPropertiesReader(environment).read();
		new PolicyValidator(new PathPatternSyntax()).validate(settings.input());
		new CorsPolicies(PathPatternMapping.of(settings.compile(), List.of()));
		for (CorsSourceInspector inspector : inspectors(type, environment, settings.filterOrder())) {
			inspector.inspect();
		}
	}

	private static List<CorsSourceInspector> inspectors(@Nullable WebApplicationType type, Environment environment,
			int filterOrder) {
		if (type == WebApplicationType.SERVLET) {
			return ServletInspectors.of(new DefaultListableBeanFactory(), environment, filterOrder).inspectors();
		}
		if (type == WebApplicationType.REACTIVE) {
			return ReactiveInspectors.of(new DefaultListableBeanFactory(), environment, filterOrder).inspectors();
		}
		return List.of();
	}

	/**
	 * After the logging system is ready.
	 */
	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

	/**
	 * Has one policy, whatever the variables of the process are.
	 */
	private static final class SomeEnvironment extends StandardEnvironment {

		@Override
		protected void customizePropertySources(MutablePropertySources propertySources) {
			propertySources.addLast(new MapPropertySource("cors",
					Map.of("cors.allowed-origins[0]", "https://example.com", "cors.allow-credentials", "true")));
		}

	}

}
