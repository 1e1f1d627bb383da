package io.github.corsstarter.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextAware;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ApplicationContextEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.core.Ordered;

/**
 * The contexts below that of the application, as far as they exist: those of further
 * dispatcher servlets, and that of the actuator if it has a port of its own.
 */
public final class FurtherContexts
		implements ApplicationListener<ApplicationContextEvent>, ApplicationContextAware, Ordered {

	private static final String MANAGEMENT = ":management";

	private final Set<ConfigurableApplicationContext> contexts = new CopyOnWriteArraySet<>();

	private @Nullable ApplicationContext own;

	@Override
	public void setApplicationContext(ApplicationContext applicationContext) {
		this.own = applicationContext;
	}

	@Override
	public void onApplicationEvent(ApplicationContextEvent event) {
		if (event.getApplicationContext() instanceof ConfigurableApplicationContext context && !isOwn(context)) {
			if (event instanceof ContextRefreshedEvent) {
				this.contexts.add(context);
			}
			else if (event instanceof ContextClosedEvent) {
				this.contexts.remove(context);
			}
		}
	}

	/**
	 * Return whether a context is that of the application itself.
	 * @param context a context
	 * @return {@code true} if it is no further one
	 */
	public boolean isOwn(ApplicationContext context) {
		return context == this.own;
	}

	/**
	 * Return those of the actuator, of which there is at most one.
	 * @return the contexts
	 */
	public List<ConfigurableApplicationContext> management() {
		List<ConfigurableApplicationContext> management = new ArrayList<>();
		for (ConfigurableApplicationContext context : this.contexts) {
			if (Objects.requireNonNullElse(context.getId(), "").endsWith(MANAGEMENT)) {
				management.add(context);
			}
		}
		return management;
	}

	/**
	 * Return everything that has been refreshed below the application.
	 * @return the contexts
	 */
	public List<ConfigurableApplicationContext> all() {
		return List.copyOf(this.contexts);
	}

	/**
	 * Before those that look into the contexts.
	 */
	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

}
