package io.github.corsstarter.test;

import java.util.List;

import io.github.corsstarter.comparison.AcceptedOrigins;
import io.github.corsstarter.policy.CorsPolicy;
import io.github.corsstarter.policy.EffectivePolicy;

/**
 * Assertions about every path that a pattern matches. Each is about all policies that
 * govern any of the paths, and fails if no policy governs some of them.
 */
public final class CorsPathAssert {

	private final AccessSubject subject;

	private final String pattern;

	CorsPathAssert(AccessSubject subject, String pattern) {
		this.subject = subject;
		this.pattern = pattern;
	}

	/**
	 * Verify that every accepted origin belongs to some domains, whatever its port, with
	 * http or https. This is a proof about every origin. The origin {@code null} and
	 * those of other schemes belong to no domain.
	 * @param domains names of hosts, to which what is below them belongs, or addresses
	 * @return this assertion
	 * @throws IllegalArgumentException if a domain is none
	 */
	public CorsPathAssert acceptsOnlyOriginsOf(String... domains) {
		List<String> hosts = List.of(domains);
		String expected = this.pattern + " to accept only origins of "
				+ (hosts.isEmpty() ? "no domain" : String.join(", ", hosts));
		for (AccessSubject.Part part : this.subject.parts(this.pattern, expected)) {
			AcceptedOrigins.Example example = this.subject.ask(part.policy(), (origins) -> origins.outside(hosts),
					expected);
			if (example != null) {
				throw this.subject.failed(expected + ", but " + part + " accepts " + example.origin(),
						"take out or narrow " + WrittenKey.ofEntry(part.policy(), example.origin()) + ".");
			}
		}
		return this;
	}

	/**
	 * Verify that no origin of the visitor's own machine is accepted: of
	 * {@code localhost}, of a loopback address, or of a public name known to lead there.
	 * This is a proof about every such origin.
	 * @return this assertion
	 */
	public CorsPathAssert acceptsNoLoopbackOrigin() {
		LoopbackProof.check(this.subject, this.pattern + " to accept no loopback origin",
				(expected) -> this.subject.parts(this.pattern, expected));
		return this;
	}

	/**
	 * Verify that every page may read the responses, and none with credentials: the
	 * policy has a plain {@code *} and does not allow credentials.
	 * @return this assertion
	 */
	public CorsPathAssert isOpen() {
		String expected = this.pattern + " to be open";
		for (AccessSubject.Part part : this.subject.parts(this.pattern, expected)) {
			CorsPolicy policy = part.policy();
			EffectivePolicy definition = policy.definition();
			if (definition.allowsAnyOrigin() && policy.allowCredentials()) {
				throw this.subject.failed(expected + ", but " + part + " allows credentials",
						"set to false " + WrittenKey.of(definition.allowCredentials()) + ".");
			}
			if (!policy.isOpen()) {
				throw this.subject.failed(expected + ", but " + part + " does not accept every origin",
						"set to * " + WrittenKey.of(definition.allowedOrigins()) + ".");
			}
		}
		return this;
	}

}
