package io.github.corsstarter.conformance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A part of a YAML document whose scalars are all text.
 *
 * @param where what to name in a message
 * @param value a text, a list or a map
 */
record YamlNode(String where, Object value) {

	static YamlNode of(String where, Object value) {
		return new YamlNode(where, value);
	}

	String text() {
		if (this.value instanceof String text) {
			return text;
		}
		throw new IllegalStateException(this.where + " is not a text: " + this.value);
	}

	/**
	 * The elements of a list, or the text that stands alone.
	 * @return the elements
	 */
	Stream<YamlNode> elements() {
		return (this.value instanceof List<?> list) ? list.stream().map((element) -> of(this.where, element))
				: Stream.of(this);
	}

	void forEach(BiConsumer<String, YamlNode> action) {
		map().forEach((key, value) -> action.accept((String) key, of(this.where + "/" + key, value)));
	}

	@Nullable YamlNode get(String key) {
		Object found = map().get(key);
		return (found != null) ? of(this.where + "/" + key, found) : null;
	}

	String text(String key, String fallback) {
		YamlNode found = get(key);
		return (found != null) ? found.text() : fallback;
	}

	YamlNode require(String key) {
		YamlNode found = get(key);
		if (found == null) {
			throw new IllegalStateException(this.where + " has no " + key);
		}
		return found;
	}

	void onlyHas(Set<String> keys) {
		for (Object key : map().keySet()) {
			if (!keys.contains(key)) {
				throw new IllegalStateException(this.where + " has the unknown key " + key);
			}
		}
	}

	YamlNode with(String key, String text) {
		Map<Object, Object> changed = new LinkedHashMap<>(map());
		changed.put(key, text);
		return of(this.where, changed);
	}

	YamlNode replaceTexts(UnaryOperator<String> replacement) {
		return of(this.where, replaceTexts(this.value, replacement));
	}

	private static Object replaceTexts(Object value, UnaryOperator<String> replacement) {
		if (value instanceof Map<?, ?> map) {
			Map<Object, Object> replaced = new LinkedHashMap<>();
			map.forEach(
					(key, element) -> replaced.put(replaceTexts(key, replacement), replaceTexts(element, replacement)));
			return replaced;
		}
		if (value instanceof List<?> list) {
			return list.stream().map((element) -> replaceTexts(element, replacement)).toList();
		}
		return replacement.apply((String) value);
	}

	private Map<?, ?> map() {
		if (this.value instanceof Map<?, ?> map) {
			return map;
		}
		throw new IllegalStateException(this.where + " is not a map: " + this.value);
	}

}
