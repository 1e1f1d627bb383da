package io.github.corsstarter.web.reactive;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.handler.AbstractHandlerMapping;

/**
 * Looks for handler mappings of WebFlux to which the case of a path means nothing.
 */
public final class HandlerMappingCase {

	private HandlerMappingCase() {
	}

	/**
	 * Return whether any handler mapping ignores the case of a path.
	 * @param beanFactory where the handler mappings are
	 * @return {@code true} if one does
	 */
	public static boolean isIgnored(ListableBeanFactory beanFactory) {
		for (HandlerMapping candidate : BeanFactoryUtils
			.beansOfTypeIncludingAncestors(beanFactory, HandlerMapping.class, false, false)
			.values()) {
			if (candidate instanceof AbstractHandlerMapping mapping
					&& !mapping.getPathPatternParser().isCaseSensitive()) {
				return true;
			}
		}
		return false;
	}

}
