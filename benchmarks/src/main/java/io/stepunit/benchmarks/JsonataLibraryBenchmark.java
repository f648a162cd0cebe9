package io.stepunit.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The floor of W7 and W9: what their expressions cost without an engine around them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class JsonataLibraryBenchmark {
  private final JsonNode input = Workloads.w7().input();
  private final JsonataLibrary library = new JsonataLibrary();
  private final JsonNode items = Workloads.w9().input();
  private final JsonataLibraryOverItems libraryOverItems = new JsonataLibraryOverItems();

  @Benchmark
  @OperationsPerInvocation(100)
  public Map<String, Object> w7Library() {
    return library.run(input);
  }

  @Benchmark
  public Map<String, Object> w9Library() {
    return libraryOverItems.run(items);
  }
}
