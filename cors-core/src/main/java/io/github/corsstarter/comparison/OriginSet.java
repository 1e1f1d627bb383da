package io.github.corsstarter.comparison;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.github.corsstarter.comparison.snapshot.SnapshotPolicy;
import io.github.corsstarter.origin.Origin;
import io.github.corsstarter.origin.automaton.Automaton;
import io.github.corsstarter.origin.automaton.Expression;
import io.github.corsstarter.origin.automaton.TooMuchWorkException;
import io.github.corsstarter.origin.automaton.WorkLimits;
import io.github.corsstarter.origin.entry.ExactOrigin;
import io.github.corsstarter.origin.entry.OriginEntryParser;
import io.github.corsstarter.origin.entry.OriginPattern;
import io.github.corsstarter.origin.entry.OriginRegex;
import io.github.corsstarter.origin.entry.PatternExpression;
import io.github.corsstarter.origin.match.OriginAllowlist;
import io.github.corsstarter.origin.owner.ReservedHosts;
import io.github.corsstarter.origin.proof.OriginSearch;
import io.github.corsstarter.origin.regex.OriginShapes;
import org.jspecify.annotations.Nullable;

/**
 * The origins that a policy allows, as far as its snapshot tells. Origins of schemes of
 * which browsers send none are left out.
 */
final class OriginSet {

	private static final String ANY = "*";

	private static final String NULL = "null";

	/** An origin of nobody in particular. */
	static final String OUTSIDER = "https://another-site.example";

	private final boolean any;

	private final boolean nullAllowed;

	private final Set<String> exact = new LinkedHashSet<>();

	private final List<Entry> entries = new ArrayList<>();

	private final OriginAllowlist allowlist;

	private final WorkLimits work;

	private @Nullable List<Automaton> union;

	/**
	 * Create the set of a policy.
	 * @param policy the policy
	 * @param parser parses the entries of all policies
	 * @param work the work that may go into what is asked
	 */
	OriginSet(SnapshotPolicy policy, OriginEntryParser parser, WorkLimits work) {
		this.work = work;
		OriginAllowlist.Builder builder = OriginAllowlist.builder();
		this.any = policy.origins().contains(ANY) || policy.originPatterns().contains(ANY);
		for (String origin : without(policy.origins(), ANY)) {
			this.exact.add(origin);
			builder.add(ExactOrigin.parse(origin));
		}
		for (String text : without(policy.originPatterns(), ANY)) {
			OriginPattern pattern = parser.pattern(text);
			this.entries.add(new Entry(text, PatternExpression.of(pattern)));
			builder.add(pattern);
		}
		for (String text : policy.originRegexes()) {
			OriginRegex regex = parser.regex(text);
			this.entries.add(new Entry(text, regex.expression()));
			builder.add(regex);
		}
		this.nullAllowed = this.exact.contains(NULL) || (this.any && !policy.credentials());
		this.allowlist = builder.build();
	}

	private static List<String> without(List<String> texts, String excluded) {
		return texts.stream().filter((text) -> !text.equals(excluded)).toList();
	}

	/**
	 * Return whether no origin is allowed.
	 * @return whether the set is empty
	 * @throws TooMuchWorkException when that cannot be told
	 */
	boolean isEmpty() {
		return !this.any && this.exact.isEmpty() && this.entries.stream().allMatch((entry) -> entry.member() == null);
	}

	/**
	 * Return whether every origin is allowed by name.
	 * @return whether there is a plain {@code *}
	 */
	boolean isAny() {
		return this.any;
	}

	boolean contains(String origin) {
		if (NULL.equals(origin)) {
			return this.nullAllowed;
		}
		return this.any ? Origin.isWellFormed(origin) : this.allowlist.allows(origin);
	}

	/**
	 * Return an origin of this set, one of another set where possible.
	 * @param preferred the other set
	 * @return an origin, or {@code null} when this set is empty
	 * @throws TooMuchWorkException when that cannot be told
	 */
	@Nullable String example(OriginSet preferred) {
		String example = null;
		for (String origin : candidates(preferred)) {
			if (contains(origin) && preferred.contains(origin)) {
				return origin;
			}
			example = (example == null && contains(origin)) ? origin : example;
		}
		for (Entry entry : this.entries) {
			String origin = entry.member();
			if (origin != null && preferred.contains(origin)) {
				return origin;
			}
			example = (example != null) ? example : origin;
		}
		return example;
	}

	private List<String> candidates(OriginSet preferred) {
		List<String> candidates = new ArrayList<>(this.exact);
		if (this.any) {
			candidates.addAll(preferred.exact);
			preferred.entries.stream()
				.limit(1)
				.map(Entry::member)
				.filter((member) -> member != null)
				.forEach(candidates::add);
			candidates.add(OUTSIDER);
		}
		// A page with an origin of its own says more
		if (candidates.remove(NULL) || this.nullAllowed) {
			candidates.add(NULL);
		}
		return candidates;
	}

	/**
	 * Return an origin that is not of this set.
	 * @return an origin, or {@code null} when this set has every one
	 * @throws TooMuchWorkException when that cannot be told
	 */
	@Nullable String outsider() {
		String origin = missingFrom(null);
		return (origin != null || this.nullAllowed) ? origin : NULL;
	}

	/**
	 * Return what this set has and another has not, entry by entry.
	 * @param other the other set
	 * @return for each entry of this set that adds something an origin that it adds
	 * @throws TooMuchWorkException when that cannot be told
	 */
	List<Addition> beyond(OriginSet other) {
		List<Addition> additions = new ArrayList<>();
		for (String origin : this.exact) {
			if (!other.contains(origin)) {
				additions.add(new Addition(origin, origin));
			}
		}
		if (!other.any) {
			if (this.any) {
				add(ANY, other.missingFrom(null), additions);
			}
			for (Entry entry : this.entries) {
				if (!other.entries.contains(entry)) {
					add(entry.text(), other.missingFrom(entry), additions);
				}
			}
		}
		if (additions.isEmpty() && this.nullAllowed && !other.nullAllowed) {
			additions.add(new Addition(ANY, NULL));
		}
		return additions;
	}

	/**
	 * Return what this set has of the very machine that asks.
	 * @return an entry and an origin, or {@code null} when there is none
	 * @throws TooMuchWorkException when that cannot be told
	 */
	@Nullable Addition loopback() {
		if (this.any) {
			return new Addition(ANY, "http://localhost");
		}
		for (String origin : this.exact) {
			if (ReservedHosts.loopback().accepts(origin)) {
				return new Addition(origin, origin);
			}
		}
		for (Entry entry : this.entries) {
			String origin = OriginSearch.web(List.of(entry.automaton(), ReservedHosts.loopback()), List.of(),
					this.work.question());
			if (origin != null) {
				return new Addition(entry.text(), origin);
			}
		}
		return null;
	}

	private static void add(String entry, @Nullable String origin, List<Addition> additions) {
		if (origin != null) {
			additions.add(new Addition(entry, origin));
		}
	}

	/**
	 * Return an origin that an entry, or a plain {@code *}, accepts and this set lacks.
	 * Exact origins are many, and matter seldom.
	 */
	private @Nullable String missingFrom(@Nullable Entry entry) {
		if (this.any) {
			return null;
		}
		if (entry == null && !contains(OUTSIDER)) {
			return OUTSIDER;
		}
		String candidate = search(entry, patterns());
		if (candidate == null || !contains(candidate)) {
			return candidate;
		}
		List<Expression> accepted = this.exact.stream()
			.filter((origin) -> !NULL.equals(origin) && (entry == null || entry.automaton().accepts(origin)))
			.map((origin) -> ExactOrigin.parse(origin).expression())
			.toList();
		List<Automaton> excluded = new ArrayList<>(patterns());
		excluded.addAll(Automaton.union(accepted));
		return search(entry, excluded);
	}

	private List<Automaton> patterns() {
		List<Automaton> known = this.union;
		if (known == null) {
			known = Automaton.union(this.entries.stream().map(Entry::expression).toList());
			this.union = known;
		}
		return known;
	}

	private @Nullable String search(@Nullable Entry entry, List<Automaton> excluded) {
		String origin = search(entry, OriginShapes.web(), excluded);
		return (origin != null) ? origin : search(entry, OriginShapes.foreign(), excluded);
	}

	private @Nullable String search(@Nullable Entry entry, Automaton shape, List<Automaton> excluded) {
		List<Automaton> required = (entry != null) ? List.of(entry.automaton(), shape) : List.of(shape);
		return OriginSearch.wellFormed(required, excluded, this.work.question());
	}

	/**
	 * An entry that adds something.
	 *
	 * @param entry the entry
	 * @param origin an origin that it adds
	 */
	record Addition(String entry, String origin) {

	}

	/**
	 * A pattern or a regular expression.
	 */
	private final class Entry {

		private final String text;

		private final Expression expression;

		private @Nullable Automaton automaton;

		private @Nullable String member;

		private boolean searched;

		Entry(String text, Expression expression) {
			this.text = text;
			this.expression = expression;
		}

		String text() {
			return this.text;
		}

		Expression expression() {
			return this.expression;
		}

		Automaton automaton() {
			Automaton known = this.automaton;
			if (known == null) {
				known = Automaton.of(this.expression, OriginSet.this.work.question());
				this.automaton = known;
			}
			return known;
		}

		@Nullable String member() {
			if (!this.searched) {
				this.member = search(this, List.of());
				this.searched = true;
			}
			return this.member;
		}

		@Override
		public boolean equals(@Nullable Object other) {
			return other instanceof Entry entry && this.expression.equals(entry.expression);
		}

		@Override
		public int hashCode() {
			return this.expression.hashCode();
		}

	}

}
