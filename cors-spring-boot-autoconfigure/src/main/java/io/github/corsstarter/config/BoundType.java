package io.github.corsstarter.config;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.beans.BeanUtils;
import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * A type that properties are bound to, be it by setters or by a constructor. What could
 * be one of its properties counts as one: the name of a field, or of a method.
 *
 * @param type the type
 */
record BoundType(ResolvableType type) {

	/**
	 * Return whether a key can be bound.
	 * @param segments the segments of the key below the type, without dashes and in lower
	 * case
	 * @param joined whether several segments may be the words of one name
	 * @return {@code true} if there is a property of that name
	 */
	boolean has(List<String> segments, boolean joined) {
		if (segments.isEmpty()) {
			return true;
		}
		Class<?> raw = this.type.resolve(Object.class);
		if (Map.class.isAssignableFrom(raw)) {
			return true;
		}
		List<String> rest = segments.subList(1, segments.size());
		if (raw.isArray()) {
			return new BoundType(this.type.getComponentType()).has(rest, joined);
		}
		if (Collection.class.isAssignableFrom(raw)) {
			return new BoundType(this.type.asCollection().getGeneric()).has(rest, joined);
		}
		if (BeanUtils.isSimpleValueType(raw) || ClassUtils.isPrimitiveOrWrapper(raw)) {
			return false;
		}
		for (int words = 1; words <= (joined ? segments.size() : 1); words++) {
			String name = String.join("", segments.subList(0, words));
			for (BoundType property : properties(raw, name)) {
				if (property.has(segments.subList(words, segments.size()), joined)) {
					return true;
				}
			}
		}
		return false;
	}

	private List<BoundType> properties(Class<?> raw, String name) {
		List<BoundType> properties = new ArrayList<>();
		ReflectionUtils.doWithFields(raw, (field) -> properties.add(of(field)),
				(field) -> field.getName().toLowerCase(Locale.ROOT).equals(name));
		for (Method method : ReflectionUtils.getUniqueDeclaredMethods(raw)) {
			String called = method.getName().toLowerCase(Locale.ROOT);
			if (called.equals("set" + name) && method.getParameterCount() == 1) {
				properties.add(new BoundType(ResolvableType.forMethodParameter(method, 0, raw)));
			}
			else if (called.equals("get" + name) && method.getParameterCount() == 0) {
				properties.add(new BoundType(ResolvableType.forMethodReturnType(method, raw)));
			}
		}
		return properties;
	}

	private BoundType of(Field field) {
		return new BoundType(ResolvableType.forField(field, this.type));
	}

}
