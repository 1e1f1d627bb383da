package io.github.corsstarter.inspect.servlet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.inspect.Beans;
import io.github.corsstarter.inspect.Reach;
import io.github.corsstarter.policy.CorsRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.AbstractHandlerMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;

/**
 * The handler mappings of Spring MVC, those that Spring Data REST hides in one of its own
 * included.
 */
final class HandlerMappings {

	private HandlerMappings() {
	}

	/**
	 * Finds the mappings that CORS can be configured for.
	 * @param beans where they are
	 * @return the mappings in the order of their definition
	 */
	static List<NamedMapping> of(Beans beans) {
		List<NamedMapping> mappings = new ArrayList<>();
		for (Map.Entry<String, HandlerMapping> bean : beans.ofType(HandlerMapping.class).entrySet()) {
			collect(bean.getKey(), bean.getValue(), mappings);
		}
		return mappings;
	}

	private static void collect(String name, Object candidate, List<NamedMapping> mappings) {
		if (candidate instanceof AbstractHandlerMapping mapping) {
			mappings.add(new NamedMapping(name, mapping));
		}
		else if (candidate instanceof Iterable<?> delegates) {
			for (Object delegate : delegates) {
				collect(name, delegate, mappings);
			}
		}
	}

	/**
	 * Return the handlers of a mapping, those of the root and of everything else
	 * included, which are in no map.
	 * @param mapping a mapping of path patterns
	 * @return the handlers by their patterns
	 */
	static Map<String, Object> handlers(AbstractUrlHandlerMapping mapping) {
		Map<String, Object> handlers = new LinkedHashMap<>(mapping.getHandlerMap());
		if (mapping.getRootHandler() != null) {
			handlers.putIfAbsent("/", mapping.getRootHandler());
		}
		Object rest = handlers.containsKey("/**") ? null : handlerOfEverythingElse(mapping);
		if (rest != null) {
			handlers.put("/**", rest);
		}
		return handlers;
	}

	/**
	 * A mapping does not tell the handler of {@code /*}, but finds it.
	 */
	private static @Nullable Object handlerOfEverythingElse(AbstractUrlHandlerMapping mapping) {
		CorsRequest question = CorsRequest.builder("GET", Reach.UNSERVED_PATH).build();
		try {
			HandlerExecutionChain found = mapping
				.getHandler(new ProbeRequest(question, ServletPath.ROOT).parsed().asRequest());
			return (found != null) ? found.getHandler() : null;
		}
		catch (Exception ex) {
			return failing(ex);
		}
	}

	/**
	 * Spring refuses some configuration while it looks for the handler that has it.
	 */
	private static CorsConfigurationSource failing(Exception failure) {
		return (request) -> {
			throw new IllegalStateException(failure);
		};
	}

	/**
	 * A mapping.
	 *
	 * @param name the name of the bean that it is or is part of
	 * @param mapping the mapping
	 */
	record NamedMapping(String name, AbstractHandlerMapping mapping) {

		boolean isOfDataRest() {
			return this.mapping.getClass().getName().startsWith("org.springframework.data.rest.");
		}

	}

}
