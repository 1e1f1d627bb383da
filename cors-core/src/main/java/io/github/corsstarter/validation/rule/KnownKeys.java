package io.github.corsstarter.validation.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The keys under {@code cors.}, as a tree, and the search for the key that may have been
 * meant.
 */
final class KnownKeys {

	private static final String POLICIES = "policies";

	/** Any one segment. */
	private static final String ANY = "*";

	/** Any further segments, which are not our business here. */
	private static final String REST = "**";

	private static final List<String> POLICY_KEYS = List.of("enabled", "paths", "allowed-origins",
			"allowed-origin-patterns", "allowed-origin-regexes", "allowed-methods", "allowed-headers",
			"exposed-headers", "allow-credentials", "max-age", "preflight-status", "timing-allow-origin",
			"cross-site-forms", "enforcement", "origin-source");

	/** The last segments of keys that have one value and no elements. */
	private static final Set<String> SCALARS = Set.of("enabled", "allow-credentials", "max-age", "preflight-status",
			"timing-allow-origin", "cross-site-forms", "enforcement", "explain-rejections", "log-rejections", "order",
			"on-refresh", "watch-files", "interval", "origin-source", "tenant", "refresh-interval",
			"max-origins-per-tenant", "max-origins", "max-staleness", "required");

	private static final List<String> OTHER_KEYS = List.of("production.profiles", "validation.rules.**",
			"validation.waivers.**", "explain-rejections", "log-rejections", "filter.order", "reload.on-refresh",
			"reload.watch-files", "reload.interval", "origin-sources.*.tenant", "origin-sources.*.refresh-interval",
			"origin-sources.*.max-origins-per-tenant", "origin-sources.*.max-origins", "origin-sources.*.max-staleness",
			"origin-sources.*.required");

	private static final int MAX_JOINED = 4;

	private static final Node ROOT = new Node(new LinkedHashMap<>());

	static {
		for (String key : POLICY_KEYS) {
			ROOT.add(key);
		}
		for (String key : POLICY_KEYS) {
			ROOT.add(POLICIES + ".*." + key);
		}
		for (String key : OTHER_KEYS) {
			ROOT.add(key);
		}
	}

	private KnownKeys() {
	}

	/**
	 * Find the known key that is nearest to a key.
	 * @param key a key under {@code cors.}
	 * @return the nearest; at distance 0 if the key is known, {@code null} if it is
	 * nowhere near
	 */
	static @Nullable Match nearest(ConfiguredKey key) {
		List<ConfiguredKey.Segment> written = key.segments();
		return ROOT.knows(written) ? new Match(0, written) : ROOT.nearest(written, key.isEnvironmentVariable());
	}

	/**
	 * Find the key of a policy that a key ends in which is too deep for one, because the
	 * name of the policy has a dot, or an underscore in an environment variable.
	 * @param key a key under {@code cors.}
	 * @return the segments of the key that may have been meant, the name of the policy in
	 * one word; {@code null} if the key does not end so
	 */
	static @Nullable List<ConfiguredKey.Segment> ofPolicyWithSplitName(ConfiguredKey key) {
		List<ConfiguredKey.Segment> written = key.segments();
		if (written.size() < 4 || Nearness.distance(written.get(0).name(), POLICIES) != 0) {
			return null;
		}
		for (int words = 1; words <= MAX_JOINED && words < written.size() - 2; words++) {
			List<ConfiguredKey.Segment> name = written.subList(1, written.size() - words);
			String end = Path.joined(written.subList(written.size() - words, written.size()));
			for (String known : POLICY_KEYS) {
				if (Nearness.uniform(known).equals(Nearness.uniform(end))) {
					return List.of(new ConfiguredKey.Segment(POLICIES, ""),
							new ConfiguredKey.Segment(Path.joined(name), ""), new ConfiguredKey.Segment(known, ""));
				}
			}
		}
		return null;
	}

	/**
	 * A key that may have been meant.
	 *
	 * @param distance how far away it is
	 * @param segments its segments after the prefix
	 */
	record Match(int distance, List<ConfiguredKey.Segment> segments) {

		/**
		 * A key of somebody else below a name that is known, and so no near miss of
		 * another.
		 */
		private static final Match FOREIGN = new Match(0, List.of());

		/**
		 * Return whether the key has one value, so that nothing reads an element of it.
		 * @return {@code false} for lists
		 */
		boolean isScalar() {
			return !this.segments.isEmpty() && SCALARS.contains(this.segments.get(this.segments.size() - 1).name());
		}

		Match after(int distance, List<String> names, String index) {
			List<ConfiguredKey.Segment> all = new ArrayList<>();
			names.forEach((name) -> all.add(new ConfiguredKey.Segment(name, "")));
			all.set(all.size() - 1, new ConfiguredKey.Segment(names.get(names.size() - 1), index));
			all.addAll(this.segments);
			return new Match(this.distance + distance, all);
		}

	}

	/**
	 * What may follow after some segments.
	 *
	 * @param children what follows each next segment
	 */
	private record Node(Map<String, Node> children) {

		void add(String key) {
			Node node = this;
			for (String segment : key.split("\\.")) {
				node = node.child(segment);
			}
		}

		private Node child(String name) {
			Node child = this.children.get(name);
			if (child == null) {
				child = new Node(new LinkedHashMap<>());
				this.children.put(name, child);
			}
			return child;
		}

		/**
		 * Return whether a key is written as it is known, letter by letter.
		 */
		boolean knows(List<ConfiguredKey.Segment> written) {
			if (written.isEmpty() || this.children.containsKey(REST)) {
				return true;
			}
			Node any = this.children.get(ANY);
			Node next = (any != null) ? any : this.children.get(written.get(0).name());
			return next != null && next.knows(written.subList(1, written.size()));
		}

		@Nullable Match nearest(List<ConfiguredKey.Segment> written, boolean environment) {
			if (written.isEmpty() || this.children.containsKey(REST)) {
				return new Match(0, written);
			}
			if (this.children.isEmpty()) {
				return environment ? new Match(0, written) : new Match(written.size(), List.of());
			}
			Node any = this.children.get(ANY);
			if (any != null) {
				Match rest = any.nearest(written.subList(1, written.size()), environment);
				return (rest != null) ? rest.after(0, List.of(written.get(0).name()), written.get(0).index()) : null;
			}
			Match nearest = paths().flatMap((path) -> path.matches(written, environment))
				.min(Comparator.comparingInt(Match::distance))
				.orElse(Match.FOREIGN);
			return (nearest != Match.FOREIGN) ? nearest : null;
		}

		/**
		 * Return the ways of one and of two names down from here.
		 */
		private Stream<Path> paths() {
			return this.children.entrySet().stream().flatMap((child) -> {
				Path path = new Path(List.of(child.getKey()), child.getValue());
				return Stream.concat(Stream.of(path),
						child.getValue().children.entrySet()
							.stream()
							.filter((next) -> !next.getKey().startsWith(ANY))
							.map((next) -> new Path(List.of(child.getKey(), next.getKey()), next.getValue())));
			});
		}

	}

	/**
	 * A way down the tree.
	 *
	 * @param names the names on the way
	 * @param end where it leads
	 */
	private record Path(List<String> names, Node end) {

		Stream<Match> matches(List<ConfiguredKey.Segment> written, boolean environment) {
			return Stream.iterate(1, (count) -> count <= Math.min(MAX_JOINED, written.size()), (count) -> count + 1)
				.flatMap((count) -> match(written.subList(0, count), written.subList(count, written.size()),
						environment));
		}

		private Stream<Match> match(List<ConfiguredKey.Segment> head, List<ConfiguredKey.Segment> tail,
				boolean environment) {
			int distance = Nearness.distance(joined(head), String.join("", this.names));
			if (distance == Nearness.FAR || isComplete(head.subList(0, head.size() - 1))) {
				return Stream.empty();
			}
			int cost = Math.max(distance, (isCutAlike(head, environment) && !hasBrackets(head)) ? 0 : 1);
			Match rest = this.end.nearest(tail, environment);
			if (rest == null) {
				return Stream.of((cost > 0) ? after(new Match(0, tail), cost, head) : Match.FOREIGN);
			}
			return Stream.of(after(rest, cost, head));
		}

		private Match after(Match rest, int cost, List<ConfiguredKey.Segment> head) {
			return rest.after(cost, this.names, head.get(head.size() - 1).index());
		}

		/**
		 * Return whether as many segments are written as there are names. In an
		 * environment variable the words of a name may be segments too.
		 */
		private boolean isCutAlike(List<ConfiguredKey.Segment> head, boolean environment) {
			if (head.size() == this.names.size()) {
				return true;
			}
			int words = this.names.stream().mapToInt((name) -> name.split("-").length).sum();
			return environment && head.size() == words;
		}

		/**
		 * Return whether a name is written in brackets, which Spring Boot reads as the
		 * key of a map.
		 */
		private static boolean hasBrackets(List<ConfiguredKey.Segment> head) {
			return head.stream().anyMatch((segment) -> segment.name().startsWith("["));
		}

		/**
		 * Return whether all names are written already, so that a further segment is no
		 * part of the last one.
		 */
		private boolean isComplete(List<ConfiguredKey.Segment> head) {
			return !head.isEmpty() && Nearness.distance(joined(head), String.join("", this.names)) == 0;
		}

		private static String joined(List<ConfiguredKey.Segment> segments) {
			return String.join("", segments.stream().map(ConfiguredKey.Segment::name).toList());
		}

	}

}
