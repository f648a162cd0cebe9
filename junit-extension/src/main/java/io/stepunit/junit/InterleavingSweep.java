package io.stepunit.junit;

import io.stepunit.Interleaving;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.internal.report.CurrentTest;
import io.stepunit.internal.report.OrderRecords;
import io.stepunit.internal.sweep.Progress;
import io.stepunit.junit.Interleavings.Orders;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One run of one {@link Interleavings}: what came of each order. Its report is published when the
 * class ends, as JUnit tells nobody of the end of a test template.
 */
@SuppressWarnings("deprecation") // CloseableResource: JUnit before 5.13 closes nothing else.
final class InterleavingSweep implements ExtensionContext.Store.CloseableResource, AutoCloseable {
  static final String ENTRY = "stepunit.interleavings";

  /** Seeds by their value: as texts, the shorter is the smaller. */
  private static final Comparator<String> BY_SIZE =
      Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

  private final ExtensionContext testClass;
  private final String name;
  private final boolean sameOutcome;
  private final boolean all;
  private final Progress progress;
  private final Optional<OrderRecords> records;
  private final List<OrderTrace> passed = new ArrayList<>();
  private final List<String> failed = new ArrayList<>();
  private int done;
  private boolean exhausted;

  private InterleavingSweep(
      ExtensionContext testClass,
      String name,
      Interleavings annotation,
      Progress progress,
      Optional<OrderRecords> records) {
    this.testClass = testClass;
    this.name = name;
    this.sameOutcome = annotation.sameOutcome();
    this.all = annotation.orders() == Orders.ALL;
    this.progress = progress;
    this.records = records;
  }

  /**
   * @param template the context of the test template
   * @param most how many orders are tried at most
   */
  static InterleavingSweep begin(ExtensionContext template, Interleavings annotation, int most) {
    String name =
        template.getRequiredTestClass().getSimpleName()
            + "."
            + template.getRequiredTestMethod().getName();
    ExtensionContext testClass = template.getParent().orElseThrow();
    Optional<OrderRecords> records =
        CurrentTest.recording()
            .map(
                recording ->
                    new OrderRecords(
                        recording,
                        template.getRequiredTestClass().getName(),
                        template.getDisplayName()));
    InterleavingSweep sweep =
        new InterleavingSweep(
            testClass, name, annotation, SweepProgress.of(template, name, most), records);
    Stores.of(testClass).put(template.getUniqueId(), sweep);
    return sweep;
  }

  /**
   * Takes note of an order that was tried.
   *
   * @throws AssertionError if it passed, and led to something else than the first that passed where
   *     all have to lead to the same
   */
  synchronized void add(
      Interleaving order, StepFunctionsEnvironment environment, Optional<Throwable> failure) {
    done++;
    OrderTrace trace = OrderTrace.of(order, environment);
    exhausted |= all ? order.next().isEmpty() : order.choices().isEmpty();
    Optional<Throwable> problem = failure.or(() -> difference(trace));
    if (problem.isPresent()) {
      failed.add(order.name());
      nearest(trace).ifPresent(other -> FailureReport.add(problem.get(), trace.against(other)));
      if (passed.isEmpty()) {
        FailureReport.add(problem.get(), trace.alone());
      }
    } else {
      passed.add(trace);
    }
    progress.add("order " + order.name(), problem.isPresent());
    record(order, environment, problem.isPresent());
    if (failure.isEmpty() && problem.isPresent()) {
      throw (AssertionError) problem.get();
    }
  }

  private void record(Interleaving order, StepFunctionsEnvironment environment, boolean hasFailed) {
    CurrentTest.recording()
        .ifPresent(
            test ->
                records.ifPresent(
                    orders ->
                        orders.add(
                            test,
                            order.name(),
                            hasFailed,
                            environment.executions(),
                            environment.effects().list())));
  }

  private Optional<Throwable> difference(OrderTrace trace) {
    return passed.stream()
        .limit(sameOutcome ? 1 : 0)
        .filter(first -> !first.outcome().equals(trace.outcome()))
        .map(first -> new AssertionError(trace.otherOutcome(first)))
        .map(Throwable.class::cast)
        .findFirst();
  }

  /** The order that passed and parts from another as late as possible. */
  private Optional<OrderTrace> nearest(OrderTrace trace) {
    return passed.stream().max(Comparator.comparingInt(trace::commonWith));
  }

  /** Whether there is a next order to try: after a failure, or where there is but one, not. */
  synchronized boolean goesOn() {
    return failed.isEmpty() && !exhausted;
  }

  /** The order to try after one that has been tried, where all are. */
  synchronized Optional<Interleaving> following(Interleaving last) {
    return failed.isEmpty() ? last.next() : Optional.empty();
  }

  @Override
  public synchronized void close() {
    progress.end();
    records.ifPresent(orders -> orders.end(exhausted));
    if (done > 0) {
      testClass.publishReportEntry(ENTRY, "%s: %s".formatted(name, summary()));
    }
    if (failed.size() > 1) {
      System.out.println(name + ": " + summary());
    }
  }

  private String summary() {
    String orders = done == 1 ? "1 order" : done + " orders";
    String scope = exhausted ? "all there are" : all ? "not all there are" : "by seed";
    String smallest =
        failed.stream().min(BY_SIZE).map(order -> ", the smallest is " + order).orElse("");
    return "%s tried (%s), the test failed in %s%s."
        .formatted(orders, scope, failed.size(), smallest);
  }
}
