package io.github.corsstarter.metrics;

import java.util.function.Supplier;

import io.github.corsstarter.reload.ReloadListener;
import io.github.corsstarter.reload.ReloadResult;
import io.github.corsstarter.reload.ReloadStatus;
import io.github.corsstarter.reload.ReloadTrigger;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Counts the attempts to replace the policies by trigger and outcome, and tells instances
 * with other policies apart. Safe for use by several threads.
 */
public final class ReloadMetrics implements ReloadListener {

	/**
	 * The name of the counter of attempts.
	 */
	public static final String RELOADS = "cors.reloads";

	/**
	 * The name of the gauge that is 1 as long as what was read last may not take effect.
	 */
	public static final String REFUSED = "cors.reload.refused";

	/**
	 * The name of the gauge whose value is the revision of the policies in force, as a
	 * number.
	 */
	public static final String REVISION = "cors.policy.revision";

	private static final int HEXADECIMAL = 16;

	private final MeterRegistry registry;

	/**
	 * Registers the gauges.
	 * @param status tells what is in force; not asked for before somebody reads a gauge
	 * @param registry where to register
	 */
	public ReloadMetrics(Supplier<ReloadStatus> status, MeterRegistry registry) {
		this.registry = registry;
		Gauge.builder(REFUSED, status, (current) -> current.get().isRefused() ? 1 : 0)
			.description("Whether the configuration that was read last is refused")
			.strongReference(true)
			.register(registry);
		Gauge.builder(REVISION, status, (current) -> Long.parseLong(current.get().revision(), HEXADECIMAL))
			.description("Revision of the policies in force as a number")
			.strongReference(true)
			.register(registry);
	}

	@Override
	public void onAttempt(ReloadTrigger trigger, ReloadResult result) {
		Counter.builder(RELOADS)
			.description("Attempts to replace the policies")
			.tag("trigger", trigger.toString())
			.tag("outcome", result.outcome().toString())
			.register(this.registry)
			.increment();
	}

}
