package io.github.corsstarter.policy;

import java.time.Instant;
import java.util.List;

import io.github.corsstarter.origin.data.RefusedOrigin;
import org.jspecify.annotations.Nullable;

/**
 * The origins that a policy allows besides the configured ones, tenant by tenant. They
 * may change from one decision to the next. An implementation is safe for use by several
 * threads, answers from memory and throws nothing.
 */
public interface AdditionalOrigins {

	/**
	 * Return origins that nobody knows, because there is no application.
	 * @param source the name of the source that has them
	 * @param tenant where the tenant of a request is taken from, as it is configured
	 * @return origins that are not loaded
	 */
	static AdditionalOrigins unknown(String source, String tenant) {
		return new Unknown(source, tenant);
	}

	/**
	 * Return the tenant of a request.
	 * @param request the request
	 * @param path what its path is read as
	 * @param paths the mapping that found the policy
	 * @param match what it found for the path
	 * @return the tenant, or {@code null} if there is none
	 */
	@Nullable String tenantOf(CorsRequest request, String path, PathMapping paths, PathMapping.Match match);

	/**
	 * Return whether an origin is allowed.
	 * @param tenant the tenant of the request, or {@code null} if there is none
	 * @param origin the value of an {@code Origin} header
	 * @return {@code true} if it is one of the origins
	 */
	boolean allows(@Nullable String tenant, String origin);

	/**
	 * Return whether the origins are known.
	 * @return {@code false} as long as they were never loaded, and when they have become
	 * too old
	 */
	boolean isLoaded();

	/**
	 * Return the state of the origins.
	 * @return what is known now
	 */
	Status status();

	/**
	 * Return the latest entries of the source that are left out.
	 * @return at most 100, the latest first
	 */
	List<RefusedOrigin> refused();

	/**
	 * The state of the origins of a source.
	 *
	 * @param name the name of the source
	 * @param tenant where the tenant of a request is taken from, as it is configured
	 * @param state {@code loading} until the first load, {@code loaded}, {@code failed}
	 * where the last load failed and the one before is kept, {@code stale} where it was
	 * dropped
	 * @param tenants how many tenants have an origin
	 * @param origins how many origins there are
	 * @param refused how many entries are left out
	 * @param loadedAt when they were last loaded, or {@code null}
	 * @param lastError why the last load failed, or {@code null} if it did not
	 * @param loads how many loads were taken over
	 * @param failures how many were not
	 */
	record Status(String name, String tenant, String state, int tenants, long origins, long refused,
			@Nullable Instant loadedAt, @Nullable String lastError, long loads, long failures) {

	}

	/**
	 * Origins of a source that there is no application to load from.
	 *
	 * @param source the name of the source
	 * @param tenant where the tenant of a request is taken from, as it is configured
	 */
	record Unknown(String source, String tenant) implements AdditionalOrigins {

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

}
