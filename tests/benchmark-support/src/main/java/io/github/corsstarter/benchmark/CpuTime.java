package io.github.corsstarter.benchmark;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * The processor time of the thread that does the work, which other processes on the
 * machine and the compiler threads hardly disturb. It has no public method, since JMH
 * would take it for a counter.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class CpuTime {

	/**
	 * What JMH reports besides the score.
	 */
	public double cpuMilliseconds;

}
