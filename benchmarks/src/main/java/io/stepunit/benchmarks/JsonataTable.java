package io.stepunit.benchmarks;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Prints a table of what each {@link JsonataCase} costs by our evaluator and by the bare library,
 * as Markdown.
 *
 * <p>It counts the processor time of its own thread, so that another process takes nothing away
 * from it. All expressions are warmed before the first one is measured. Ours and the library take
 * turns in rounds that are short, so that some are disturbed by nobody, and still repeat long
 * expressions, so that neither is charged for the caches that the other has filled.
 *
 * <pre>{@code
 * java -cp benchmarks/target/benchmarks.jar io.stepunit.benchmarks.JsonataTable
 * java -cp benchmarks/target/benchmarks.jar io.stepunit.benchmarks.JsonataTable 'FILTER.*'
 * }</pre>
 */
public final class JsonataTable {
  private static final int ROUNDS = 60;
  private static final String HEAD =
      """
      | expression | StepUnit, µs | library, µs | times as fast | compile, µs | by the library, µs |
      |---|---:|---:|---:|---:|---:|
      """;

  private JsonataTable() {}

  /** Measures the expressions whose names match a regular expression, or all of them. */
  public static void main(String[] arguments) {
    String pattern = arguments.length == 0 ? ".*" : arguments[0];
    List<Row> rows = new ArrayList<>();
    for (JsonataCase expression : JsonataCase.values()) {
      if (expression.name().matches(pattern)) {
        rows.add(new Row(expression));
      }
    }
    rows.forEach(Row::warm);
    System.out.printf(
        "Java %s, %s processors%n%n%s",
        Runtime.version(), Runtime.getRuntime().availableProcessors(), HEAD);
    rows.forEach(row -> row.measure(System.out));
  }

  private static final class Row {
    private final JsonataCase expression;
    private final Timed ours;
    private final Timed library;
    private final Timed compile;
    private final Timed compileByLibrary;

    Row(JsonataCase expression) {
      this.expression = expression;
      ours = new Timed(expression.evaluation());
      library = new Timed(expression.evaluationByLibrary());
      compile = new Timed(expression::compile);
      compileByLibrary = new Timed(expression::compileByLibrary);
    }

    private List<Timed> all() {
      return List.of(ours, library, compile, compileByLibrary);
    }

    void warm() {
      all().forEach(Timed::warm);
    }

    void measure(PrintStream out) {
      for (int round = 0; round < ROUNDS; round++) {
        all().forEach(Timed::round);
      }
      out.printf(
          Locale.ROOT,
          "| `%s`%s | %s | %s | %.1f | %.1f | %.1f |%n",
          expression.text().replace("|", "\\|"),
          expression.isLong() ? ", 10,000 items" : "",
          shown(ours.micros),
          shown(library.micros),
          library.micros / ours.micros,
          compile.micros,
          compileByLibrary.micros);
    }

    private static String shown(double micros) {
      return String.format(Locale.ROOT, micros < 10 ? "%.2f" : "%,.0f", micros);
    }
  }

  /** Something done again and again, and how long it takes at best. */
  private static final class Timed {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final long WARM_NANOS = 500_000_000;
    private static final int ROUNDS_PER_WARMING = 50;

    private final Supplier<?> work;
    private final Sink sink = new Sink();
    private long repetitions = 1;
    private double micros = Double.MAX_VALUE;

    Timed(Supplier<?> work) {
      this.work = work;
    }

    void warm() {
      long end = THREADS.getCurrentThreadCpuTime() + WARM_NANOS;
      long done = 0;
      while (THREADS.getCurrentThreadCpuTime() < end) {
        repeat(repetitions);
        done += repetitions;
        repetitions = Math.max(1, done / ROUNDS_PER_WARMING);
      }
    }

    void round() {
      long start = THREADS.getCurrentThreadCpuTime();
      repeat(repetitions);
      double nanos = THREADS.getCurrentThreadCpuTime() - start;
      micros = Math.min(micros, nanos / 1000 / repetitions);
    }

    private void repeat(long times) {
      for (long i = 0; i < times; i++) {
        sink.take(work.get());
      }
    }
  }
}
