package io.github.corsstarter.validation.subject;

import java.util.Collection;
import java.util.List;

import io.github.corsstarter.origin.advice.Advice;
import io.github.corsstarter.origin.entry.AnyOrigin;
import io.github.corsstarter.origin.entry.ExactOrigin;
import io.github.corsstarter.origin.entry.OriginEntry;
import io.github.corsstarter.origin.entry.OriginPattern;
import io.github.corsstarter.origin.entry.OriginRegex;
import io.github.corsstarter.origin.proof.Confinement;
import io.github.corsstarter.origin.proof.Hosts;
import io.github.corsstarter.origin.proof.OriginLanguage;
import io.github.corsstarter.policy.ConfiguredValue;
import org.jspecify.annotations.Nullable;

/**
 * A valid origin entry, and what the rules ask about it. What is asked of a single origin
 * needs no automaton.
 */
public final class AllowedOrigin {

	private final ConfiguredValue<String> configured;

	private final OriginEntry entry;

	private final OriginProofs proofs;

	private final @Nullable SpringPattern written;

	private @Nullable OriginLanguage language;

	private @Nullable Confinement confinement;

	private @Nullable Advice advice;

	/**
	 * Create an entry.
	 * @param configured the entry as it was written
	 * @param entry the entry as it is matched
	 * @param proofs what is proven about it and others
	 */
	AllowedOrigin(ConfiguredValue<String> configured, OriginEntry entry, OriginProofs proofs) {
		this(configured, entry, proofs, null);
	}

	/**
	 * Create an entry that was written in another syntax than ours.
	 * @param configured the entry as it was written
	 * @param written words what is proven about the entry in its own terms
	 * @param proofs what is proven about it and others
	 */
	AllowedOrigin(ConfiguredValue<String> configured, SpringPattern written, OriginProofs proofs) {
		this(configured, written.regex(), proofs, written);
	}

	private AllowedOrigin(ConfiguredValue<String> configured, OriginEntry entry, OriginProofs proofs,
			@Nullable SpringPattern written) {
		this.configured = configured;
		this.entry = entry;
		this.proofs = proofs;
		this.written = written;
	}

	/**
	 * Return whether some entries accept whatever another entry accepts.
	 * @param origins entries
	 * @param other the other entry
	 * @return {@code true} if they surely do, alone or together
	 */
	public static boolean covers(Collection<AllowedOrigin> origins, AllowedOrigin other) {
		OriginLanguage union = union(origins);
		return other.isPlainWildcard() ? union.isAnyOrigin() : union.covers(other.language());
	}

	/**
	 * Return whether some entries accept any origin together.
	 * @param origins entries other than the plain wildcard
	 * @return {@code true} if every https origin with a host name and the default port is
	 * accepted by one of them
	 */
	static boolean isAnyOrigin(Collection<AllowedOrigin> origins) {
		return union(origins).isAnyOrigin();
	}

	private static OriginLanguage union(Collection<AllowedOrigin> origins) {
		return OriginLanguage.union(
				origins.stream().filter((origin) -> !origin.isPlainWildcard()).map(AllowedOrigin::language).toList());
	}

	/**
	 * Return the entry as it was written.
	 * @return the entry and its place
	 */
	public ConfiguredValue<String> configured() {
		return this.configured;
	}

	/**
	 * Return the normalised spelling.
	 * @return the entry as it is matched
	 */
	public String spelling() {
		return (this.written != null) ? this.configured.value() : this.entry.toString();
	}

	/**
	 * Return what is known about the origins that the entry accepts.
	 * @return the language of the entry
	 */
	public OriginLanguage language() {
		if (isExact()) {
			// Costs nothing to make, and would be kept for each of very many
			return this.proofs.languages().of(this.entry);
		}
		OriginLanguage known = this.language;
		if (known == null) {
			known = this.proofs.languages().of(this.entry);
			this.language = known;
		}
		return known;
	}

	/**
	 * Return whether this is any origin by name.
	 * @return {@code true} for a plain {@code *}
	 */
	public boolean isPlainWildcard() {
		return this.entry == AnyOrigin.INSTANCE;
	}

	/**
	 * Return whether this is a single origin, listed as such.
	 * @return {@code true} for an exact origin, {@code null} included
	 */
	public boolean isExact() {
		return this.entry instanceof ExactOrigin;
	}

	/**
	 * Return whether this is the origin {@code null}.
	 * @return {@code true} for the exact origin of that name
	 */
	public boolean isNull() {
		return this.entry instanceof ExactOrigin exact && exact.origin().isNull();
	}

	/**
	 * Return whether this is a regular expression.
	 * @return {@code true} for an entry of that kind
	 */
	public boolean isRegex() {
		return isSet() && this.entry instanceof OriginRegex;
	}

	/**
	 * Return whether this is a pattern or a regular expression.
	 * @return {@code true} if more than one origin can be accepted
	 */
	boolean isSet() {
		return !isExact() && !isPlainWildcard();
	}

	/**
	 * Return an origin that the entry accepts.
	 * @return an origin, or {@code null} if none is known
	 */
	public @Nullable String example() {
		return isExact() ? this.entry.toString() : language().example();
	}

	/**
	 * Return what the hosts of all accepted origins have in common.
	 * @return a whole host or its last labels, empty if it cannot be told without a proof
	 */
	public String hostEnding() {
		if (this.entry instanceof OriginPattern pattern) {
			return pattern.hostEnding();
		}
		return (this.entry instanceof ExactOrigin exact) ? exact.origin().host() : "";
	}

	/**
	 * Return whether the entry accepts any origin.
	 * @return {@code true} if every https origin with a host name and the default port is
	 * accepted
	 */
	public boolean isAnyOrigin() {
		return isPlainWildcard() || (isSet() && language().isAnyOrigin());
	}

	/**
	 * Return the entry with https in place of http.
	 * @return another entry, confined and without http on public hosts, or {@code null}
	 * if there is no obvious one
	 */
	public @Nullable String secureCorrection() {
		return (this.written != null) ? this.written.secureCorrection() : this.proofs.advisor().secure(this.entry);
	}

	/**
	 * Return whose origins a pattern or a regular expression accepts.
	 * @return the proof, or {@code null} for any other entry
	 */
	public @Nullable Confinement confinement() {
		if (this.confinement == null && isSet()) {
			this.confinement = language().confinement();
		}
		return this.confinement;
	}

	/**
	 * Return why it cannot be told that no origin of some hosts is accepted. Where
	 * nothing at all can be told about the entry, {@link #confinement()} says so.
	 * @param hosts the hosts
	 * @return one sentence or more, or {@code null} when it can be told
	 */
	public @Nullable String undecided(Hosts hosts) {
		String undecided = isExact() ? null : language().undecided(hosts);
		Confinement verdict = (undecided != null) ? confinement() : null;
		return (verdict != null && verdict.unconfined() != null) ? undecided : null;
	}

	/**
	 * Return what helps the author of an entry that is not confined.
	 * @return the advice, with nothing in it for any other entry
	 */
	public Advice advice() {
		Advice known = this.advice;
		if (known == null) {
			known = advice(confinement());
			this.advice = known;
		}
		return known;
	}

	private Advice advice(@Nullable Confinement verdict) {
		if (verdict == null) {
			return new Advice(List.of(), List.of(), null);
		}
		return (this.written != null) ? this.written.explain(verdict)
				: this.proofs.advisor().explain(this.entry, verdict);
	}

	/**
	 * Return what an unmatchable entry was probably meant to be.
	 * @return another entry, or {@code null} if there is no obvious one
	 */
	public @Nullable String matchableCorrection() {
		return this.proofs.advisor().matchable(this.entry);
	}

	/**
	 * Return whether every origin that another entry accepts is accepted by this one too.
	 * @param other the other entry
	 * @return {@code true} if the other entry adds nothing
	 */
	boolean covers(AllowedOrigin other) {
		if (isPlainWildcard()) {
			return !other.isNull();
		}
		return !other.isPlainWildcard() && language().covers(other.language());
	}

}
