package io.github.corsstarter.origin.match;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.origin.OriginGrammar;
import io.github.corsstarter.origin.automaton.Automaton;
import io.github.corsstarter.origin.automaton.HashTable;
import io.github.corsstarter.origin.entry.OriginPattern;
import io.github.corsstarter.origin.entry.PatternExpression;
import io.github.corsstarter.origin.entry.Ports;
import org.jspecify.annotations.Nullable;

/**
 * Patterns arranged by scheme and then by the labels of the host, from the last to the
 * first. A lookup walks the labels of an origin's host once, whatever the number of
 * patterns. Immutable once it is built.
 * <p>
 * Nodes are found in one hash table by their parent and label, so that each character of
 * the host is hashed once and compared once. Whatever stands to the left of a pattern's
 * last label with a wildcard is left to automata, which the node before that label holds.
 */
final class HostTrie extends HashTable<HostTrie.Node> {

	/** Spreads the hash of a parent over those of its children. */
	private static final int MIXER = 0x9E3779B9;

	private static final int MULTIPLIER = 31;

	private HostTrie(Collection<Node> nodes) {
		nodes.forEach(this::insert);
	}

	static HostTrie of(Iterable<OriginPattern> patterns) {
		Builder builder = new Builder();
		patterns.forEach(builder::add);
		return builder.build();
	}

	/**
	 * Return whether a pattern matches a well-formed origin, of which this is the scan.
	 */
	boolean matches(String origin, long scan) {
		int start = OriginGrammar.hostStart(scan);
		int hostEnd = OriginGrammar.hostEnd(scan);
		int port = OriginGrammar.port(scan);
		boolean name = OriginGrammar.isName(scan);
		int end = hostEnd;
		Node node = find(null, origin, 0, OriginGrammar.schemeEnd(scan));
		while (node != null && end > start) {
			if (name && (node.below.contains(port) || node.matchesRest(origin, start, end, hostEnd))) {
				return true;
			}
			int labelStart = Math.max(start, origin.lastIndexOf('.', end - 1) + 1);
			node = find(node, origin, labelStart, end);
			end = labelStart - 1;
		}
		return node != null && node.exact.contains(port);
	}

	private @Nullable Node find(@Nullable Node parent, String text, int start, int end) {
		int hash = hash(parent, text, start, end);
		int slot = first(hash);
		Node node = get(slot);
		while (node != null && !node.is(parent, hash, text, start, end)) {
			slot = next(slot);
			node = get(slot);
		}
		return node;
	}

	@Override
	protected int hash(Node node) {
		return node.hash;
	}

	private static int hash(@Nullable Node parent, String text, int start, int end) {
		int hash = (parent != null) ? parent.hash * MIXER : 0;
		for (int i = start; i < end; i++) {
			hash = MULTIPLIER * hash + text.charAt(i);
		}
		return hash;
	}

	/**
	 * One label after those of its parents, up to the scheme.
	 */
	static final class Node {

		private static final Automaton[] NONE = {};

		private final @Nullable Node parent;

		private final String label;

		private final int hash;

		private Ports exact = Ports.EMPTY;

		private Ports below = Ports.EMPTY;

		private Automaton[] rests = NONE;

		Node(@Nullable Node parent, String label) {
			this.parent = parent;
			this.label = label;
			this.hash = hash(parent, label, 0, label.length());
		}

		boolean is(@Nullable Node parent, int hash, String text, int start, int end) {
			return this.hash == hash && this.parent == parent && this.label.length() == end - start
					&& text.startsWith(this.label, start);
		}

		boolean matchesRest(String origin, int start, int end, int hostEnd) {
			for (Automaton rest : this.rests) {
				int state = rest.start();
				state = run(rest, state, origin, start, end);
				state = run(rest, state, origin, hostEnd, origin.length());
				if (rest.isAccepting(state)) {
					return true;
				}
			}
			return false;
		}

		private static int run(Automaton automaton, int from, String origin, int start, int end) {
			int state = from;
			for (int i = start; i < end && state != Automaton.DEAD; i++) {
				state = automaton.next(state, origin.charAt(i));
			}
			return state;
		}

	}

	/**
	 * Collects patterns.
	 */
	private static final class Builder {

		private final Map<String, Node> nodes = new HashMap<>();

		private final Map<Node, List<OriginPattern>> rests = new HashMap<>();

		void add(OriginPattern pattern) {
			String host = pattern.host();
			String path = pattern.scheme() + ":";
			Node node = node(null, path, pattern.scheme());
			int end = host.length();
			while (end > 0) {
				int start = host.lastIndexOf('.', end - 1) + 1;
				String label = host.substring(start, end);
				if (label.indexOf('*') >= 0) {
					addWildcard(node, pattern, host.substring(0, end));
					return;
				}
				path += label + ".";
				node = node(node, path, label);
				end = start - 1;
			}
			node.exact = node.exact.union(pattern.ports());
		}

		private void addWildcard(Node node, OriginPattern pattern, String rest) {
			if (rest.equals("*")) {
				node.below = node.below.union(pattern.ports());
			}
			else {
				this.rests.computeIfAbsent(node, (key) -> new ArrayList<>())
					.add(new OriginPattern(pattern.scheme(), rest, pattern.ports()));
			}
		}

		private Node node(@Nullable Node parent, String path, String label) {
			return this.nodes.computeIfAbsent(path, (key) -> new Node(parent, label));
		}

		HostTrie build() {
			Map<List<OriginPattern>, Automaton[]> compiled = new HashMap<>();
			this.rests.forEach((node, patterns) -> node.rests = compiled.computeIfAbsent(patterns, Builder::compile));
			return new HostTrie(this.nodes.values());
		}

		private static Automaton[] compile(List<OriginPattern> patterns) {
			return Automaton.union(patterns.stream().map(PatternExpression::ofHostAndPort).toList())
				.toArray(Automaton[]::new);
		}

	}

}
