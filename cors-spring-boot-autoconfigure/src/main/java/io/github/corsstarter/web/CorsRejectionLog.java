package io.github.corsstarter.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import io.github.corsstarter.policy.CorsDecision;
import io.github.corsstarter.policy.CorsDecisionListener;
import io.github.corsstarter.policy.CorsPolicy;
import io.github.corsstarter.policy.CorsRequest;
import io.github.corsstarter.policy.RejectionReason;
import io.github.corsstarter.policy.text.ClientText;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Logs rejections: each at DEBUG, and those that are wanted at INFO. Of first sightings
 * it writes at most {@value #LINES} a minute, and when the minute is over how many it
 * left out; it remembers at most {@value #CAPACITY}. What the client chose is escaped.
 * Safe for use by several threads.
 */
public final class CorsRejectionLog implements CorsDecisionListener, AutoCloseable {

	private static final Log logger = LogFactory.getLog(CorsRejectionLog.class);

	private static final int CAPACITY = 100;

	private static final int LINES = 10;

	private static final Duration MINUTE = Duration.ofMinutes(1);

	private final LoggedRejections logged;

	private final Clock clock;

	private final ScheduledExecutorService timer;

	private final Map<Sighting, Boolean> sightings = new LinkedHashMap<>(CAPACITY * 2, 0.75f, true);

	private Instant minuteEnds = Instant.MIN;

	private int lines;

	private long leftOut;

	/**
	 * Create a log that has seen nothing yet.
	 * @param logged which rejections are logged at INFO
	 * @param clock tells when a minute is over
	 */
	public CorsRejectionLog(LoggedRejections logged, Clock clock) {
		this(logged, clock, timer());
	}

	CorsRejectionLog(LoggedRejections logged, Clock clock, ScheduledExecutorService timer) {
		this.logged = logged;
		this.clock = clock;
		this.timer = timer;
	}

	/**
	 * Return a timer that has a thread only while it has something to wait for.
	 */
	private static ScheduledExecutorService timer() {
		CustomizableThreadFactory threads = new CustomizableThreadFactory("cors-rejection-log-");
		threads.setDaemon(true);
		return new ScheduledThreadPoolExecutor(0, threads, new ThreadPoolExecutor.DiscardPolicy());
	}

	/**
	 * Log the decision at debug level if it is a rejection.
	 * @param request the request
	 * @param decision the decision
	 */
	public static void log(CorsRequest request, CorsDecision decision) {
		if (decision.outcome() == CorsDecision.Outcome.REJECTED && logger.isDebugEnabled()) {
			logger.debug(message(request, decision));
		}
	}

	@Override
	public void onDecision(CorsRequest request, CorsDecision decision) {
		RejectionReason reason = decision.reason();
		if (reason == null || this.logged == LoggedRejections.OFF || !logger.isInfoEnabled()) {
			return;
		}
		if (this.logged == LoggedRejections.ALL) {
			logger.info(message(request, decision));
			return;
		}
		if (isWritten(Sighting.of(request, decision, reason))) {
			logger.info(message(request, decision));
		}
	}

	private synchronized boolean isWritten(Sighting sighting) {
		if (this.sightings.put(sighting, true) != null) {
			return false;
		}
		if (this.sightings.size() > CAPACITY) {
			this.sightings.remove(this.sightings.keySet().iterator().next());
		}
		Instant now = this.clock.instant();
		if (!now.isBefore(this.minuteEnds)) {
			this.minuteEnds = now.plus(MINUTE);
			this.lines = 0;
		}
		if (this.lines < LINES) {
			this.lines++;
			return true;
		}
		if (this.leftOut++ == 0) {
			this.timer.schedule(this::tellLeftOut, Duration.between(now, this.minuteEnds).toNanos(),
					TimeUnit.NANOSECONDS);
		}
		return false;
	}

	private void tellLeftOut() {
		long told = takeLeftOut();
		if (told > 0) {
			logger.info("Rejections that were seen for the first time and left out: " + told);
		}
	}

	private synchronized long takeLeftOut() {
		long taken = this.leftOut;
		this.leftOut = 0;
		return taken;
	}

	/**
	 * Say what was left out until now, and wait for no minute any more.
	 */
	@Override
	public void close() {
		this.timer.shutdownNow();
		tellLeftOut();
	}

	static String message(CorsRequest request, CorsDecision decision) {
		StringBuilder message = new StringBuilder("Rejected ").append(ClientText.printable(request.method()))
			.append(' ')
			.append(ClientText.printable(request.path()))
			.append(" from origin '")
			.append(ClientText.printable(String.valueOf(request.origin())))
			.append("': ")
			.append(decision.reason());
		if (decision.detail() != null) {
			message.append(" '").append(ClientText.printable(decision.detail())).append('\'');
		}
		CorsPolicy policy = decision.policy();
		CorsPolicy decidedBy = decision.decidedBy();
		if (policy == null || decidedBy == null) {
			return message.append(" outside of the application").toString();
		}
		message.append(" by policy '").append(policy.name()).append('\'');
		if (decidedBy != policy) {
			message.append(", since the path can also be read as one of policy '")
				.append(decidedBy.name())
				.append('\'');
		}
		return message.toString();
	}

	/**
	 * What rejections have in common that count as one.
	 *
	 * @param origin the origin, escaped and cut off
	 * @param reason the reason
	 * @param policy the name of the policy, or {@code null} if the path is outside of the
	 * application
	 */
	private record Sighting(String origin, RejectionReason reason, @Nullable String policy) {

		static Sighting of(CorsRequest request, CorsDecision decision, RejectionReason reason) {
			CorsPolicy policy = decision.policy();
			return new Sighting(ClientText.printable(String.valueOf(request.origin())), reason,
					(policy != null) ? policy.name() : null);
		}

	}

}
