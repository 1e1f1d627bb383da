package io.github.corsstarter.reload;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import io.github.corsstarter.config.CorsSettings;
import io.github.corsstarter.config.SharedPrefix;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Reads, judges and replaces, one attempt after another. Requests wait for none of it.
 */
public final class Reloader {

	private static final Log logger = LogFactory.getLog(CorsPolicyReloader.class);

	private final ReentrantLock lock = new ReentrantLock();

	private final PoliciesInForce inForce;

	private final ApplicationSources sources;

	private final List<ReloadListener> listeners;

	private final ApplicationEventPublisher events;

	private final ConfigurationReader reader;

	private final ReloadJudge judge;

	private final ReloadLog log = new ReloadLog();

	private final List<ReloadTrigger> triggers;

	private final boolean watching;

	private final CorsPolicyReloader calls = new CalledReloads(this);

	private volatile ReloadStatus status;

	/**
	 * Create the reloader.
	 * @param inForce the policies in force
	 * @param settings what was configured at the start
	 * @param environment where the application runs
	 * @param sources the application's other CORS configuration
	 * @param others finds the classes that bind the same keys
	 * @param refreshed whether there are refreshes of Spring Cloud
	 * @param listeners are told of each attempt
	 * @param events takes the events of the application
	 */
	public Reloader(PoliciesInForce inForce, CorsSettings settings, ConfigurableEnvironment environment,
			ApplicationSources sources, Supplier<List<SharedPrefix>> others, boolean refreshed,
			List<ReloadListener> listeners, ApplicationEventPublisher events) {
		LiveConfiguration configuration = new LiveConfiguration(environment);
		this.inForce = inForce;
		this.sources = sources;
		this.listeners = List.copyOf(listeners);
		this.events = events;
		this.reader = new ConfigurationReader(configuration);
		this.judge = new ReloadJudge(inForce, settings, configuration, sources, others);
		this.watching = settings.reload().watchFiles() && configuration.remoteLocation() == null;
		this.triggers = triggers(refreshed && settings.reload().onRefresh(), this.watching);
		PoliciesInForce.State state = inForce.state();
		this.status = new ReloadStatus(this.triggers.stream().map(ReloadTrigger::toString).toList(),
				this.watching ? this.reader.places().paths() : List.of(), state.asCommitted().revision(), state.since(),
				ReloadStatus.CURRENT, true, List.of(), null);
	}

	private static List<ReloadTrigger> triggers(boolean refresh, boolean files) {
		List<ReloadTrigger> triggers = new ArrayList<>();
		if (refresh) {
			triggers.add(ReloadTrigger.REFRESH);
		}
		if (files) {
			triggers.add(ReloadTrigger.FILES);
		}
		triggers.add(ReloadTrigger.CALL);
		return List.copyOf(triggers);
	}

	/**
	 * Return the trigger of the application's own code.
	 * @return what the application may call
	 */
	public CorsPolicyReloader calls() {
		return this.calls;
	}

	/**
	 * Return whether files are looked at.
	 * @return {@code true} if that is configured and possible
	 */
	boolean isWatching() {
		return this.watching;
	}

	ConfigurationReader reader() {
		return this.reader;
	}

	/**
	 * Read the configuration twice, and replace the policies by it.
	 */
	ReloadResult reload(ReloadTrigger trigger) {
		Attempt attempt = attempt(trigger, this.reader::readTwice);
		if (attempt == null) {
			throw new IllegalStateException("Something was read");
		}
		return attempt.result();
	}

	/**
	 * Replace the policies by what was read.
	 * @param trigger what asks for it
	 * @param reading reads; returns {@code null} if there is nothing to do
	 * @return what became of it, or {@code null} if there was nothing to do
	 */
	@Nullable Attempt attempt(ReloadTrigger trigger, Supplier<@Nullable Reading> reading) {
		Attempt attempt;
		this.lock.lock();
		try {
			Reading read = reading.get();
			if (read == null) {
				return null;
			}
			attempt = attempt(trigger, read);
		}
		finally {
			this.lock.unlock();
		}
		tell(attempt);
		return attempt;
	}

	private Attempt attempt(ReloadTrigger trigger, Reading read) {
		PoliciesInForce.State before;
		Judgement judgement;
		synchronized (this.sources) {
			Judgement judged = judge(read);
			before = this.inForce.state();
			judgement = takeOver(judged);
		}
		PoliciesInForce.State after = this.inForce.state();
		boolean refused = judgement.outcome() == ReloadResult.Outcome.REFUSED;
		String revision = refused ? this.status.revision() : judgement.revision();
		ReloadResult result = judgement.result(revision);
		this.status = new ReloadStatus(this.status.triggers(), this.watching ? read.places().paths() : List.of(),
				revision, after.since(), refused ? ReloadStatus.REFUSED : ReloadStatus.CURRENT, judgement.startable(),
				result.restartNeeded(), new ReloadStatus.Attempt(Clock.systemUTC().instant(), trigger.toString(),
						result.outcome().toString(), result.changes(), result.report().violations()));
		this.log.write(trigger, read, judgement, before, this.status);
		return new Attempt(trigger, result, judgement.failure() != null);
	}

	private Judgement judge(Reading read) {
		try {
			this.inForce.settleCase();
			return this.judge.judge(read);
		}
		catch (RuntimeException | LinkageError ex) {
			return this.judge.failed("judging it", ex);
		}
	}

	/**
	 * Bring policies into force if they may be. What they need of the application may
	 * fail, such as the bean of an origin source; those before stay in force then.
	 */
	private Judgement takeOver(Judgement judgement) {
		Judgement.Replacement replacement = judgement.replacement();
		if (replacement == null) {
			return judgement;
		}
		try {
			this.inForce.replace(replacement.settings(), replacement.paths());
		}
		catch (RuntimeException | LinkageError ex) {
			return this.judge.failed("bringing it into force", ex);
		}
		this.sources.replace(replacement.validation(), replacement.report());
		return judgement;
	}

	/**
	 * Tell the listeners. If one fails, the trigger of the attempt does not notice.
	 */
	private void tell(Attempt attempt) {
		for (ReloadListener listener : this.listeners) {
			guarded(() -> listener.onAttempt(attempt.trigger(), attempt.result()));
		}
		@Nullable ApplicationEvent event = switch (attempt.result().outcome()) {
			case UNCHANGED -> null;
			case APPLIED -> new CorsPoliciesChangedEvent(this.calls, attempt.result());
			case REFUSED -> new CorsReloadRefusedEvent(this.calls, attempt.result());
		};
		if (event != null) {
			guarded(() -> this.events.publishEvent(event));
		}
	}

	private static void guarded(Runnable listener) {
		try {
			listener.run();
		}
		catch (RuntimeException | LinkageError ex) {
			logger.warn("CORS: a listener failed after the policies had been read again", ex);
		}
	}

	/**
	 * Read the configuration twice, and change nothing.
	 */
	ReloadResult check() {
		this.lock.lock();
		try {
			Reading read = this.reader.readTwice();
			synchronized (this.sources) {
				Judgement judgement = judge(read);
				return judgement.result(judgement.revision());
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	ReloadStatus status() {
		return this.status;
	}

	/**
	 * An attempt that is over.
	 *
	 * @param trigger what made it
	 * @param result what became of it
	 * @param failed whether it was refused not for its content, but because the
	 * application failed
	 */
	record Attempt(ReloadTrigger trigger, ReloadResult result, boolean failed) {

	}

}
