package io.github.corsstarter.policy;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.github.corsstarter.policy.fetch.FetchMethod;
import io.github.corsstarter.policy.fetch.HttpToken;
import org.jspecify.annotations.Nullable;

/**
 * The methods a policy allows.
 */
final class MethodAllowlist {

	private static final int MAX_LENGTH = 64;

	private final boolean any;

	private final Set<String> methods;

	private final List<String> declared;

	private final String joined;

	private MethodAllowlist(boolean any, Set<String> methods) {
		this.any = any;
		this.declared = List.copyOf(methods);
		this.joined = String.join(", ", methods);
		this.methods = new LinkedHashSet<>(methods);
		if (methods.contains("GET")) {
			this.methods.add("HEAD");
		}
	}

	static MethodAllowlist of(ConfiguredList methods) {
		Set<String> normalized = new LinkedHashSet<>();
		for (String method : methods.elements()) {
			normalized.add(FetchMethod.normalize(method));
		}
		return new MethodAllowlist(normalized.contains("*"), normalized);
	}

	List<String> declared() {
		return this.declared;
	}

	boolean allows(@Nullable String method) {
		if (method == null || method.length() > MAX_LENGTH) {
			return false;
		}
		if (!this.any) {
			return this.methods.contains(method);
		}
		return HttpToken.isToken(method) && !"*".equals(method) && !FetchMethod.isForbidden(method);
	}

	/**
	 * Return what a preflight that is not allowed could have asked for.
	 * @param requested the requested method
	 * @return the list of the policy; if any method is allowed, the requested one if it
	 * is
	 */
	String allowedOf(@Nullable String requested) {
		if (!this.any) {
			return this.joined;
		}
		return (requested != null && allows(requested)) ? requested : "";
	}

	/**
	 * Return what an allowed preflight is told.
	 * @param requested the requested method
	 * @return the list of the policy, or the requested method if any is allowed
	 */
	String answer(String requested) {
		return this.any ? requested : this.joined;
	}

}
