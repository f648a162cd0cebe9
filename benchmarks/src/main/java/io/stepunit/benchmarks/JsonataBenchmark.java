package io.stepunit.benchmarks;

import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.Expr;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Each expression by our evaluator, by the bare library, and what it costs to compile it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class JsonataBenchmark {
  @Param private JsonataCase expression = JsonataCase.PATH;

  private Supplier<JsonNode> ours = expression.evaluation();
  private Supplier<Object> byLibrary = expression.evaluationByLibrary();

  @Setup
  public void load() {
    ours = expression.evaluation();
    byLibrary = expression.evaluationByLibrary();
  }

  @Benchmark
  public JsonNode ours() {
    return ours.get();
  }

  @Benchmark
  public Object library() {
    return byLibrary.get();
  }

  @Benchmark
  public Expr compile() {
    return expression.compile();
  }

  @Benchmark
  public Jsonata compileByLibrary() {
    return expression.compileByLibrary();
  }
}
