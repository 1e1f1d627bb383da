package io.github.corsstarter.inspect.servlet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import io.github.corsstarter.inspect.Beans;

import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.cors.CorsConfigurationSource;

/**
 * The beans that a filter of Spring's can be given as its source.
 */
final class SourceBeans {

	/**
	 * Asks the handler mappings, each of which has been read by then. The bean is lazy
	 * and stays so.
	 */
	private static final String INTROSPECTOR = "mvcHandlerMappingIntrospector";

	private final Map<String, CorsConfigurationSource> sources;

	private final Set<Class<?>> delegating;

	private final Supplier<List<SourceBean>> beans = SingletonSupplier.of(this::readAll);

	private SourceBeans(Map<String, CorsConfigurationSource> sources, Set<Class<?>> delegating) {
		this.sources = sources;
		this.delegating = delegating;
	}

	/**
	 * Finds the beans.
	 * @param beans where they are
	 * @param own the type of the source that answers what the policies decide
	 * @return the beans, without that source and without Spring MVC's
	 */
	static SourceBeans of(Beans beans, Class<? extends CorsConfigurationSource> own) {
		Map<String, CorsConfigurationSource> sources = new LinkedHashMap<>();
		List<Class<?>> delegating = new ArrayList<>(List.of(own));
		for (String name : beans.namesOf(CorsConfigurationSource.class)) {
			Class<?> type = beans.factory().getType(name);
			if (type != null && name.equals(INTROSPECTOR)) {
				delegating.add(type);
			}
			else if (type == null || !own.isAssignableFrom(type)) {
				sources.put(name, beans.factory().getBean(name, CorsConfigurationSource.class));
			}
		}
		return new SourceBeans(sources, Set.copyOf(delegating));
	}

	/**
	 * Reads all of them, once: some have to be asked, and that is the application's code.
	 * @return the beans in the order of their definition
	 */
	List<SourceBean> read() {
		return this.beans.get();
	}

	private List<SourceBean> readAll() {
		List<SourceBean> read = new ArrayList<>();
		for (Map.Entry<String, CorsConfigurationSource> source : this.sources.entrySet()) {
			read.add(SourceBean.read(source.getKey(), source.getValue()));
		}
		return read;
	}

	/**
	 * Return whether a source has nothing of its own: it answers what the policies or the
	 * handler mappings do.
	 * @param type the type of the source
	 * @return {@code true} if it is known to delegate
	 */
	boolean isDelegating(Class<?> type) {
		return this.delegating.contains(type);
	}

}
