package io.github.corsstarter.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.github.corsstarter.origin.EntryKind;
import io.github.corsstarter.policy.ConfiguredList;
import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.policy.CorsPolicy;
import io.github.corsstarter.policy.EffectivePolicy;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.web.cors.CorsConfiguration;

/**
 * A policy as Spring's own type. What it checks, the policy checks; the lists are there
 * to be shown, regular expressions are in none of them, and what is set on it later
 * changes no decision.
 */
public final class PolicyCorsConfiguration extends CorsConfiguration {

	private final CorsPolicy policy;

	private final @Nullable String tenant;

	private final List<HttpMethod> methods;

	/**
	 * Create a configuration for requests that have no tenant.
	 * @param policy the policy it speaks for
	 */
	public PolicyCorsConfiguration(CorsPolicy policy) {
		this(policy, null);
	}

	/**
	 * Create a configuration.
	 * @param policy the policy it speaks for
	 * @param tenant the tenant of the requests, or {@code null} if they have none
	 */
	public PolicyCorsConfiguration(CorsPolicy policy, @Nullable String tenant) {
		this.policy = policy;
		this.tenant = tenant;
		this.methods = policy.allowedMethods().stream().map(HttpMethod::valueOf).toList();
		EffectivePolicy definition = policy.definition();
		super.setAllowedOrigins(origins(definition, EntryKind.EXACT));
		super.setAllowedOriginPatterns(origins(definition, EntryKind.PATTERN));
		super.setAllowedMethods(policy.allowedMethods());
		super.setAllowedHeaders(values(definition.allowedHeaders()));
		super.setExposedHeaders(values(definition.exposedHeaders()));
		super.setAllowCredentials(policy.allowCredentials());
		super.setMaxAge(definition.maxAge().value());
	}

	private static @Nullable List<String> origins(EffectivePolicy policy, EntryKind kind) {
		List<String> origins = policy.origins()
			.entries(kind)
			.stream()
			.map((entry) -> entry.entry().toString())
			.toList();
		return origins.isEmpty() ? null : origins;
	}

	private static @Nullable List<String> values(ConfiguredList list) {
		return list.values().isEmpty() ? null : list.values().stream().map(ConfiguredValue::value).toList();
	}

	/**
	 * Return the policy it speaks for.
	 * @return the policy
	 */
	public CorsPolicy getPolicy() {
		return this.policy;
	}

	@Override
	public @Nullable List<String> getExposedHeaders() {
		return values(this.policy.definition().exposedHeaders());
	}

	@Override
	public Boolean getAllowCredentials() {
		return this.policy.allowCredentials();
	}

	@Override
	public @Nullable Boolean getAllowPrivateNetwork() {
		return null;
	}

	@Override
	public Long getMaxAge() {
		return this.policy.definition().maxAge().value().toSeconds();
	}

	/**
	 * Return this configuration as it is: the policy has the last word, and nothing is
	 * permitted that it does not permit.
	 */
	@Override
	public CorsConfiguration applyPermitDefaultValues() {
		return this;
	}

	/**
	 * Does nothing: the policy was validated by rules of its own, of which one is about
	 * just that.
	 */
	@Override
	public void validateAllowCredentials() {
	}

	/**
	 * Return this configuration as it is: a {@code @CrossOrigin} on a governed path
	 * neither widens nor narrows the policy.
	 */
	@Override
	public CorsConfiguration combine(@Nullable CorsConfiguration other) {
		return this;
	}

	@Override
	public @Nullable String checkOrigin(@Nullable String origin) {
		if (origin == null || this.policy.checkOrigin(origin, this.tenant) != null) {
			return null;
		}
		return this.policy.isOpen() ? ALL : origin;
	}

	@Override
	public @Nullable List<HttpMethod> checkHttpMethod(@Nullable HttpMethod requestMethod) {
		if (requestMethod == null || !this.policy.allowsMethod(requestMethod.name())) {
			return null;
		}
		return this.methods.contains(HttpMethod.valueOf(ALL)) ? List.of(requestMethod) : this.methods;
	}

	@Override
	public @Nullable List<String> checkHeaders(@Nullable List<String> requestHeaders) {
		if (requestHeaders == null || !this.policy.allowsHeaders(requestHeaders)) {
			return null;
		}
		Set<String> seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
		List<String> names = new ArrayList<>(requestHeaders.size());
		for (String line : requestHeaders) {
			for (String part : line.split(",", -1)) {
				String name = part.strip();
				if (!name.isEmpty() && seen.add(name)) {
					names.add(name);
				}
			}
		}
		return names;
	}

}
