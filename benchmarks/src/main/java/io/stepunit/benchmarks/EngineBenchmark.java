package io.stepunit.benchmarks;

import io.stepunit.Execution;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Whole executions with their history, a fresh environment each but for {@code w6RunOnly}: W1, W2
 * and W7 in transitions, W3 in items, the others in executions per second.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class EngineBenchmark {
  private final Workload passChain = Workloads.w1();
  private final Workload choiceLoop = Workloads.w2();
  private final Workload map = Workloads.w3();
  private final Workload retries = Workloads.w4();
  private final Workload longWait = Workloads.w5();
  private final Workload saga = Workloads.w6();
  private final Supplier<Execution> sagaRunOnly = Workloads.w6().withMocksDeclaredOnce();
  private final Workload jsonata = Workloads.w7();
  private final Workload jsonataOver10000 = Workloads.w9();

  @Benchmark
  @OperationsPerInvocation(100)
  public Execution w1() {
    return passChain.run();
  }

  @Benchmark
  @OperationsPerInvocation(2001)
  public Execution w2() {
    return choiceLoop.run();
  }

  @Benchmark
  @OperationsPerInvocation(1000)
  public Execution w3() {
    return map.run();
  }

  @Benchmark
  public Execution w4() {
    return retries.run();
  }

  @Benchmark
  public Execution w5() {
    return longWait.run();
  }

  @Benchmark
  public Execution w6() {
    return saga.run();
  }

  @Benchmark
  public Execution w6RunOnly() {
    return sagaRunOnly.get();
  }

  @Benchmark
  @OperationsPerInvocation(100)
  public Execution w7() {
    return jsonata.run();
  }

  @Benchmark
  public Execution w9() {
    return jsonataOver10000.run();
  }
}
