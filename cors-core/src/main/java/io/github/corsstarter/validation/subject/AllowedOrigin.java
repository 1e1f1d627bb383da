package io.github.corsstarter.validation.subject;

import java.util.Collection;
import java.util.List;
import java.util.Objects;

import io.github.corsstarter.origin.advice.Advice;
import io.github.corsstarter.origin.advice.Advisor;
import io.github.corsstarter.origin.advice.Proposals;
import io.github.corsstarter.origin.automaton.WorkLimits;
import io.github.corsstarter.origin.entry.ExactOrigin;
import io.github.corsstarter.origin.entry.OriginEntry;
import io.github.corsstarter.origin.proof.Confinement;
import io.github.corsstarter.origin.proof.OriginLanguage;
import io.github.corsstarter.policy.ConfiguredValue;
import org.jspecify.annotations.Nullable;

/**
 * A valid origin entry, and what the rules ask about it. Examples are origins that the
 * entry accepts, {@code null} where there is none. What is asked of a single origin needs
 * no automaton.
 */
public final class AllowedOrigin {

	static final String PLAIN_WILDCARD = "*";

	private static final String NULL_ORIGIN = "null";

	private final ConfiguredValue<String> configured;

	private final String spelling;

	private final @Nullable OriginLanguage language;

	private final boolean exact;

	private final @Nullable SpringPattern written;

	private final @Nullable OriginEntry entry;

	private final @Nullable WorkLimits limits;

	private @Nullable Confinement confinement;

	private @Nullable Advice advice;

	private AllowedOrigin(ConfiguredValue<String> configured, String spelling, @Nullable OriginLanguage language,
			boolean exact, @Nullable SpringPattern written, @Nullable OriginEntry entry, @Nullable WorkLimits limits) {
		this.entry = entry;
		this.limits = limits;
		this.configured = configured;
		this.spelling = spelling;
		this.language = language;
		this.exact = exact;
		this.written = written;
	}

	static AllowedOrigin plainWildcard(ConfiguredValue<String> configured) {
		return new AllowedOrigin(configured, PLAIN_WILDCARD, null, false, null, null, null);
	}

	static AllowedOrigin exact(ConfiguredValue<String> configured, ExactOrigin entry, WorkLimits limits) {
		return new AllowedOrigin(configured, entry.toString(), OriginLanguage.of(entry), true, null, entry, limits);
	}

	static AllowedOrigin set(ConfiguredValue<String> configured, OriginEntry entry, WorkLimits limits) {
		return new AllowedOrigin(configured, entry.toString(), OriginLanguage.of(entry, limits), false, null, entry,
				limits);
	}

	/**
	 * Creates an entry that was written in another syntax than ours.
	 * @param configured the entry
	 * @param spelling the entry as it is matched
	 * @param language what it accepts
	 * @param written words what is proven about the language in the terms of the entry
	 * @return the entry
	 */
	static AllowedOrigin set(ConfiguredValue<String> configured, String spelling, OriginLanguage language,
			SpringPattern written) {
		return new AllowedOrigin(configured, spelling, language, false, written, null, null);
	}

	/**
	 * Tells whether some entries accept whatever another entry accepts.
	 * @param origins entries
	 * @param other the other entry
	 * @return {@code true} if they surely do, alone or together
	 */
	public static boolean covers(Collection<AllowedOrigin> origins, AllowedOrigin other) {
		OriginLanguage language = other.language;
		List<OriginLanguage> languages = origins.stream()
			.map((origin) -> origin.language)
			.filter(Objects::nonNull)
			.toList();
		if (language == null) {
			return OriginLanguage.union(languages).isAnyOrigin();
		}
		return OriginLanguage.union(languages).covers(language);
	}

	/**
	 * Tells whether some entries accept any origin together.
	 * @param origins entries other than the plain wildcard
	 * @return {@code true} if every https origin with a host name and the default port is
	 * accepted by one of them
	 */
	static boolean isAnyOrigin(Collection<AllowedOrigin> origins) {
		return OriginLanguage.union(origins.stream().map((origin) -> origin.language).filter(Objects::nonNull).toList())
			.isAnyOrigin();
	}

	public ConfiguredValue<String> configured() {
		return this.configured;
	}

	/**
	 * Returns the normalised spelling.
	 * @return the entry as it is matched
	 */
	public String spelling() {
		return this.spelling;
	}

	public boolean isPlainWildcard() {
		return this.language == null;
	}

	/**
	 * Tells whether this is a single origin, listed as such.
	 * @return {@code true} for an exact origin, {@code null} included
	 */
	public boolean isExact() {
		return this.exact;
	}

	public boolean isNull() {
		return this.exact && NULL_ORIGIN.equals(this.spelling);
	}

	/**
	 * Tells whether this is a pattern or a regular expression.
	 * @return {@code true} if more than one origin can be accepted
	 */
	boolean isSet() {
		return !this.exact && this.language != null;
	}

	/**
	 * Tells whether the entry accepts any origin.
	 * @return {@code true} if every https origin with a host name and the default port is
	 * accepted
	 */
	public boolean isAnyOrigin() {
		return this.language == null || (!this.exact && this.language.isAnyOrigin());
	}

	/**
	 * Tells whether the entry accepts nothing that a browser sends.
	 * @return {@code true} if it is of no use
	 */
	public boolean isUnmatchable() {
		return this.language != null && this.language.isUnmatchable();
	}

	/**
	 * Returns what an unmatchable entry was probably meant to be.
	 * @return another entry, or {@code null} if there is no obvious one
	 */
	public @Nullable String matchableCorrection() {
		return (this.entry != null && this.limits != null) ? Proposals.matchable(this.entry, this.limits) : null;
	}

	/**
	 * Returns an accepted origin on the visitor's own machine.
	 * @return an example
	 */
	public @Nullable String loopbackExample() {
		return (this.language != null) ? this.language.loopbackExample() : null;
	}

	/**
	 * Returns an accepted origin in a private network.
	 * @return an example
	 */
	public @Nullable String privateNetworkExample() {
		return (this.language != null) ? this.language.privateNetworkExample() : null;
	}

	/**
	 * Returns an accepted http origin on a public host.
	 * @return an example
	 */
	public @Nullable String insecureExample() {
		return (this.language != null) ? this.language.insecureExample() : null;
	}

	/**
	 * Returns the entry with https in place of http.
	 * @return another entry, confined and without http on public hosts, or {@code null}
	 * if there is no obvious one
	 */
	public @Nullable String secureCorrection() {
		if (this.written != null) {
			return this.written.secureCorrection();
		}
		return (this.entry != null && this.limits != null) ? Proposals.secure(this.entry, this.limits) : null;
	}

	/**
	 * Returns whose origins a pattern or a regular expression accepts.
	 * @return the proof, or {@code null} for any other entry
	 */
	public @Nullable Confinement confinement() {
		if (this.confinement == null && this.language != null && isSet()) {
			this.confinement = this.language.confinement();
		}
		return this.confinement;
	}

	/**
	 * Returns what helps the author of an entry that is not confined.
	 * @return the advice
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
		if (verdict != null && this.written != null) {
			return this.written.explain(verdict);
		}
		if (verdict == null || this.entry == null || this.limits == null) {
			return new Advice(List.of(), List.of(), null);
		}
		return Advisor.explain(this.entry, verdict, this.limits);
	}

	/**
	 * Tells whether every origin that another entry accepts is accepted by this one too.
	 * @param other the other entry
	 * @return {@code true} if the other entry adds nothing
	 */
	boolean covers(AllowedOrigin other) {
		if (this.language == null) {
			return !other.isNull();
		}
		return other.language != null && this.language.covers(other.language);
	}

}
