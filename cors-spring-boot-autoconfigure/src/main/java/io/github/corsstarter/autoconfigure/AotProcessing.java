package io.github.corsstarter.autoconfigure;

import org.springframework.context.aot.AbstractAotProcessor;

/**
 * Tells a build that only looks at the application from one that runs it.
 */
final class AotProcessing {

	private AotProcessing() {
	}

	/**
	 * Return whether beans are created while the application is built, where neither the
	 * profiles nor the values of its deployment are known.
	 * @return {@code true} during ahead-of-time processing
	 */
	static boolean isActive() {
		return Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING);
	}

}
