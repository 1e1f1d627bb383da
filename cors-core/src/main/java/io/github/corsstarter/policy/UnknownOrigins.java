package io.github.corsstarter.policy;

import java.util.List;

import io.github.corsstarter.origin.data.RefusedOrigin;
import org.jspecify.annotations.Nullable;

/**
 * Origins of a source that there is no application to load from.
 *
 * @param source the name of the source
 * @param tenant where the tenant of a request is taken from, as it is configured
 */
record UnknownOrigins(String source, String tenant) implements AdditionalOrigins {

	@Override
	public @Nullable String tenantOf(CorsRequest request, String path, PathMapping paths, PathMapping.Match match) {
		return null;
	}

	@Override
	public boolean allows(@Nullable String tenant, String origin) {
		return false;
	}

	@Override
	public boolean isLoaded() {
		return false;
	}

	@Override
	public List<RefusedOrigin> refused() {
		return List.of();
	}

	@Override
	public Status status() {
		return new Status(this.source, this.tenant, "loading", 0, 0, 0, null, null, 0, 0);
	}

}
