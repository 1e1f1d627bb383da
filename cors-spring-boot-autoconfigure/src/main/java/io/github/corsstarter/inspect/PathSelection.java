package io.github.corsstarter.inspect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.web.HandlerPath;

/**
 * As many paths as a component is asked for.
 */
final class PathSelection {

	private static final int MAX_PATHS = 32;

	private PathSelection() {
	}

	/**
	 * Takes first one path of each kind, then another one, so that what is left out
	 * resembles what is not.
	 * @param paths the paths that come to the component
	 * @return some of them
	 */
	static List<HandlerPath> of(Collection<HandlerPath> paths) {
		Map<String, Deque<HandlerPath>> kinds = new LinkedHashMap<>();
		for (HandlerPath path : new LinkedHashSet<>(paths)) {
			kinds.computeIfAbsent(beginning(path.pattern()), (key) -> new ArrayDeque<>()).add(path);
		}
		List<HandlerPath> selected = new ArrayList<>();
		while (selected.size() < MAX_PATHS && !kinds.isEmpty()) {
			kinds.values().forEach((kind) -> selected.add(kind.remove()));
			kinds.values().removeIf(Deque::isEmpty);
		}
		return selected.subList(0, Math.min(MAX_PATHS, selected.size()));
	}

	private static String beginning(String pattern) {
		int second = pattern.indexOf('/', 1);
		int third = (second > 0) ? pattern.indexOf('/', second + 1) : -1;
		return (third > 0) ? pattern.substring(0, third) : pattern.substring(0, Math.max(second, 0));
	}

}
