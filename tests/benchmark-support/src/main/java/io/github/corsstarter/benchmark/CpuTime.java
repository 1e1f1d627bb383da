package io.github.corsstarter.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.Supplier;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * The processor time of the thread that does the work, which other processes on the
 * machine and the compiler threads hardly disturb.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class CpuTime {

	/**
	 * What JMH reports besides the score.
	 */
	public double cpuMilliseconds;

	/**
	 * Do the work and count its time.
	 * @param <T> the type of what comes out
	 * @param supplier the work
	 * @return what comes out
	 */
	public <T> T measure(Supplier<T> supplier) {
		ThreadMXBean threads = ManagementFactory.getThreadMXBean();
		long before = threads.getCurrentThreadCpuTime();
		T result = supplier.get();
		this.cpuMilliseconds = (threads.getCurrentThreadCpuTime() - before) / 1_000_000.0;
		return result;
	}

}
