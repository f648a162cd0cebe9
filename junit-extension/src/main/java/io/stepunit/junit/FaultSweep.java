package io.stepunit.junit;

import io.stepunit.Execution;
import io.stepunit.Fault;
import io.stepunit.asl.StateMachineDefinition;
import io.stepunit.internal.fault.SweepReport;
import io.stepunit.internal.text.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * All that the {@link FaultMatrix} tests of one class run, summed up. The report is published when
 * the class ends, as JUnit tells nobody of the end of a test template.
 */
@SuppressWarnings("deprecation") // CloseableResource: JUnit before 5.13 closes nothing else.
final class FaultSweep implements ExtensionContext.Store.CloseableResource, AutoCloseable {
  static final String PRINT = "stepunit.faultMatrix.print";
  static final String ENTRY = "stepunit.faultMatrix";

  private final ExtensionContext testClass;
  private final String file;
  private final SweepReport report;
  private final List<MatrixRun> runs = new ArrayList<>();
  private final long startedAt = System.nanoTime();
  private long endedAt = startedAt;

  private FaultSweep(ExtensionContext testClass, StateMachineDefinition definition) {
    this.testClass = testClass;
    this.file = definition.location().file();
    this.report = new SweepReport(definition);
  }

  /**
   * @param template the context of a test template
   */
  static FaultSweep of(ExtensionContext template, StateMachineDefinition definition) {
    ExtensionContext testClass = template.getParent().orElseThrow();
    return Objects.requireNonNull(
        Stores.of(testClass)
            .getOrComputeIfAbsent(
                FaultSweep.class, key -> new FaultSweep(testClass, definition), FaultSweep.class));
  }

  /**
   * Takes in one combination of any of the tests.
   *
   * @return whether an execution ended by an error that nothing handled
   */
  synchronized boolean add(Fault fault, List<Execution> executions, boolean failed) {
    boolean unhandled = report.add(fault, executions, failed);
    endedAt = System.nanoTime();
    return unhandled;
  }

  /** Takes in a test. */
  synchronized void add(MatrixRun run) {
    runs.add(run);
  }

  @Override
  public synchronized void close() {
    int combinations = report.combinations();
    String text =
        Printable.lines(
            String.format(
                Locale.ROOT,
                "Fault matrix of %s (%s): %s %s in %.1f s, %s failed.%s%s",
                testClass.getRequiredTestClass().getSimpleName(),
                file,
                combinations,
                combinations == 1 ? "combination" : "combinations",
                (endedAt - startedAt) / 1e9,
                report.failed(),
                failures(),
                report));
    testClass.publishReportEntry(ENTRY, text);
    if (!testClass.getConfigurationParameter(PRINT).equals(Optional.of("false"))) {
      System.out.println(text);
    }
  }

  private String failures() {
    List<String> lines = new ArrayList<>();
    runs.forEach(run -> run.unfinished().ifPresent(text -> lines.add("  " + text)));
    if (report.failed() > 0) {
      lines.add("  Failed (%s):".formatted(report.failed()));
      runs.forEach(run -> run.failures().forEach(line -> lines.add("    " + line)));
    }
    return lines.stream().map("\n"::concat).collect(Collectors.joining());
  }
}
