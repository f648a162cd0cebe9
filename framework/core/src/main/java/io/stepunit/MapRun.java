package io.stepunit;

import io.stepunit.history.ExecutionStatus;
import io.stepunit.history.MapRunCounts;
import io.stepunit.history.MapRunStatus;
import io.stepunit.internal.history.ExecutionRecord;
import io.stepunit.internal.history.MapRunDescription;
import io.stepunit.internal.history.MapRunRecord;
import io.stepunit.internal.mock.ThrownLog;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A snapshot of one run of a Map state in distributed mode: what {@code DescribeMapRun} returns,
 * and its child executions. Immutable.
 *
 * <pre>{@code
 * MapRun run = execution.mapRuns().get(0);
 * assertThat(run.items().failed()).isEqualTo(2);
 * Execution child = run.child(3);
 * }</pre>
 *
 * @since 0.1.0
 */
public final class MapRun {
  private final MapRunRecord run;
  private final MapRunDescription description;
  private final ThrownLog thrown;

  MapRun(MapRunRecord run, ThrownLog thrown) {
    this.run = run;
    this.thrown = thrown;
    this.description = run.description();
  }

  MapRunRecord internal() {
    return run;
  }

  /** The Map Run's ARN. */
  public String arn() {
    return description.arn();
  }

  /** The name of the Map state. */
  public String state() {
    return description.state();
  }

  /** The ARN of the execution that the Map is in. */
  public String executionArn() {
    return description.executionArn();
  }

  /** What its child executions run: {@code …:stateMachine:NAME/LABEL}. */
  public String stateMachineArn() {
    return description.stateMachineArn();
  }

  /** The status. */
  public MapRunStatus status() {
    return description.status();
  }

  /** The virtual time of the start. */
  public Instant startedAt() {
    return description.startedAt();
  }

  /** The virtual time of the end; empty while it runs. */
  public Optional<Instant> stoppedAt() {
    return description.stoppedAt();
  }

  /** {@code MaxConcurrency}; 2,147,483,647 where there is none. */
  public int maxConcurrency() {
    return description.maxConcurrency();
  }

  /** {@code ToleratedFailureCount}; 0 where there is none. */
  public long toleratedFailureCount() {
    return description.toleratedFailureCount();
  }

  /** {@code ToleratedFailurePercentage}, from 0 to 100; 0 where there is none. */
  public double toleratedFailurePercentage() {
    return description.toleratedFailurePercentage();
  }

  /** How many of its items are in which state. */
  public MapRunCounts items() {
    return description.itemCounts();
  }

  /**
   * How many of its child executions are in which state; without an ItemBatcher there is one for
   * each item.
   */
  public MapRunCounts executions() {
    return description.executionCounts();
  }

  /** How often it was redriven. */
  public int redriveCount() {
    return description.redriveCount();
  }

  /** The virtual time of the last redrive; empty if there was none. */
  public Optional<Instant> redrivenAt() {
    return description.redrivenAt();
  }

  /**
   * The child executions that were kept, by their index; see {@link
   * io.stepunit.history.ChildRetention}.
   */
  public List<Execution> children() {
    return run.children().values().stream().map(this::execution).toList();
  }

  /** The child executions that were kept and failed, timed out or were aborted. */
  public List<Execution> failedChildren() {
    return children().stream()
        .filter(
            child ->
                child.status() != ExecutionStatus.SUCCEEDED
                    && child.status() != ExecutionStatus.RUNNING)
        .toList();
  }

  /**
   * Returns the child execution of an item or batch.
   *
   * @param index 0-based, in the order of the items
   * @throws IllegalArgumentException if it was not kept, or there is none
   */
  public Execution child(int index) {
    ExecutionRecord child = run.children().get(index);
    if (child == null) {
      int started = executions().total() - executions().pending();
      throw new IllegalArgumentException(
          "The Map Run of '%s' %s child execution %s. It has %s, and kept %s of them. StepFunctionsEnvironment.builder().keepingChildren(ChildRetention.all()) keeps all."
              .formatted(
                  state(),
                  index < started && index >= 0 ? "did not keep its" : "has no",
                  index,
                  started,
                  run.children().size()));
    }
    return execution(child);
  }

  private Execution execution(ExecutionRecord child) {
    return new Execution(child, thrown);
  }

  @Override
  public String toString() {
    MapRunCounts items = items();
    return "%s %s: %s items, %s succeeded, %s failed, %s timed out, %s aborted, %s pending"
        .formatted(
            state(),
            status(),
            items.total(),
            items.succeeded(),
            items.failed(),
            items.timedOut(),
            items.aborted(),
            items.pending());
  }
}
