package io.github.corsstarter.origin.proof;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

import io.github.corsstarter.origin.automaton.WorkLimit;
import io.github.corsstarter.origin.automaton.WorkLimits;
import io.github.corsstarter.origin.owner.PublicSuffixList;
import io.github.corsstarter.origin.regex.OriginShapes;
import org.jspecify.annotations.Nullable;

/**
 * The set of all origins that some entries of an allowlist accept, and what can be proven
 * about it. Every origin that is returned as an example is well-formed and accepted by
 * one of the entries. Immutable and thread-safe.
 * <p>
 * Single origins are answered for without an automaton, and only {@link #confinement()}
 * reads the {@linkplain PublicSuffixList public suffix list}.
 */
public final class OriginLanguage {

	/**
	 * Ordinary origins, tried before the proof: a language that lacks one does not accept
	 * every origin.
	 */
	private static final List<String> ORDINARY_ORIGINS = List.of("https://evil.com", "https://a",
			"https://1.a-b.c_d.example");

	private final List<LanguageEntry> entries;

	/** Those of the first entry, {@code null} without any. */
	private final @Nullable WorkLimits limits;

	private @Nullable Question missing;

	private OriginLanguage(List<LanguageEntry> entries, @Nullable WorkLimits limits) {
		this.entries = entries;
		this.limits = limits;
	}

	OriginLanguage(LanguageEntry entry, WorkLimits limits) {
		this(List.of(entry), limits);
	}

	/**
	 * Return the language of several entries together.
	 * @param languages languages, perhaps none
	 * @return a language that accepts whatever one of them accepts; what is proven about
	 * it is limited by the first of their limits
	 */
	public static OriginLanguage union(Collection<OriginLanguage> languages) {
		WorkLimits limits = null;
		List<LanguageEntry> entries = new ArrayList<>();
		for (OriginLanguage language : languages) {
			entries.addAll(language.entries);
			limits = (limits != null) ? limits : language.limits;
		}
		return new OriginLanguage(List.copyOf(entries), limits);
	}

	/**
	 * Return whether an origin belongs to this language.
	 * @param origin the value of an {@code Origin} header
	 * @return whether one of the entries accepts it
	 */
	public boolean contains(String origin) {
		for (LanguageEntry entry : this.entries) {
			if (entry.matches(origin)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Return whether any origin is accepted, for all that matters.
	 * @return whether every https origin with a host name and the default port is
	 * accepted; {@code true} also when it takes too much work to tell, and none of a few
	 * ordinary origins is missing
	 */
	public boolean isAnyOrigin() {
		for (String origin : ORDINARY_ORIGINS) {
			if (!contains(origin)) {
				return false;
			}
		}
		return missing().answer().example() == null;
	}

	private synchronized Question missing() {
		if (this.missing == null) {
			this.missing = new Question(Objects.requireNonNull(this.limits)::question, this::missingOrigin);
		}
		return this.missing;
	}

	private @Nullable String missingOrigin(WorkLimit limit) {
		return OriginSearch.wellFormed(List.of(OriginShapes.ordinary()),
				this.entries.stream().map(LanguageEntry::automaton).toList(), limit);
	}

	/**
	 * Return an accepted origin, whichever is easily found.
	 * @return an origin, or {@code null} when there is none that browsers send, or when
	 * it takes too much work to find one
	 */
	public @Nullable String example() {
		for (LanguageEntry entry : this.entries) {
			String example = entry.example();
			if (example != null) {
				return example;
			}
		}
		return null;
	}

	/**
	 * Return an accepted http or https origin of some hosts.
	 * @param hosts the hosts
	 * @return an origin, or {@code null} when none was found
	 */
	public @Nullable String example(Hosts hosts) {
		for (LanguageEntry entry : this.entries) {
			String example = entry.example(hosts);
			if (example != null) {
				return example;
			}
		}
		return null;
	}

	/**
	 * Return why {@link #example(Hosts)} may have missed an origin.
	 * @param hosts the hosts
	 * @return one sentence or more, or {@code null} when it has missed none
	 */
	public @Nullable String undecided(Hosts hosts) {
		for (LanguageEntry entry : this.entries) {
			String undecided = entry.undecided(hosts);
			if (undecided != null) {
				return undecided;
			}
		}
		return null;
	}

	/**
	 * Return whether nothing is accepted that a browser sends.
	 * @return whether no entry accepts {@code null} or a well-formed origin of a scheme
	 * whose origins browsers send
	 */
	public boolean isUnmatchable() {
		for (LanguageEntry entry : this.entries) {
			if (!entry.isUnmatchable()) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Return whether another language adds nothing to this one.
	 * @param other another language
	 * @return whether every well-formed origin that the other accepts is accepted by this
	 * one; {@code false} also when the languages are too complicated to tell
	 */
	public boolean covers(OriginLanguage other) {
		for (LanguageEntry entry : other.entries) {
			if (!entry.isCoveredBy(this.entries)) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Judge whether each branch of each entry accepts http and https origins of one owner
	 * only. Alternatives and optional parts make branches; character classes and other
	 * repetitions do not.
	 * @return the confinement of the first entry that is not confined, else the owners of
	 * all entries together
	 */
	public Confinement confinement() {
		SortedSet<String> owners = new TreeSet<>();
		for (LanguageEntry entry : this.entries) {
			Confinement confinement = entry.confinement();
			if (!confinement.confined()) {
				return confinement;
			}
			owners.addAll(confinement.owners());
		}
		return Confinement.to(List.copyOf(owners));
	}

}
