package io.github.corsstarter.inspect;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import io.github.corsstarter.web.HandlerPath;

/**
 * What components told, so that none is asked twice for the same paths. One that had
 * nothing to say, or could not be asked, may have more to say later.
 */
public final class ProbeResults {

	private final Map<String, Told> told = new ConcurrentHashMap<>();

	/**
	 * Return what a component told, or ask it.
	 * @param name what the component is a part of
	 * @param component the component
	 * @param paths the paths to ask for
	 * @param question asks it
	 * @return what it told
	 */
	ProbeResult get(String name, Object component, Collection<HandlerPath> paths, Supplier<ProbeResult> question) {
		List<HandlerPath> asked = List.copyOf(paths);
		Told before = this.told.get(name);
		if (before != null && before.component() == component && before.paths().equals(asked)) {
			return before.result();
		}
		ProbeResult result = question.get();
		if (result.isAnswer()) {
			this.told.put(name, new Told(component, asked, result));
		}
		return result;
	}

	private record Told(Object component, List<HandlerPath> paths, ProbeResult result) {

	}

}
