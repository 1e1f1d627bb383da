package io.github.corsstarter.origin.match;

import java.util.LinkedHashSet;
import java.util.Set;

import io.github.corsstarter.origin.OriginGrammar;
import io.github.corsstarter.origin.entry.ExactOrigin;
import io.github.corsstarter.origin.entry.OriginEntry;
import io.github.corsstarter.origin.entry.OriginPattern;
import io.github.corsstarter.origin.entry.OriginRegex;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a list of origins, patterns and regular expressions accepts, compiled
 * for matching. Immutable and safe to be shared between threads.
 * <p>
 * A match takes time linear in the length of the origin and independent of the number of
 * entries, and allocates nothing.
 */
public final class OriginAllowlist {

	private final StringSet exact;

	private final @Nullable HostTrie patterns;

	private final @Nullable RegexTable regexes;

	private final boolean anyOrigin;

	private final int size;

	private OriginAllowlist(Builder builder) {
		this.exact = new StringSet(builder.exact);
		this.patterns = builder.patterns.isEmpty() ? null : HostTrie.of(builder.patterns);
		this.regexes = builder.regexes.isEmpty() ? null : new RegexTable(builder.regexes);
		this.anyOrigin = builder.anyOrigin;
		this.size = this.exact.size() + builder.patterns.size() + builder.regexes.size() + (this.anyOrigin ? 1 : 0);
	}

	/**
	 * Start an allowlist, which accepts nothing as long as nothing is added.
	 * @return a new builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * Return whether an origin is allowed. Never throws.
	 * @param origin the value of an {@code Origin} header
	 * @return whether an entry accepts it; {@code false} for a malformed origin, and for
	 * {@code null} unless that origin was added
	 */
	public boolean allows(String origin) {
		if (origin.length() > OriginGrammar.MAX_LENGTH) {
			return false;
		}
		return this.exact.contains(origin) || (hasSets() && isInSet(origin));
	}

	private boolean hasSets() {
		return this.anyOrigin || this.patterns != null || this.regexes != null;
	}

	private boolean isInSet(String origin) {
		long scan = OriginGrammar.scan(origin);
		return scan >= 0 && (this.anyOrigin || (this.patterns != null && this.patterns.matches(origin, scan))
				|| (this.regexes != null && this.regexes.accepts(origin)));
	}

	/**
	 * Return how many different entries there are.
	 * @return the number of entries, each counted once however often it was added
	 */
	public int size() {
		return this.size;
	}

	/**
	 * Collects the entries of an allowlist. Not safe to be shared between threads.
	 */
	public static final class Builder {

		private final StringSet exact = new StringSet();

		private final Set<OriginPattern> patterns = new LinkedHashSet<>();

		private final Set<OriginRegex> regexes = new LinkedHashSet<>();

		private boolean anyOrigin;

		private Builder() {
		}

		/**
		 * Allow what an entry accepts.
		 * @param entry the entry
		 * @return this builder
		 */
		public Builder add(OriginEntry entry) {
			if (entry instanceof ExactOrigin) {
				this.exact.add(entry.toString());
			}
			else if (entry instanceof OriginPattern pattern) {
				this.patterns.add(pattern);
			}
			else if (entry instanceof OriginRegex regex) {
				this.regexes.add(regex);
			}
			else {
				this.anyOrigin = true;
			}
			return this;
		}

		/**
		 * Compile the entries. The builder can be used further; what is added later does
		 * not change the result.
		 * @return an allowlist
		 */
		public OriginAllowlist build() {
			return new OriginAllowlist(this);
		}

	}

}
