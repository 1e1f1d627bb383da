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
	 * @param otherwise the name if none is set
	 * @return the name, or {@code null} if it cannot be told
	 */
	static @Nullable String of(Object proxy, String otherwise) {
		try {
			Method method = ReflectionUtils.findMethod(proxy.getClass(), "getTargetBeanName");
			if (method == null) {
				return null;
			}
			ReflectionUtils.makeAccessible(method);
			String name = (String) ReflectionUtils.invokeMethod(method, proxy);
			return (name != null) ? name : otherwise;
		}
		catch (RuntimeException | LinkageError ex) {
			return null;
		}
	}

}
