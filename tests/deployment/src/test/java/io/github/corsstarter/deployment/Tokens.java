package io.github.corsstarter.deployment;

import java.time.Instant;

import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Bearer tokens of the tests: {@code good} and no other.
 */
final class Tokens {

	static final String GOOD = "good";

	private Tokens() {
	}

	static Jwt decode(String token) {
		if (!GOOD.equals(token)) {
			throw new BadJwtException("No such token");
		}
		return Jwt.withTokenValue(token)
			.header("alg", "none")
			.subject("anna")
			.claim("scope", "read")
			.expiresAt(Instant.now().plusSeconds(60))
			.build();
	}

}
