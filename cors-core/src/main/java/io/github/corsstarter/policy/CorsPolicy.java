package io.github.corsstarter.policy;

import java.util.List;
import java.util.function.Function;

import io.github.corsstarter.origin.Origin;
import io.github.corsstarter.origin.data.OriginJudge;
import io.github.corsstarter.origin.match.OriginAllowlist;
import org.jspecify.annotations.Nullable;

/**
 * A compiled policy: what runs. Immutable and safe for use by several threads.
 */
public final class CorsPolicy {

	private static final String ANY = "*";

	private static final String NULL_ORIGIN = "null";

	private final EffectivePolicy definition;

	private final OriginAllowlist origins;

	private final @Nullable AdditionalOrigins additional;

	private final boolean anyOrigin;

	private final boolean allowCredentials;

	private final MethodAllowlist methods;

	private final HeaderAllowlist headers;

	private final @Nullable String exposeHeaders;

	private final String maxAgeSeconds;

	private final int preflightStatus;

	private final CrossSiteForms crossSiteForms;

	private final boolean timingAllowOrigin;

	private CorsPolicy(EffectivePolicy definition, Function<String, AdditionalOrigins> sources) {
		this.definition = definition;
		String source = definition.originSourceName();
		this.additional = (source != null) ? sources.apply(source) : null;
		this.anyOrigin = definition.allowsAnyOrigin();
		this.origins = compileOrigins(definition);
		this.allowCredentials = definition.allowCredentials().value();
		this.methods = MethodAllowlist.of(definition.allowedMethods());
		this.headers = HeaderAllowlist.of(definition.allowedHeaders());
		this.exposeHeaders = definition.exposedHeaders().isEmpty() ? null
				: String.join(", ", definition.exposedHeaders().elements());
		this.maxAgeSeconds = Long.toString(definition.maxAge().value().toSeconds());
		this.preflightStatus = definition.preflightStatus().value();
		this.crossSiteForms = definition.crossSiteForms().value();
		this.timingAllowOrigin = definition.timingAllowOrigin().value();
	}

	/**
	 * Compiles a policy outside of an application, where nobody knows the origins of a
	 * source.
	 * @param definition what the policy is
	 * @return the policy
	 * @throws IllegalArgumentException if an origin, a pattern or a regular expression is
	 * not valid
	 */
	public static CorsPolicy compile(EffectivePolicy definition) {
		return compile(definition, (source) -> AdditionalOrigins.unknown(source, "none"));
	}

	/**
	 * Compiles a policy.
	 * @param definition what the policy is
	 * @param sources finds the origins of a source by its name
	 * @return the policy
	 * @throws IllegalArgumentException if an origin, a pattern or a regular expression is
	 * not valid
	 */
	public static CorsPolicy compile(EffectivePolicy definition, Function<String, AdditionalOrigins> sources) {
		return new CorsPolicy(definition, sources);
	}

	private static OriginAllowlist compileOrigins(EffectivePolicy definition) {
		OriginAllowlist.Builder builder = OriginAllowlist.builder();
		for (PolicyEntry entry : definition.origins().entries()) {
			builder.add(entry.entry());
		}
		return builder.build();
	}

	/**
	 * Return the name of the policy.
	 * @return the name, {@value CorsPolicyDefinition#BASE} for the base policy
	 */
	public String name() {
		return this.definition.name();
	}

	/**
	 * Return what the policy was compiled from.
	 * @return the effective definition
	 */
	public EffectivePolicy definition() {
		return this.definition;
	}

	/**
	 * Return whether the policy is open: everybody may read the responses, without
	 * credentials.
	 * @return {@code true} for a plain {@code *} without credentials
	 */
	public boolean isOpen() {
		return this.anyOrigin && !this.allowCredentials;
	}

	/**
	 * Return whether credentials are allowed.
	 * @return {@code true} if they are
	 */
	public boolean allowCredentials() {
		return this.allowCredentials;
	}

	/**
	 * Return the status of an allowed preflight.
	 * @return a status from 200 to 299
	 */
	public int preflightStatus() {
		return this.preflightStatus;
	}

	/**
	 * Return whether allowed origins may read the timing of responses.
	 * @return {@code true} if responses that they may read say so
	 */
	public boolean timingAllowOrigin() {
		return this.timingAllowOrigin;
	}

	CrossSiteForms crossSiteForms() {
		return this.crossSiteForms;
	}

	@Nullable String exposeHeaders() {
		return this.exposeHeaders;
	}

	String maxAgeSeconds() {
		return this.maxAgeSeconds;
	}

	/**
	 * Tells which entry accepts an origin. It looks at one entry after another, and is
	 * meant for people, not for requests.
	 * @param origin the value of an {@code Origin} header
	 * @return the entry, or {@code null} if none accepts the origin
	 */
	public @Nullable ConfiguredValue<String> matchedBy(String origin) {
		return this.definition.origins()
			.entries()
			.stream()
			.filter((entry) -> entry.accepts(origin, isOpen()))
			.map(PolicyEntry::configured)
			.findFirst()
			.orElse(null);
	}

	/**
	 * Return the origins that are allowed besides the configured ones.
	 * @return the origins, or {@code null} if there are none but the configured ones
	 */
	public @Nullable AdditionalOrigins additionalOrigins() {
		return this.additional;
	}

	/**
	 * Checks the origin of a request that has no tenant alone.
	 * @param origin the value of an {@code Origin} header
	 * @return why the origin is not allowed, or {@code null} if it is
	 */
	public @Nullable RejectionReason checkOrigin(String origin) {
		return checkOrigin(origin, null);
	}

	/**
	 * Checks the origin alone.
	 * @param origin the value of an {@code Origin} header
	 * @param tenant the tenant of the request, or {@code null} if it has none
	 * @return why the origin is not allowed, or {@code null} if it is
	 */
	public @Nullable RejectionReason checkOrigin(String origin, @Nullable String tenant) {
		if (isOpen() || this.origins.allows(origin)) {
			return null;
		}
		if (NULL_ORIGIN.equals(origin)) {
			return RejectionReason.NULL_ORIGIN_NOT_ALLOWED;
		}
		if (!Origin.isWellFormed(origin)) {
			return RejectionReason.MALFORMED_ORIGIN;
		}
		if (allowsAdditional(origin, tenant)) {
			return null;
		}
		return (this.additional == null || this.additional.isLoaded()) ? RejectionReason.ORIGIN_NOT_ALLOWED
				: RejectionReason.ORIGINS_NOT_LOADED;
	}

	/**
	 * Return whether an origin is allowed besides the configured ones. With credentials,
	 * plain http on a public host is not, which the data has where only policies without
	 * credentials are enforced.
	 * @param origin the value of an {@code Origin} header
	 * @param tenant the tenant of the request, or {@code null} if it has none
	 * @return {@code true} if it is one of the additional origins
	 */
	public boolean allowsAdditional(String origin, @Nullable String tenant) {
		return this.additional != null && this.additional.allows(tenant, origin)
				&& !(this.allowCredentials && OriginJudge.isInsecure(origin));
	}

	/**
	 * Return the allowed methods in the form in which they are compared: standard ones in
	 * upper case.
	 * @return the methods in declared order, or {@code *} among them
	 */
	public List<String> allowedMethods() {
		return this.methods.declared();
	}

	/**
	 * Checks a method alone.
	 * @param method the method of a request, or the one that a preflight asks for
	 * @return {@code true} if the method is allowed
	 */
	public boolean allowsMethod(String method) {
		return this.methods.allows(method);
	}

	/**
	 * Checks request headers alone.
	 * @param names the names, or lines of names separated by commas
	 * @return {@code true} if each of them is allowed
	 */
	public boolean allowsHeaders(List<String> names) {
		return this.headers.check(names).refused() == null;
	}

	MethodAllowlist methods() {
		return this.methods;
	}

	HeaderAllowlist headers() {
		return this.headers;
	}

	@Override
	public String toString() {
		return "CorsPolicy[" + name() + "]";
	}

}
