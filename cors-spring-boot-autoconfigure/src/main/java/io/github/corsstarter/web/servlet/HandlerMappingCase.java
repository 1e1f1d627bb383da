package io.github.corsstarter.web.servlet;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.AbstractHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Looks for handler mappings of Spring MVC to which the case of a path means nothing.
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
			if (candidate instanceof AbstractHandlerMapping mapping && ignoresCase(mapping)) {
				return true;
			}
		}
		return false;
	}

	@SuppressWarnings("removal")
	private static boolean ignoresCase(AbstractHandlerMapping mapping) {
		PathPatternParser parser = mapping.getPatternParser();
		return (parser != null) ? !parser.isCaseSensitive() : mapping.getPathMatcher().match("/A", "/a");
	}

}
