package io.github.corsstarter.sample.session;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Repository;

/**
 * The open sessions, in memory: they end with the process. A real shop would let Spring
 * Session keep them.
 */
@Repository
class SessionRepository {

	private final Map<String, String> namesByToken = new ConcurrentHashMap<>();

	String open(String name) {
		String token = UUID.randomUUID().toString();
		this.namesByToken.put(token, name);
		return token;
	}

	@Nullable String findName(@Nullable String token) {
		return (token != null) ? this.namesByToken.get(token) : null;
	}

}
