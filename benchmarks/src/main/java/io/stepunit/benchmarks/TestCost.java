package io.stepunit.benchmarks;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** What tests cost as a user has them: through JUnit, each suite in a JVM of its own. */
public final class TestCost {
  private static final int JVMS = 3;
  private static final double NANOS = 1e9;
  private static final double MILLIS = 1e3;

  private TestCost() {}

  /** What is run. */
  enum Suite {
    EMPTY("one empty test", EmptyTests.One.class),
    FIRST_SAGA("the first test of a saga", SagaTests.One.class),
    EMPTY_10000("10,000 empty tests", EmptyTests.Many.class),
    SAGA_10000("10,000 tests of a saga", SagaTests.Many.class);

    private final String title;
    private final Class<?> tests;

    Suite(String title, Class<?> tests) {
      this.title = title;
      this.tests = tests;
    }

    String title() {
      return title;
    }
  }

  /**
   * The cost of one JVM.
   *
   * @param tests how many succeeded
   * @param cpuSeconds of all its threads, compilers included
   * @param seconds from its start
   */
  record Result(long tests, double cpuSeconds, double seconds) {
    static Result parse(String line) {
      String[] parts = line.strip().split(" ");
      return new Result(
          Long.parseLong(parts[0]), Double.parseDouble(parts[1]), Double.parseDouble(parts[2]));
    }
  }

  /** The cost of a suite: of three JVMs the one in the middle. */
  static Result inNewJvm(Suite suite) {
    return IntStream.range(0, JVMS)
        .mapToObj(i -> Jvm.run(TestCost.class, List.of(), suite.name()))
        .map(lines -> Result.parse(lines.get(lines.size() - 1)))
        .sorted(Comparator.comparingDouble(Result::cpuSeconds))
        .toList()
        .get(JVMS / 2);
  }

  /**
   * Runs one suite and prints its {@link Result}.
   *
   * @param args the suite
   */
  public static void main(String[] args) {
    Suite suite = Suite.valueOf(args[0]);
    SummaryGeneratingListener summary = new SummaryGeneratingListener();
    Launcher launcher = LauncherFactory.create();
    launcher.execute(
        LauncherDiscoveryRequestBuilder.request().selectors(selectClass(suite.tests)).build(),
        summary);
    TestExecutionSummary result = summary.getSummary();
    if (result.getTestsFailedCount() > 0) {
      throw new IllegalStateException(
          "A test has failed", result.getFailures().get(0).getException());
    }
    OperatingSystemMXBean process =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    System.out.printf(
        Locale.ROOT,
        "%d %.3f %.3f%n",
        result.getTestsSucceededCount(),
        process.getProcessCpuTime() / NANOS,
        ManagementFactory.getRuntimeMXBean().getUptime() / MILLIS);
  }
}
