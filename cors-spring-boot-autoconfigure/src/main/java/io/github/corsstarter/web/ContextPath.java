package io.github.corsstarter.web;

import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * The path below which an application is, as it is configured.
 */
public final class ContextPath {

	private ContextPath() {
	}

	/**
	 * Read the context path of a servlet application, or the base path of a reactive one.
	 * @param environment where the application runs
	 * @return the path without a slash at its end, empty for the root
	 */
	public static String of(Environment environment) {
		String servlet = environment.getProperty("server.servlet.context-path", "");
		String path = servlet.isBlank() ? environment.getProperty("spring.webflux.base-path", "") : servlet;
		return StringUtils.trimTrailingCharacter(path.strip(), '/');
	}

}
