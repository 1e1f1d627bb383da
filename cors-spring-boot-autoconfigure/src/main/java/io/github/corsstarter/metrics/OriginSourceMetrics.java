package io.github.corsstarter.metrics;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

import io.github.corsstarter.policy.AdditionalOrigins;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;

/**
 * Meters of the sources that have further origins: how many there are, how old they are,
 * and how loading them went. How many meters there are depends on the names of sources
 * alone, never on tenants.
 */
public final class OriginSourceMetrics {

	private final MeterRegistry registry;

	private final InstantSource clock;

	/**
	 * Create the meters.
	 * @param registry where to register them
	 * @param clock tells how old origins are
	 */
	public OriginSourceMetrics(MeterRegistry registry, InstantSource clock) {
		this.registry = registry;
		this.clock = clock;
	}

	/**
	 * Register the meters of a source.
	 * @param source the source
	 */
	public void register(AdditionalOrigins source) {
		String name = source.status().name();
		Gauge.builder("cors.source.origins", source, (origins) -> origins.status().origins())
			.description("Origins of a source that are allowed")
			.tag("source", name)
			.register(this.registry);
		TimeGauge.builder("cors.source.age", source, TimeUnit.SECONDS, this::age)
			.description("Time since the origins of a source were last loaded")
			.tag("source", name)
			.register(this.registry);
		FunctionCounter.builder("cors.source.loads", source, (origins) -> origins.status().loads())
			.description("Loads of the origins of a source")
			.tags("source", name, "outcome", "loaded")
			.register(this.registry);
		FunctionCounter.builder("cors.source.loads", source, (origins) -> origins.status().failures())
			.description("Loads of the origins of a source")
			.tags("source", name, "outcome", "failed")
			.register(this.registry);
	}

	private double age(AdditionalOrigins source) {
		Instant loadedAt = source.status().loadedAt();
		return (loadedAt != null) ? Duration.between(loadedAt, this.clock.instant()).toMillis() / 1000.0 : Double.NaN;
	}

}
