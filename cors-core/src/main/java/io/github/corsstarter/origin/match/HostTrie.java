package io.github.corsstarter.origin.match;

import java.util.ArrayList;
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

	private HostTrie() {
	}

	static HostTrie of(Iterable<OriginPattern> patterns) {
		HostTrie trie = new HostTrie();
		Map<Node, List<OriginPattern>> rests = new HashMap<>();
		patterns.forEach((pattern) -> trie.add(pattern, rests));
		Map<List<OriginPattern>, Automaton[]> compiled = new HashMap<>();
		rests.forEach((node, some) -> node.rests = compiled.computeIfAbsent(some, HostTrie::compile));
		return trie;
	}

	private static Automaton[] compile(List<OriginPattern> patterns) {
		return Automaton.union(patterns.stream().map(PatternExpression::ofHostAndPort).toList())
			.toArray(Automaton[]::new);
	}

	private void add(OriginPattern pattern, Map<Node, List<OriginPattern>> rests) {
		String host = pattern.host();
		Node node = findOrInsert(null, pattern.scheme(), 0, pattern.scheme().length());
		int end = host.length();
		while (end > 0) {
			int start = host.lastIndexOf('.', end - 1) + 1;
			if (host.indexOf('*', start) >= 0) {
				addWildcard(node, pattern, host.substring(0, end), rests);
				return;
			}
			node = findOrInsert(node, host, start, end);
			end = start - 1;
		}
		node.exact = node.exact.union(pattern.ports());
	}

	private static void addWildcard(Node node, OriginPattern pattern, String rest,
			Map<Node, List<OriginPattern>> rests) {
		if (rest.equals("*")) {
			node.below = node.below.union(pattern.ports());
		}
		else {
			rests.computeIfAbsent(node, (key) -> new ArrayList<>())
				.add(new OriginPattern(pattern.scheme(), rest, pattern.ports()));
		}
	}

	private Node findOrInsert(@Nullable Node parent, String text, int start, int end) {
		Node node = find(parent, text, start, end);
		if (node == null) {
			node = new Node(parent, text.substring(start, end));
			insert(node);
		}
		return node;
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

}
