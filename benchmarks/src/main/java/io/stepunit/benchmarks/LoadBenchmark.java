package io.stepunit.benchmarks;

import io.stepunit.asl.StateMachineDefinition;
import io.stepunit.load.DefinitionLoader;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * W8: a definition of 5,000 states and 1.2 MB, parsed, validated and compiled; in loads per second.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class LoadBenchmark {
  private final String text = LargeDefinition.text();

  @Benchmark
  public StateMachineDefinition w8() {
    return DefinitionLoader.fromText("w8.asl.json", text);
  }
}
