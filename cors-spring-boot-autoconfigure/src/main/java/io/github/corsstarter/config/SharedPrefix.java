package io.github.corsstarter.config;

import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.inspect.SpringClasses;
import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.policy.Location;
import io.github.corsstarter.policy.Place;
import io.github.corsstarter.validation.report.Finding;
import io.github.corsstarter.validation.report.RuleId;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;

/**
 * A class of the application that binds {@code cors} or a key below it, too.
 *
 * @param type the class
 * @param prefix what it binds
 */
public record SharedPrefix(Class<?> type, ConfigurationPropertyName prefix) {

	private static final ConfigurationPropertyName CORS = ConfigurationPropertyName.of("cors");

	/**
	 * Finds the classes by the definitions of their beans. No bean is created for it.
	 * @param beanFactory where the definitions are
	 * @return the classes in the order of their definition
	 */
	public static List<SharedPrefix> find(ConfigurableListableBeanFactory beanFactory) {
		List<SharedPrefix> found = new ArrayList<>();
		for (String bean : beanFactory.getBeanDefinitionNames()) {
			Class<?> type = beanFactory.getType(bean, false);
			if (type != null && !SpringClasses.contains(type)) {
				SharedPrefix shared = of(ClassUtils.getUserClass(type),
						beanFactory.findAnnotationOnBean(bean, ConfigurationProperties.class, false));
				if (shared != null && !found.contains(shared)) {
					found.add(shared);
				}
			}
		}
		return found;
	}

	private static @Nullable SharedPrefix of(Class<?> type, @Nullable ConfigurationProperties annotation) {
		if (annotation == null || !ConfigurationPropertyName.isValid(annotation.prefix())) {
			return null;
		}
		ConfigurationPropertyName prefix = ConfigurationPropertyName.of(annotation.prefix());
		return (CORS.equals(prefix) || CORS.isAncestorOf(prefix)) ? new SharedPrefix(type, prefix) : null;
	}

	/**
	 * Return whether the class has a key.
	 * @param name the key
	 * @param variable whether it was written as an environment variable, in which
	 * underscores separate the words of a name as well as names
	 * @return {@code true} if a property of the class, or of what that is made of, is
	 * called so
	 */
	boolean binds(ConfigurationPropertyName name, boolean variable) {
		if (!this.prefix.isAncestorOf(name)) {
			return this.prefix.equals(name);
		}
		List<String> segments = new ArrayList<>();
		for (int i = this.prefix.getNumberOfElements(); i < name.getNumberOfElements(); i++) {
			segments.add(name.getElement(i, Form.UNIFORM));
		}
		return new BoundType(ResolvableType.forClass(this.type)).has(segments, variable);
	}

	/**
	 * Say that both read the same keys.
	 * @return the finding
	 */
	Finding toFinding() {
		String name = this.type.getName();
		return Finding.of(RuleId.SHARED_PREFIX, null,
				ConfiguredValue.of(name, new Place.Setting(name), new Location.Declaration(name)),
				"It binds %s, so it and the policies read the same keys.".formatted(this.prefix),
				"Give %s a prefix of its own, or move what it configures into policies and remove it.".formatted(name));
	}

}
