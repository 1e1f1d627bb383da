package io.github.corsstarter.inspect;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;

/**
 * The beans in which CORS can be configured: those of an application, or those of a
 * further context below it without the application's own.
 */
public final class Beans {

	private static final String OWN = "io.github.corsstarter.autoconfigure.";

	private final ConfigurableListableBeanFactory factory;

	private final boolean inherited;

	private Beans(ConfigurableListableBeanFactory factory, boolean inherited) {
		this.factory = factory;
		this.inherited = inherited;
	}

	/**
	 * Return the beans of an application and of whatever it is built upon.
	 * @param factory where they are
	 * @return the beans
	 */
	public static Beans ofApplication(ConfigurableListableBeanFactory factory) {
		return new Beans(factory, true);
	}

	/**
	 * Return the beans of one context alone.
	 * @param factory where they are
	 * @return the beans
	 */
	public static Beans ofContext(ConfigurableListableBeanFactory factory) {
		return new Beans(factory, false);
	}

	/**
	 * Return where the beans are.
	 * @return the bean factory
	 */
	public ConfigurableListableBeanFactory factory() {
		return this.factory;
	}

	/**
	 * Finds singletons. No bean is created early for it.
	 * @param <T> the type
	 * @param type the type
	 * @return the beans by name
	 */
	public <T> Map<String, T> ofType(Class<T> type) {
		return this.inherited ? BeanFactoryUtils.beansOfTypeIncludingAncestors(this.factory, type, false, false)
				: this.factory.getBeansOfType(type, false, false);
	}

	/**
	 * Finds the names of singletons, which stay as lazy as they are.
	 * @param type the type
	 * @return the names
	 */
	public List<String> namesOf(Class<?> type) {
		return List
			.of(this.inherited ? BeanFactoryUtils.beanNamesForTypeIncludingAncestors(this.factory, type, false, false)
					: this.factory.getBeanNamesForType(type, false, false));
	}

	/**
	 * Return whether the application has written the method that makes a bean.
	 * @param name the name of a bean
	 * @return {@code true} unless Spring makes it
	 */
	public boolean isWrittenIn(String name) {
		Class<?> maker = maker(name);
		return maker == null || !SpringClasses.contains(maker);
	}

	/**
	 * Return whether the application processes beans when they are made.
	 * @return {@code true} if it has a {@link BeanPostProcessor}, which may change what
	 * Spring makes
	 */
	public boolean arePostProcessed() {
		return isAnyOfApplication(namesOf(BeanPostProcessor.class));
	}

	/**
	 * Return whether a bean is injected into one of the application.
	 * @param name the name of a bean
	 * @return {@code true} if that one may have changed it
	 */
	public boolean isInjected(String name) {
		return isAnyOfApplication(List.of(this.factory.getDependentBeans(name)));
	}

	private boolean isAnyOfApplication(List<String> names) {
		for (String name : names) {
			Class<?> type = this.factory.containsBean(name) ? this.factory.getType(name) : null;
			Class<?> maker = maker(name);
			if (type == null || isOfApplication(type) || (maker != null && isOfApplication(maker))) {
				return true;
			}
		}
		return false;
	}

	private static boolean isOfApplication(Class<?> type) {
		return !SpringClasses.contains(type) && !type.getName().startsWith(OWN);
	}

	/**
	 * Return the class in which the method is written that made a bean.
	 * @param name the name of a bean
	 * @return the class, or {@code null} if no method has made it
	 */
	public @Nullable Class<?> maker(String name) {
		Method method = (this.factory.containsBeanDefinition(name)
				&& this.factory.getMergedBeanDefinition(name) instanceof RootBeanDefinition definition)
						? definition.getResolvedFactoryMethod() : null;
		return (method != null) ? method.getDeclaringClass() : null;
	}

	/**
	 * Return the bean that somebody wrote: where a bean of Spring's is made by a class of
	 * the application, such as one that extends Spring's own configuration, it is that
	 * class.
	 * @param name the name of a bean
	 * @return the name of the bean to look into
	 */
	public String writtenAs(String name) {
		if (!this.factory.containsBeanDefinition(name)) {
			return name;
		}
		String maker = this.factory.getMergedBeanDefinition(name).getFactoryBeanName();
		Class<?> type = (maker != null) ? this.factory.getType(maker) : null;
		return (maker != null && type != null && !SpringClasses.contains(type) && !isWrittenIn(name)) ? maker : name;
	}

	/**
	 * Return the beans of the application that have configured something of Spring's.
	 * @param type the type of what is asked to configure it
	 * @param otherwise what to return if there is none
	 * @return their names, joined
	 */
	public String writtenBy(Class<?> type, String otherwise) {
		String names = namesOf(type).stream().filter(this::isWritten).collect(Collectors.joining(", "));
		return names.isEmpty() ? otherwise : names;
	}

	private boolean isWritten(String name) {
		Class<?> type = this.factory.getType(name);
		return type != null && !SpringClasses.contains(type);
	}

}
