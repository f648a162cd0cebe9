package io.stepunit.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
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
 * The floor: the same transformations written by hand on Jackson trees, a copy per transition and
 * no history.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class PlainJavaBenchmark {
  private final JsonNode passChainInput = Workloads.w1().input();
  private final JsonNode choiceLoopInput = Workloads.w2().input();
  private final JsonNode mapInput = Workloads.w3().input();
  private final JsonNode sagaInput = Workloads.w6().input();

  @Benchmark
  @OperationsPerInvocation(100)
  public JsonNode w1Floor() {
    return PlainJava.passChain(passChainInput);
  }

  @Benchmark
  @OperationsPerInvocation(2001)
  public JsonNode w2Floor() {
    return PlainJava.choiceLoop(choiceLoopInput);
  }

  @Benchmark
  @OperationsPerInvocation(1000)
  public JsonNode w3Floor() {
    return PlainJava.map(mapInput);
  }

  @Benchmark
  public JsonNode w6Floor() {
    return PlainJava.saga(sagaInput);
  }
}
