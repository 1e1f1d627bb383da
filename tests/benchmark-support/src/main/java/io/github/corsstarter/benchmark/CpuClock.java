package io.github.corsstarter.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.Supplier;

/**
 * Measures processor time.
 */
public final class CpuClock {

	private CpuClock() {
	}

	/**
	 * Do the work and take its time.
	 * @param <T> the type of what comes out
	 * @param cpuTime where the time is put
	 * @param work the work
	 * @return what comes out
	 */
	public static <T> T measure(CpuTime cpuTime, Supplier<T> work) {
		ThreadMXBean threads = ManagementFactory.getThreadMXBean();
		long before = threads.getCurrentThreadCpuTime();
		T result = work.get();
		cpuTime.cpuMilliseconds = (threads.getCurrentThreadCpuTime() - before) / 1_000_000.0;
		return result;
	}

}
