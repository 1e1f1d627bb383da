package io.github.corsstarter.source;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

import io.github.corsstarter.origin.data.OriginJudge;
import io.github.corsstarter.origin.data.OriginLimits;
import io.github.corsstarter.origin.data.OriginLoad;
import io.github.corsstarter.origin.data.OriginStore;
import io.github.corsstarter.origin.data.RefusedOrigin;
import io.github.corsstarter.origin.data.Tenancy;
import io.github.corsstarter.origin.data.TenantHost;
import io.github.corsstarter.policy.AdditionalOrigins;
import io.github.corsstarter.policy.CorsRequest;
import io.github.corsstarter.policy.PathMapping;
import io.github.corsstarter.policy.text.ClientText;
import io.github.corsstarter.validation.subject.OriginSourceDefinition;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * The origins of one source, and their state.
 */
final class LoadedOrigins implements AdditionalOrigins {

	private static final Log logger = LogFactory.getLog(LoadedOrigins.class);

	private final String name;

	private final OriginSourceDefinition settings;

	private final Tenancy tenancy;

	private final OriginStore store;

	private final Clock clock;

	private volatile Standing standing = new Standing(State.LOADING, null, Long.MAX_VALUE, null, 0, 0);

	private volatile @Nullable TenantResolver resolver;

	LoadedOrigins(String name, OriginSourceDefinition settings, OriginJudge judge, Clock clock) {
		this.name = name;
		this.settings = settings;
		this.clock = clock;
		Tenancy configured = settings.tenancy();
		this.tenancy = (configured != null) ? configured : new Tenancy(Tenancy.Kind.NONE, "");
		OriginLimits limits = new OriginLimits(settings.maxOriginsPerTenant(), settings.maxOrigins());
		this.store = switch (this.tenancy.kind()) {
			case NONE -> OriginStore.ofAll(judge, limits, clock, System::nanoTime);
			case HOST -> OriginStore.ofTenants(TenantHost::normalize, judge, limits, clock, System::nanoTime);
			case PATH, BEAN -> OriginStore.ofTenants((tenant) -> tenant, judge, limits, clock, System::nanoTime);
		};
	}

	String name() {
		return this.name;
	}

	OriginSourceDefinition settings() {
		return this.settings;
	}

	Tenancy tenancy() {
		return this.tenancy;
	}

	OriginStore store() {
		return this.store;
	}

	void resolveBy(TenantResolver resolver) {
		this.resolver = resolver;
	}

	@Override
	public @Nullable String tenantOf(CorsRequest request, String path, PathMapping paths, PathMapping.Match match) {
		String tenant = switch (this.tenancy.kind()) {
			case NONE -> null;
			case HOST -> TenantHost.normalize(request.host());
			case PATH -> paths.variable(match, path, this.tenancy.name());
			case BEAN -> resolve(TenantHost.normalize(request.host()), path);
		};
		return (tenant != null && !tenant.isEmpty()) ? tenant : null;
	}

	private @Nullable String resolve(@Nullable String host, String path) {
		TenantResolver known = this.resolver;
		try {
			return (known != null) ? known.tenantOf(host, path) : null;
		}
		catch (Exception | LinkageError | StackOverflowError ex) {
			logger.debug("No tenant: bean '" + this.tenancy.name() + "' failed", ex);
			return null;
		}
	}

	@Override
	public boolean allows(@Nullable String tenant, String origin) {
		return !isTooOld(this.standing) && this.store.allows(tenant, origin);
	}

	@Override
	public boolean isLoaded() {
		Standing now = this.standing;
		return now.hasOrigins() && !isTooOld(now);
	}

	/**
	 * A decision does not wait until the origins are dropped.
	 */
	private boolean isTooOld(Standing standing) {
		return standing.staleAt() != Long.MAX_VALUE && standing.staleAt() <= this.clock.millis();
	}

	@Override
	public Status status() {
		dropIfStale();
		Standing now = this.standing;
		return new Status(this.name, this.settings.tenant().value(), now.state().toString(), this.store.tenants(),
				this.store.origins(), this.store.refused(), now.loadedAt(), now.lastError(), now.loads(),
				now.failures());
	}

	@Override
	public List<RefusedOrigin> refused() {
		return this.store.latestRefused();
	}

	/**
	 * Load all origins. Never throws.
	 * @param source where to load from
	 * @return whether they were taken over
	 */
	boolean load(OriginSource source) {
		OriginLoad load = this.store.begin();
		String error = load(source, load);
		synchronized (this) {
			Standing before = this.standing;
			if (error == null) {
				error = this.store.install(load);
			}
			else {
				this.store.abandon(load);
			}
			this.standing = (error != null) ? before.failed(error)
					: before.loaded(this.clock.instant(), this.settings.maxStaleness());
			log(before, error);
			return error == null;
		}
	}

	private @Nullable String load(OriginSource source, OriginLoad load) {
		try {
			source.load(load::add);
			return null;
		}
		catch (Throwable ex) {
			String problem = load.problem();
			if (problem != null) {
				return problem;
			}
			logger.debug("Origin source '" + this.name + "' failed", ex);
			return ClientText.printable(ex.toString());
		}
	}

	private void log(Standing before, @Nullable String error) {
		if (error == null && before.state() != State.LOADED) {
			logger.info("Origin source '" + this.name + "' has " + this.store.origins() + " origins of "
					+ this.store.tenants() + " tenants");
		}
		if (error != null && !error.equals(before.lastError())) {
			logger.warn("Origin source '" + this.name + "' cannot be loaded, and "
					+ (isLoaded() ? "the origins that were loaded before are kept: "
							: "no origins but configured ones and those that are pushed are allowed until it can: ")
					+ error);
		}
	}

	/**
	 * Drop the origins if they are too old. They are not allowed any more as it is: this
	 * is for their status, and for origins that are pushed next.
	 */
	void dropIfStale() {
		if (isTooOld(this.standing)) {
			drop();
		}
	}

	private synchronized void drop() {
		Standing now = this.standing;
		if (isTooOld(now)) {
			this.store.clear();
			this.standing = now.dropped();
			logger.warn("Origin source '" + this.name + "' was last loaded at " + now.loadedAt() + ", "
					+ this.settings.maxStaleness()
					+ " ago or more: its origins are dropped, and configured ones alone are allowed");
		}
	}

	/**
	 * The state.
	 *
	 * @param state the state
	 * @param loadedAt when the origins were last loaded
	 * @param staleAt when those that are kept become too old, in milliseconds since the
	 * epoch; the greatest number for never
	 * @param lastError why the last load failed
	 * @param loads how many loads were taken over
	 * @param failures how many were not
	 */
	private record Standing(State state, @Nullable Instant loadedAt, long staleAt, @Nullable String lastError,
			long loads, long failures) {

		Standing loaded(Instant now, @Nullable Duration limit) {
			long lifetime = (limit != null) ? TimeUnit.MILLISECONDS.convert(limit) : Long.MAX_VALUE;
			long begin = now.toEpochMilli();
			long end = (lifetime < Long.MAX_VALUE - begin) ? begin + lifetime : Long.MAX_VALUE;
			return new Standing(State.LOADED, now, end, null, this.loads + 1, this.failures);
		}

		Standing failed(String error) {
			return new Standing((this.state == State.LOADED) ? State.FAILED : this.state, this.loadedAt, this.staleAt,
					error, this.loads, this.failures + 1);
		}

		Standing dropped() {
			return new Standing(State.STALE, this.loadedAt, Long.MAX_VALUE, this.lastError, this.loads, this.failures);
		}

		boolean hasOrigins() {
			return this.state == State.LOADED || this.state == State.FAILED;
		}

	}

	/**
	 * What there is to a source.
	 */
	private enum State {

		LOADING, LOADED, FAILED, STALE;

		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
