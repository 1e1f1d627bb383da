package io.github.corsstarter.inspect;

import org.springframework.util.ClassUtils;

/**
 * Tells the classes of Spring's projects from those of an application.
 */
public final class SpringClasses {

	private static final String SPRING = "org.springframework.";

	/** Spring's sample applications are applications. */
	private static final String SAMPLES = SPRING + "samples.";

	private SpringClasses() {
	}

	/**
	 * Return whether a class is part of Spring.
	 * @param type a class, or one that is generated for it
	 * @return {@code true} if no application has written it
	 */
	public static boolean contains(Class<?> type) {
		String name = ClassUtils.getUserClass(type).getName();
		return name.startsWith(SPRING) && !name.startsWith(SAMPLES);
	}

}
