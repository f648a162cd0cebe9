package io.stepunit.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.function.Supplier;

/** Measures what a run costs this thread. */
final class Meter {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int ROUNDS = 5;
  private static final long WARM_UP = 4_000_000_000L;
  private static final long ROUND = 1_000_000_000L;

  private final Sink sink = new Sink();

  /**
   * What one run costs.
   *
   * @param nanos of CPU time
   * @param bytes of allocation
   */
  record Cost(double nanos, double bytes) {}

  /** What a run costs that has been compiled: the median of several rounds. */
  Cost warm(Supplier<?> run) {
    round(run, WARM_UP);
    Cost[] costs = new Cost[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      costs[i] = round(run, ROUND);
    }
    Arrays.sort(costs, (a, b) -> Double.compare(a.nanos(), b.nanos()));
    return costs[ROUNDS / 2];
  }

  private Cost round(Supplier<?> run, long nanos) {
    long cpu = THREADS.getCurrentThreadCpuTime();
    long bytes = THREADS.getCurrentThreadAllocatedBytes();
    int runs = 0;
    long spent = 0;
    while (spent < nanos) {
      sink.take(run.get());
      runs++;
      spent = THREADS.getCurrentThreadCpuTime() - cpu;
    }
    bytes = THREADS.getCurrentThreadAllocatedBytes() - bytes;
    return new Cost((double) spent / runs, (double) bytes / runs);
  }

  /** What the next run costs. */
  Cost once(Supplier<?> run) {
    long cpu = THREADS.getCurrentThreadCpuTime();
    long bytes = THREADS.getCurrentThreadAllocatedBytes();
    sink.take(run.get());
    return new Cost(
        THREADS.getCurrentThreadCpuTime() - cpu, THREADS.getCurrentThreadAllocatedBytes() - bytes);
  }

  /**
   * The bytes that a run allocates when everything is loaded: the least of several. Exact where
   * nothing is compiled by the optimizing compiler, which leaves allocations out.
   */
  double leastBytes(Supplier<?> run) {
    double least = Double.MAX_VALUE;
    for (int i = 0; i < ROUNDS; i++) {
      least = Math.min(least, once(run).bytes());
    }
    return least;
  }
}
