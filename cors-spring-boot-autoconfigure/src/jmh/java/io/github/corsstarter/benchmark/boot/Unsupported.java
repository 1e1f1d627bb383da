package io.github.corsstarter.benchmark.boot;

import java.lang.reflect.Proxy;

/**
 * Stands for what a stub does not do.
 */
final class Unsupported {

	private Unsupported() {
	}

	/**
	 * Make an object of which every method fails, so that nothing is measured unseen.
	 * @param <T> the type
	 * @param type an interface
	 * @return the object
	 */
	static <T> T of(Class<T> type) {
		return type
			.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, (proxy, method, arguments) -> {
				throw new UnsupportedOperationException(method.toString());
			}));
	}

}
