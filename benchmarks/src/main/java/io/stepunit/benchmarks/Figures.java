package io.stepunit.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Measures all workloads, the cost of a test, the start of a JVM and how costs grow, and prints
 * tables in Markdown. CPU time and allocation are those of the thread at work, so that a machine
 * that is busy besides does little harm.
 *
 * <pre>
 * java -cp benchmarks/target/benchmarks.jar io.stepunit.benchmarks.Figures
 * </pre>
 *
 * <p>With {@code --allocation} it prints only what is exact: the bytes of each unit and the
 * exponents of growth, for {@code AllocationTest}.
 */
public final class Figures {
  private static final double NANOS = 1e9;
  private static final double MICROS = 1e3;

  private Figures() {}

  /**
   * Measures and prints.
   *
   * @param args {@code --allocation}, or names of workloads
   */
  public static void main(String[] args) {
    List<String> asked = List.of(args);
    if (asked.contains("--allocation")) {
      printAllocation();
      return;
    }
    printWorkloads(asked);
    if (asked.isEmpty()) {
      printTests();
      printGrowth();
    }
  }

  private static void printAllocation() {
    Meter meter = new Meter();
    for (Figure figure : Figure.all()) {
      print("%s %.1f%n", figure.name(), meter.leastBytes(figure.ours()) / figure.units());
    }
    for (Growth growth : Growth.values()) {
      print("%s %.2f%n", growth.name().toLowerCase(Locale.ROOT), growth.measure().bytes());
    }
  }

  private static void printWorkloads(List<String> names) {
    print("| workload | unit | ours, a second | ours, µs | floor, a second | ours / floor |");
    print(" bytes a unit | floor, bytes |%n|---|---|--:|--:|--:|--:|--:|--:|%n");
    Meter meter = new Meter();
    for (Figure figure : Figure.all()) {
      if (names.isEmpty() || names.contains(figure.name())) {
        printRow(figure, meter);
      }
    }
  }

  private static void printRow(Figure figure, Meter meter) {
    Meter.Cost ours = perUnit(figure, meter.warm(figure.ours()));
    Optional<Meter.Cost> floor = figure.floor().map(run -> perUnit(figure, floor(run, meter)));
    print(
        "| %s | %s | %,.0f | %.2f | %s | %s | %,.0f | %s |%n",
        figure.name(),
        figure.unit(),
        NANOS / ours.nanos(),
        ours.nanos() / MICROS,
        floor.map(cost -> shown("%,.0f", NANOS / cost.nanos())).orElse("–"),
        floor.map(cost -> shown("%.2f", cost.nanos() / ours.nanos())).orElse("–"),
        ours.bytes(),
        floor.map(cost -> shown("%,.0f", cost.bytes())).orElse("–"));
  }

  private static Meter.Cost floor(Supplier<?> run, Meter meter) {
    return meter.warm(run);
  }

  private static Meter.Cost perUnit(Figure figure, Meter.Cost run) {
    return new Meter.Cost(run.nanos() / figure.units(), run.bytes() / figure.units());
  }

  private static void printTests() {
    print("%n| tests through JUnit | CPU seconds | tests |%n|---|--:|--:|%n");
    for (TestCost.Suite suite : TestCost.Suite.values()) {
      TestCost.Result result = TestCost.inNewJvm(suite);
      print("| %s | %.1f | %d |%n", suite.title(), result.cpuSeconds(), result.tests());
    }
  }

  private static void printGrowth() {
    print("%n| grows by the exponent | CPU time | allocation |%n|---|--:|--:|%n");
    for (Growth growth : Growth.values()) {
      Growth.Exponents exponents = growth.measure();
      print(
          "| %s | %.2f | %.2f |%n",
          growth.name().toLowerCase(Locale.ROOT).replace('_', ' '),
          exponents.nanos(),
          exponents.bytes());
    }
  }

  private static String shown(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }

  private static void print(String format, Object... values) {
    System.out.printf(Locale.ROOT, format, values);
    System.out.flush();
  }
}
