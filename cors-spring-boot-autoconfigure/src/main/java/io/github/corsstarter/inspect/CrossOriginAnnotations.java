package io.github.corsstarter.inspect;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.beans.factory.config.EmbeddedValueResolver;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.util.CollectionUtils;
import org.springframework.util.StringValueResolver;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.cors.CorsConfiguration;

/**
 * Reads {@link CrossOrigin @CrossOrigin} as the handler mappings of Spring MVC and
 * WebFlux do.
 */
public final class CrossOriginAnnotations {

	private final StringValueResolver resolver;

	/**
	 * Create a reader.
	 * @param beanFactory resolves placeholders and expressions
	 */
	public CrossOriginAnnotations(ConfigurableBeanFactory beanFactory) {
		this.resolver = new EmbeddedValueResolver(beanFactory);
	}

	/**
	 * Merges the annotation of a method with that of its class.
	 * @param type the class
	 * @param method the method
	 * @param mappedMethods the methods it is mapped to, which are allowed if the
	 * annotations name none
	 * @return the configuration, without what is configured globally, or {@code null} if
	 * neither is annotated
	 * @throws IllegalStateException if {@code allowCredentials} is no truth value
	 */
	public @Nullable CorsConfiguration merge(Class<?> type, Method method, Collection<RequestMethod> mappedMethods) {
		CrossOrigin ofType = AnnotatedElementUtils.findMergedAnnotation(type, CrossOrigin.class);
		CrossOrigin ofMethod = AnnotatedElementUtils.findMergedAnnotation(method, CrossOrigin.class);
		return merge(ofType, ofMethod, mappedMethods);
	}

	/**
	 * Return where the annotation of a handler method stands.
	 * @param type the class
	 * @param method the method
	 * @return the method if it is annotated, else the class that is
	 */
	public static String declaration(Class<?> type, Method method) {
		Object source = MergedAnnotations.from(method, SearchStrategy.TYPE_HIERARCHY)
			.get(CrossOrigin.class)
			.getSource();
		if (source instanceof Method declaring) {
			return declaring.getDeclaringClass().getName() + "#" + declaring.getName()
					+ Arrays.stream(declaring.getParameterTypes())
						.map(Class::getSimpleName)
						.collect(Collectors.joining(",", "(", ")"));
		}
		Object annotated = MergedAnnotations.from(type, SearchStrategy.TYPE_HIERARCHY)
			.get(CrossOrigin.class)
			.getSource();
		return (annotated instanceof Class<?> declaring) ? declaring.getName() : type.getName();
	}

	/**
	 * Reads the annotation of a class or an interface.
	 * @param type the class
	 * @param mappedMethods the methods that are allowed if the annotation names none
	 * @return the configuration, without what is configured globally, or {@code null} if
	 * it is not annotated
	 * @throws IllegalStateException if {@code allowCredentials} is no truth value
	 */
	public @Nullable CorsConfiguration read(Class<?> type, Collection<RequestMethod> mappedMethods) {
		return merge(AnnotatedElementUtils.findMergedAnnotation(type, CrossOrigin.class), null, mappedMethods);
	}

	private @Nullable CorsConfiguration merge(@Nullable CrossOrigin ofType, @Nullable CrossOrigin ofMethod,
			Collection<RequestMethod> mappedMethods) {
		if (ofType == null && ofMethod == null) {
			return null;
		}
		CorsConfiguration configuration = new CorsConfiguration();
		add(ofType, configuration);
		add(ofMethod, configuration);
		if (CollectionUtils.isEmpty(configuration.getAllowedMethods())) {
			mappedMethods.forEach((mapped) -> configuration.addAllowedMethod(mapped.name()));
		}
		return configuration.applyPermitDefaultValues();
	}

	private void add(@Nullable CrossOrigin annotation, CorsConfiguration configuration) {
		if (annotation == null) {
			return;
		}
		for (String origin : annotation.origins()) {
			configuration.addAllowedOrigin(resolve(origin));
		}
		for (String pattern : annotation.originPatterns()) {
			configuration.addAllowedOriginPattern(resolve(pattern));
		}
		for (RequestMethod method : annotation.methods()) {
			configuration.addAllowedMethod(method.name());
		}
		for (String header : annotation.allowedHeaders()) {
			configuration.addAllowedHeader(resolve(header));
		}
		for (String header : annotation.exposedHeaders()) {
			configuration.addExposedHeader(resolve(header));
		}
		String credentials = resolve(annotation.allowCredentials());
		if (!credentials.isEmpty()) {
			configuration.setAllowCredentials(truth(credentials));
		}
		if (annotation.maxAge() >= 0) {
			configuration.setMaxAge(annotation.maxAge());
		}
	}

	private static boolean truth(String text) {
		if ("true".equalsIgnoreCase(text)) {
			return true;
		}
		if ("false".equalsIgnoreCase(text)) {
			return false;
		}
		throw new IllegalStateException("allowCredentials of @CrossOrigin is neither true nor false: " + text);
	}

	private String resolve(String text) {
		String resolved = this.resolver.resolveStringValue(text);
		return (resolved != null) ? resolved : "";
	}

}
