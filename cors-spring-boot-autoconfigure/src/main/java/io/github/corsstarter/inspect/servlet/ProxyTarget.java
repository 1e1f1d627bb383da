package io.github.corsstarter.inspect.servlet;

import java.lang.reflect.Method;

import org.jspecify.annotations.Nullable;

import org.springframework.util.ReflectionUtils;

/**
 * The bean that a {@code DelegatingFilterProxy} or its registration calls, which both
 * tell their subclasses alone.
 */
final class ProxyTarget {

	private ProxyTarget() {
	}

	/**
	 * Return the name of the bean.
	 * @param proxy a proxy, or a registration of one
	 * @return the name, or {@code null} if it is not set or cannot be told
	 */
	static @Nullable String of(Object proxy) {
		Method method = ReflectionUtils.findMethod(proxy.getClass(), "getTargetBeanName");
		if (method == null) {
			return null;
		}
		try {
			ReflectionUtils.makeAccessible(method);
			return (String) ReflectionUtils.invokeMethod(method, proxy);
		}
		catch (RuntimeException ex) {
			return null;
		}
	}

}
