package io.github.corsstarter.origin;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The entries of an allowlist, ready for matching. Immutable and safe for use by several
 * threads.
 */
public final class OriginAllowlist {

	private final Set<String> origins;

	private final List<Predicate<String>> entries;

	private OriginAllowlist(Builder builder) {
		this.origins = Set.copyOf(builder.origins);
		this.entries = List.copyOf(builder.entries);
	}

	/**
	 * Starts an allowlist.
	 * @return a builder without entries
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * Tells whether an entry accepts an origin.
	 * @param origin the value of an {@code Origin} header
	 * @return {@code true} if it is well-formed and accepted
	 */
	public boolean allows(String origin) {
		return this.origins.contains(origin) || this.entries.stream().anyMatch((entry) -> entry.test(origin));
	}

	/**
	 * Returns the number of entries.
	 * @return the number of entries
	 */
	public int size() {
		return this.origins.size() + this.entries.size();
	}

	/**
	 * Collects entries.
	 */
	public static final class Builder {

		private final Set<String> origins = new HashSet<>();

		private final List<Predicate<String>> entries = new ArrayList<>();

		private Builder() {
		}

		/**
		 * Adds an exact origin.
		 * @param origin the origin
		 * @return this builder
		 */
		public Builder add(Origin origin) {
			this.origins.add(origin.toString());
			return this;
		}

		/**
		 * Adds a pattern.
		 * @param pattern the pattern
		 * @return this builder
		 */
		public Builder add(OriginPattern pattern) {
			this.entries.add(pattern::matches);
			return this;
		}

		/**
		 * Adds a regular expression.
		 * @param regex the regular expression
		 * @return this builder
		 */
		public Builder add(OriginRegex regex) {
			this.entries.add(regex::matches);
			return this;
		}

		/**
		 * Adds every well-formed origin but {@code null}.
		 * @return this builder
		 */
		public Builder anyOrigin() {
			this.entries.add((origin) -> !"null".equals(origin) && Origin.isWellFormed(origin));
			return this;
		}

		/**
		 * Returns the allowlist.
		 * @return the allowlist
		 */
		public OriginAllowlist build() {
			return new OriginAllowlist(this);
		}

	}

}
