package io.github.corsstarter.report;

import java.util.concurrent.atomic.AtomicBoolean;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Does what requests must not notice. The log tells of the first failure. Safe for use by
 * several threads.
 */
final class Failsafe {

	private static final Log logger = LogFactory.getLog(CorsReport.class);

	private final String what;

	private final AtomicBoolean failed;

	/**
	 * Create what never fails.
	 * @param what it does, for the log: a verb and its object
	 * @param failed whether the log has told of a failure
	 */
	Failsafe(String what, AtomicBoolean failed) {
		this.what = what;
		this.failed = failed;
	}

	void run(Runnable step) {
		try {
			step.run();
		}
		catch (RuntimeException | LinkageError ex) {
			if (this.failed.compareAndSet(false, true)) {
				logger.warn("CORS: could not " + this.what, ex);
			}
		}
	}

}
