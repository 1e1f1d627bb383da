package io.github.corsstarter.source;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.github.corsstarter.origin.data.OriginJudge;
import io.github.corsstarter.origin.data.Tenancy;
import io.github.corsstarter.policy.AdditionalOrigins;
import io.github.corsstarter.policy.CorsPolicy;
import io.github.corsstarter.validation.subject.OriginSourceDefinition;
import io.github.corsstarter.validation.subject.ValidationInput;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Loads the sources that policies name, as long as the application runs: first before the
 * web server opens its port, side by side and for ten seconds at most, then again and
 * again in the background.
 */
public final class OriginSources implements SmartLifecycle {

	private static final Log logger = LogFactory.getLog(OriginSources.class);

	/** Ahead of the web server, which opens its port in phase -2048 from the end. */
	private static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 4096;

	/** How long a start waits for origins. */
	static final Duration PATIENCE = Duration.ofSeconds(10);

	private final BeanFactory beans;

	private final List<OriginSourceDefinition> settings;

	private final boolean production;

	private final Clock clock;

	private final Duration patience;

	private final Map<String, LoadedOrigins> origins = new ConcurrentHashMap<>();

	/**
	 * Those that policies name, and whether data with credentials is asked for: by one of
	 * the policies that are enforced, or, where there is none, by one that only reports.
	 */
	private Map<LoadedOrigins, Boolean> named = Map.of();

	/** The same by all policies, for what is not saved yet. */
	private volatile Map<LoadedOrigins, Boolean> strictest = Map.of();

	/** Those that a policy names that is enforced. */
	private Set<LoadedOrigins> enforced = Set.of();

	private final Set<LoadedOrigins> everNamed = new LinkedHashSet<>();

	/** Told of each source that is named for the first time. */
	private final List<Consumer<AdditionalOrigins>> listeners = new ArrayList<>();

	private final Map<LoadedOrigins, OriginLoader> loaders = new ConcurrentHashMap<>();

	private volatile @Nullable ExecutorService loads;

	private @Nullable ScheduledExecutorService timer;

	/**
	 * Create the sources.
	 * @param beans has the beans
	 * @param input what was configured, and where the application runs
	 * @param clock tells when origins were loaded
	 */
	public OriginSources(BeanFactory beans, ValidationInput input, Clock clock) {
		this(beans, input, clock, PATIENCE);
	}

	OriginSources(BeanFactory beans, ValidationInput input, Clock clock, Duration patience) {
		this.beans = beans;
		this.settings = input.originSources();
		this.production = input.deployment().production();
		this.clock = clock;
		this.patience = patience;
	}

	/**
	 * Return the origins of a source, for {@link CorsPolicy#compile compiling} a policy
	 * that names it.
	 * @param source the name of the source
	 * @return its origins, the same for every policy
	 */
	public AdditionalOrigins of(String source) {
		return origins(source);
	}

	LoadedOrigins origins(String source) {
		return this.origins.computeIfAbsent(source, (name) -> new LoadedOrigins(name,
				OriginSourceDefinition.of(this.settings, name), new OriginJudge(this.production, true), this.clock));
	}

	boolean isSource(String name) {
		return this.beans.containsBean(name) && this.beans.isTypeMatch(name, OriginSource.class);
	}

	/**
	 * Tell of each source that a policy names, now or later.
	 * @param listener is told of each source once
	 */
	public synchronized void forEachNamed(Consumer<AdditionalOrigins> listener) {
		this.everNamed.forEach(listener);
		this.listeners.add(listener);
	}

	/**
	 * Let other policies take over. To be called for every change of the policies:
	 * sources that they name for the first time are loaded before, for ten seconds at
	 * most, and all data is judged again. No origin that one of the policies refuses is
	 * allowed at any time: what only those before accepted is gone before the change, and
	 * what only the next ones accept comes after it.
	 * @param policies the policies that are to be in force, compiled with {@link #of}
	 * @param takeOver brings them into force
	 */
	public synchronized void change(List<CorsPolicy> policies, Runnable takeOver) {
		Map<LoadedOrigins, Boolean> strictest = named(policies.stream());
		Map<LoadedOrigins, Boolean> next = new LinkedHashMap<>(strictest);
		Map<LoadedOrigins, Boolean> enforced = named(
				policies.stream().filter((policy) -> !policy.definition().isReportOnly()));
		next.putAll(enforced);
		List<OriginLoader> first = newLoaders(next.keySet());
		Map<LoadedOrigins, Boolean> before = this.named;
		next.forEach((source, credentials) -> judge(source, credentials || before.getOrDefault(source, false)));
		load(first);
		takeOver.run();
		this.named = next;
		this.strictest = strictest;
		this.enforced = enforced.keySet();
		for (LoadedOrigins source : next.keySet()) {
			if (this.everNamed.add(source)) {
				this.listeners.forEach((listener) -> tell(listener, source));
			}
		}
		next.forEach((source, credentials) -> {
			OriginLoader loader = this.loaders.get(source);
			if (judge(source, credentials) && loader != null) {
				loader.load();
			}
		});
		forgetUnnamed();
	}

	private static Map<LoadedOrigins, Boolean> named(Stream<CorsPolicy> policies) {
		Map<LoadedOrigins, Boolean> named = new LinkedHashMap<>();
		policies.forEach((policy) -> {
			if (policy.additionalOrigins() instanceof LoadedOrigins source) {
				named.merge(source, policy.allowCredentials(), Boolean::logicalOr);
			}
		});
		return named;
	}

	private boolean judge(LoadedOrigins source, boolean credentials) {
		return source.store().judgeBy(new OriginJudge(this.production, credentials));
	}

	/**
	 * Return what judges an origin as the strictest of all policies would.
	 */
	OriginJudge judge(LoadedOrigins source) {
		return new OriginJudge(this.production, this.strictest.getOrDefault(source, true));
	}

	/**
	 * They are told when the policies are in force already.
	 */
	private static void tell(Consumer<AdditionalOrigins> listener, LoadedOrigins source) {
		try {
			listener.accept(source);
		}
		catch (RuntimeException | LinkageError ex) {
			logger.warn("A listener failed that was told of origin source '" + source.name() + "'", ex);
		}
	}

	/**
	 * Return what loads the sources that nothing loads yet. Their beans may fail; nothing
	 * has changed then.
	 */
	private List<OriginLoader> newLoaders(Set<LoadedOrigins> sources) {
		ExecutorService loads = this.loads;
		ScheduledExecutorService timer = this.timer;
		List<OriginLoader> loaders = new ArrayList<>();
		if (loads != null && timer != null) {
			for (LoadedOrigins source : sources) {
				if (!this.loaders.containsKey(source)) {
					loaders.add(loader(source, loads, timer));
				}
			}
		}
		return loaders;
	}

	private void load(List<OriginLoader> first) {
		long deadline = System.nanoTime() + this.patience.toNanos();
		for (OriginLoader loader : first) {
			this.loaders.put(loader.origins(), loader);
			loader.load();
		}
		first.forEach((loader) -> loader.await(deadline));
	}

	private OriginLoader loader(LoadedOrigins source, ExecutorService loads, ScheduledExecutorService timer) {
		if (source.tenancy().kind() == Tenancy.Kind.BEAN) {
			source.resolveBy(this.beans.getBean(source.tenancy().name(), TenantResolver.class));
		}
		return new OriginLoader(source, this.beans.getBean(source.name(), OriginSource.class), loads, timer);
	}

	private void forgetUnnamed() {
		this.loaders.entrySet().removeIf((loader) -> {
			boolean unnamed = !this.named.containsKey(loader.getKey());
			if (unnamed) {
				loader.getValue().stop();
			}
			return unnamed;
		});
	}

	void reload(LoadedOrigins source) {
		OriginLoader loader = this.loaders.get(source);
		if (loader != null) {
			loader.load();
		}
	}

	@Override
	public synchronized void start() {
		this.loads = Executors.newCachedThreadPool(threads("cors-origin-source-"));
		this.timer = timer();
		load(newLoaders(this.named.keySet()));
		// A policy that only reports stops nothing
		for (LoadedOrigins source : this.enforced) {
			if (source.settings().required() && !source.isLoaded()) {
				String error = source.status().lastError();
				stop();
				throw new RequiredOriginSourceException(source.name(), (error != null) ? error
						: "It was not loaded within " + this.patience.toSeconds() + " seconds.");
			}
		}
	}

	static ScheduledThreadPoolExecutor timer() {
		ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, threads("cors-origin-source-timer-"));
		// A source that loads often cancels often
		timer.setRemoveOnCancelPolicy(true);
		return timer;
	}

	private static ThreadFactory threads(String prefix) {
		ThreadFactory factory = Executors.defaultThreadFactory();
		return (task) -> {
			Thread thread = factory.newThread(task);
			thread.setName(prefix + thread.getId());
			thread.setDaemon(true);
			return thread;
		};
	}

	@Override
	public synchronized void stop() {
		this.loaders.values().forEach(OriginLoader::stop);
		this.loaders.clear();
		ExecutorService loads = this.loads;
		ScheduledExecutorService timer = this.timer;
		this.loads = null;
		this.timer = null;
		if (loads != null) {
			loads.shutdownNow();
		}
		if (timer != null) {
			timer.shutdownNow();
		}
	}

	@Override
	public boolean isRunning() {
		return this.loads != null;
	}

	@Override
	public int getPhase() {
		return PHASE;
	}

}
