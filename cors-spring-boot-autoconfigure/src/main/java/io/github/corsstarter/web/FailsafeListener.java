package io.github.corsstarter.web;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;

import io.github.corsstarter.policy.CorsDecision;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Tells a listener of decisions. If it fails, the request goes on as if it had not, and
 * so do the other listeners; the log tells of the first failure. Safe for use by several
 * threads.
 *
 * @param <T> what the decisions are about
 */
public final class FailsafeListener<T> implements BiConsumer<T, CorsDecision> {

	private static final Log logger = LogFactory.getLog(FailsafeListener.class);

	private final BiConsumer<? super T, CorsDecision> listener;

	private final AtomicBoolean failed = new AtomicBoolean();

	/**
	 * Create a listener that never throws.
	 * @param listener a listener that may
	 */
	public FailsafeListener(BiConsumer<? super T, CorsDecision> listener) {
		this.listener = listener;
	}

	@Override
	public void accept(T subject, CorsDecision decision) {
		try {
			this.listener.accept(subject, decision);
		}
		catch (RuntimeException | LinkageError ex) {
			if (this.failed.compareAndSet(false, true)) {
				logger.warn("CORS: a listener of decisions has failed. Requests go on; if it fails again, this log "
						+ "does not tell.", ex);
			}
		}
	}

}
