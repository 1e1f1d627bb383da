package io.github.corsstarter.comparison.path;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

import io.github.corsstarter.origin.automaton.Automaton;
import io.github.corsstarter.origin.automaton.WorkLimit;
import org.jspecify.annotations.Nullable;

/**
 * Finds which patterns of two sets govern a path together. It walks through the automata
 * of all patterns at once, from the shortest path on, until nothing new can come.
 */
public final class PathRegions {

	private final PatternSet before;

	private final PatternSet after;

	private final PathAlphabet alphabet;

	private final List<Automaton> automata = new ArrayList<>();

	private final Map<PathPattern, Integer> indexes = new LinkedHashMap<>();

	private final WorkLimit limit;

	/** A path of each pair, empty as long as none is known. */
	private final Map<Pair, String> found = new LinkedHashMap<>();

	private PathRegions(PatternSet before, PatternSet after, WorkLimit limit) {
		this.before = before;
		this.after = after;
		this.limit = limit;
		Set<PathPattern> all = new LinkedHashSet<>(before.all());
		all.addAll(after.all());
		this.alphabet = PathAlphabet.of(all);
		PathLanguage language = new PathLanguage(this.alphabet);
		this.automata.add(Automaton.of(language.normalizedPaths(), limit));
		for (PathPattern pattern : all) {
			this.indexes.put(pattern, this.automata.size());
			this.automata.add(Automaton.of(language.of(pattern), limit));
		}
	}

	/**
	 * Return each pair of patterns that govern a path together: of each set the one that
	 * governs it.
	 * @param before one set
	 * @param after the other set
	 * @param limit the work that may go into the search
	 * @return regions, in the order of their shortest paths
	 * @throws io.github.corsstarter.origin.automaton.TooMuchWorkException when the limit
	 * does not suffice to find all
	 */
	public static List<Region> of(PatternSet before, PatternSet after, WorkLimit limit) {
		PathRegions regions = new PathRegions(before, after, limit);
		regions.walk();
		List<Region> list = new ArrayList<>();
		regions.found
			.forEach((pair, path) -> list.add(new Region(pair.before(), pair.after(), path.isEmpty() ? null : path)));
		return list;
	}

	private void walk() {
		Set<String> seen = new HashSet<>();
		Deque<Place> pending = new ArrayDeque<>();
		char[] start = new char[this.automata.size()];
		for (int i = 0; i < start.length; i++) {
			start[i] = cell(this.automata.get(i).start());
		}
		pending.add(new Place(new String(start), ""));
		while (!pending.isEmpty()) {
			Place place = pending.remove();
			if (isAccepted(0, place)) {
				record(place);
			}
			for (char c : PathAlphabet.characters().toCharArray()) {
				int normalized = this.automata.get(0).next(place.states().charAt(0) - 1, c);
				String next = (normalized != Automaton.DEAD) ? next(place.states(), c) : null;
				if (next != null && seen.add(next)) {
					this.limit.spend(next.length());
					pending.add(new Place(next, place.path() + c));
				}
			}
		}
	}

	private String next(String states, char c) {
		char[] next = new char[states.length()];
		int alive = 0;
		for (int i = 0; i < next.length; i++) {
			if (states.charAt(i) != 0) {
				next[i] = cell(this.automata.get(i).next(states.charAt(i) - 1, c));
				alive++;
			}
		}
		this.limit.spend(alive);
		return new String(next);
	}

	private static char cell(int state) {
		return (char) (state + 1);
	}

	private boolean isAccepted(int index, Place place) {
		return this.automata.get(index).isAccepting(place.states().charAt(index) - 1);
	}

	private void record(Place place) {
		Predicate<PathPattern> matches = (pattern) -> isAccepted(Objects.requireNonNull(this.indexes.get(pattern)),
				place);
		List<@Nullable PathPattern> before = this.before.candidates(matches);
		List<@Nullable PathPattern> after = this.after.candidates(matches);
		String path = this.alphabet.decode(place.path());
		this.found.merge(new Pair(governing(before, path), governing(after, path)), path,
				(known, again) -> known.isEmpty() ? again : known);
		this.limit.spend(before.size() * after.size());
		for (PathPattern one : before) {
			for (PathPattern other : after) {
				if (!isAhead(one, after, other) && !isAhead(other, before, one)) {
					this.found.putIfAbsent(new Pair(one, other), "");
				}
			}
		}
	}

	private static @Nullable PathPattern governing(List<@Nullable PathPattern> candidates, String path) {
		for (PathPattern candidate : candidates) {
			if (candidate != null && candidate.matches(path)) {
				return candidate;
			}
		}
		return null;
	}

	/**
	 * A pattern that matches cannot be ahead of the one that governs.
	 */
	private static boolean isAhead(@Nullable PathPattern matching, List<@Nullable PathPattern> candidates,
			@Nullable PathPattern governing) {
		return matching != null && candidates.subList(0, candidates.indexOf(governing)).contains(matching);
	}

	/**
	 * Paths that the same pattern of each set governs.
	 *
	 * @param before the pattern of the one set, or {@code null} when none matches
	 * @param after the pattern of the other set, or {@code null} when none matches
	 * @param path the shortest such path; {@code null} when it cannot be told whether
	 * there is any
	 */
	public record Region(@Nullable PathPattern before, @Nullable PathPattern after, @Nullable String path) {

	}

	private record Place(String states, String path) {

	}

	private record Pair(@Nullable PathPattern before, @Nullable PathPattern after) {

	}

}
