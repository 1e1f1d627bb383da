package io.github.corsstarter.validation.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Every rule, by the id that reports, severities and waivers use. The constants stand in
 * the order in which violations are reported.
 */
public enum RuleId {

	/** Not an origin. */
	INVALID_ORIGIN(Kind.CONFIGURATION),

	/** Not an origin pattern. */
	INVALID_PATTERN(Kind.CONFIGURATION),

	/** Not a regular expression of the supported subset, or too big a one. */
	INVALID_REGEX(Kind.CONFIGURATION),

	/** An entry that the origin of no browser page can match. */
	UNMATCHABLE_ORIGIN(Kind.CONFIGURATION),

	/** Not a path pattern. */
	INVALID_PATH(Kind.CONFIGURATION),

	/** A named policy that governs no path. */
	MISSING_PATHS(Kind.CONFIGURATION),

	/** The same path pattern twice. */
	DUPLICATE_PATH(Kind.CONFIGURATION),

	/** A name that no named policy may have. */
	INVALID_POLICY_NAME(Kind.CONFIGURATION),

	/** Not a method, or one that browsers forbid. */
	INVALID_METHOD(Kind.CONFIGURATION),

	/** Not a header name. */
	INVALID_HEADER(Kind.CONFIGURATION),

	/** A negative time. */
	INVALID_MAX_AGE(Kind.CONFIGURATION),

	/** A status that fails every preflight. */
	INVALID_PREFLIGHT_STATUS(Kind.CONFIGURATION),

	/** Not a profile expression. */
	INVALID_PROFILE(Kind.CONFIGURATION),

	/** A path that no policy would govern any more after a change at run time. */
	LOST_POLICY(Kind.CONFIGURATION),

	/** A configuration that read differently twice in a row at run time. */
	UNSTABLE_SOURCE(Kind.CONFIGURATION),

	/** An origin source that does not exist, or cannot tell its tenants apart. */
	INVALID_ORIGIN_SOURCE(Kind.CONFIGURATION),

	/** A value that does not convert to the type of its key. */
	INVALID_VALUE(Kind.CONFIGURATION),

	/** An id that no adjustable rule has. */
	UNKNOWN_RULE(Kind.CONFIGURATION),

	/** A word that is no severity. */
	INVALID_SEVERITY(Kind.CONFIGURATION),

	/** A waiver that is not complete or cannot be read. */
	INVALID_WAIVER(Kind.CONFIGURATION),

	/** Credentials together with any origin. */
	WILDCARD_WITH_CREDENTIALS(Kind.SAFETY, Trait.EVERYWHERE),

	/** An entry that accepts pages of the visitor's own machine. */
	LOCALHOST_ORIGIN(Kind.SAFETY, Trait.EVERYWHERE),

	/** The origin {@code null}. */
	NULL_ORIGIN(Kind.SAFETY, Trait.EVERYWHERE),

	/** Credentials together with an origin that can be forged on the way. */
	INSECURE_ORIGIN(Kind.SAFETY, Trait.EVERYWHERE),

	/** An entry that accepts origins of more than one owner. */
	UNBOUNDED_ORIGINS(Kind.SAFETY, Trait.EVERYWHERE),

	/** A key that nearly is a key of ours. */
	UNKNOWN_PROPERTY(Kind.SAFETY),

	/** Rejections explained to every client, in production. */
	EXPLAIN_REJECTIONS(Kind.SAFETY, Trait.PRODUCTION_ONLY),

	/** Credentials together with the origins of all tenants. */
	SHARED_ORIGIN_SOURCE(Kind.SAFETY),

	/** Other CORS configuration that decides ahead of the policies. */
	POLICY_BYPASSED(Kind.SAFETY, Trait.EVERYWHERE),

	/** An open policy, in production. */
	WILDCARD_ORIGIN(Kind.ADVICE, Trait.PRODUCTION_ONLY, Trait.EVERYWHERE),

	/** An entry that accepts hosts of a private network, in production. */
	PRIVATE_NETWORK_ORIGIN(Kind.ADVICE, Trait.PRODUCTION_ONLY, Trait.EVERYWHERE),

	/** A policy that allows no origin or no method. */
	NO_ORIGINS(Kind.ADVICE, Trait.EVERYWHERE),

	/** An entry that another one covers. */
	REDUNDANT_ORIGIN(Kind.ADVICE, Trait.EVERYWHERE),

	/** {@code *} among the exposed headers, together with credentials. */
	EXPOSED_WILDCARD_WITH_CREDENTIALS(Kind.ADVICE, Trait.EVERYWHERE),

	/** A header that browsers never ask about or never hide. */
	INEFFECTIVE_HEADER(Kind.ADVICE, Trait.EVERYWHERE),

	/** A time that browsers cut short. */
	LONG_MAX_AGE(Kind.ADVICE, Trait.EVERYWHERE),

	/** Another class of the application that binds the same keys. */
	SHARED_PREFIX(Kind.ADVICE),

	/** A path pattern that begins with the path that it is relative to. */
	CONTEXT_PATH(Kind.ADVICE, Trait.EVERYWHERE),

	/** A method among headers, or a header among methods. */
	SUSPICIOUS_VALUE(Kind.ADVICE, Trait.EVERYWHERE),

	/** A report-only policy, in production. */
	REPORT_ONLY(Kind.ADVICE, Trait.PRODUCTION_ONLY),

	/** A waiver past its last day. */
	EXPIRED_WAIVER(Kind.ADVICE),

	/** A waiver that waives nothing. */
	UNUSED_WAIVER(Kind.ADVICE, Trait.EVERYWHERE),

	/** A deployment that looks like production and is not treated as such. */
	PRODUCTION_UNDETECTED(Kind.ADVICE),

	/** Files that are to be watched next to a remote source, and are not. */
	RELOAD_UNSUPPORTED(Kind.ADVICE),

	/** Other CORS configuration that a policy makes ineffective. */
	SHADOWED_CORS(Kind.ADVICE, Trait.EVERYWHERE),

	/** Other CORS configuration that allows what every policy forbids. */
	POLICY_OVERLAP(Kind.ADVICE, Trait.EVERYWHERE),

	/** Other CORS configuration that could neither be read nor asked, in production. */
	OPAQUE_CORS(Kind.ADVICE, Trait.PRODUCTION_ONLY, Trait.EVERYWHERE),

	/** A source of origins that has entries which are left out. */
	REFUSED_ORIGINS(Kind.ADVICE, Trait.EVERYWHERE);

	private final Kind kind;

	private final List<Trait> traits;

	RuleId(Kind kind, Trait... traits) {
		this.kind = kind;
		this.traits = List.of(traits);
	}

	/**
	 * Find a rule.
	 * @param id an id in any case, with or without its dashes
	 * @return the rule, or {@code null} if there is none
	 */
	public static @Nullable RuleId find(String id) {
		String wanted = uniform(id);
		return Arrays.stream(values()).filter((rule) -> uniform(rule.id()).equals(wanted)).findFirst().orElse(null);
	}

	/**
	 * Return the rules whose severity can be set and that can be waived.
	 * @return the safety rules and the advice
	 */
	public static List<RuleId> adjustable() {
		return Arrays.stream(values()).filter(RuleId::isAdjustable).toList();
	}

	private static String uniform(String id) {
		return id.replace("-", "").toLowerCase(Locale.ROOT);
	}

	/**
	 * Return the id.
	 * @return lower-case words joined by dashes
	 */
	public String id() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * Return what kind of rule this is.
	 * @return the kind
	 */
	public Kind kind() {
		return this.kind;
	}

	/**
	 * Return how much a violation weighs as long as nobody sets another severity.
	 * @param production whether the application runs in production
	 * @return the severity of the rule itself
	 */
	public Severity severity(boolean production) {
		if (this.kind == Kind.SAFETY) {
			return (production || this == WILDCARD_WITH_CREDENTIALS) ? Severity.ERROR : Severity.INFO;
		}
		return (this.kind == Kind.CONFIGURATION) ? Severity.ERROR : Severity.WARN;
	}

	/**
	 * Return whether the severity of the rule can be set and its violations be waived.
	 * @return {@code true} for safety rules and advice
	 */
	public boolean isAdjustable() {
		return this.kind != Kind.CONFIGURATION;
	}

	/**
	 * Return whether violations can be waived. Those of {@code wildcard-with-credentials}
	 * cannot in production.
	 * @param production whether the application runs in production
	 * @return {@code true} if a waiver may waive a violation of this rule
	 */
	public boolean isWaivable(boolean production) {
		return isAdjustable() && !(production && this == WILDCARD_WITH_CREDENTIALS);
	}

	/**
	 * Return whether violations are only looked for in production.
	 * @return {@code true} if the rule is silent in every other profile, whatever its
	 * severity
	 */
	public boolean isProductionOnly() {
		return this.traits.contains(Trait.PRODUCTION_ONLY);
	}

	/**
	 * Return whether violations may turn up outside of {@code cors.*} too, which is known
	 * only after the properties were judged.
	 * @return {@code true} if a waiver that waives nothing of the properties may be
	 * needed all the same
	 */
	public boolean isEverywhere() {
		return this.traits.contains(Trait.EVERYWHERE);
	}

	@Override
	public String toString() {
		return id();
	}

	/**
	 * What is special about a rule.
	 */
	private enum Trait {

		/** It is silent outside production. */
		PRODUCTION_ONLY,

		/** It looks outside of {@code cors.*} too, or at what was found there. */
		EVERYWHERE

	}

	/**
	 * What a violation of a rule means.
	 */
	public enum Kind {

		/** The configuration cannot mean what it says: an error in every profile. */
		CONFIGURATION,

		/** The configuration is not safe: an error in production. */
		SAFETY,

		/** The configuration may surprise: a warning. */
		ADVICE

	}

}
