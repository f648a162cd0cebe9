package io.stepunit.assertj;

import io.stepunit.Execution;
import io.stepunit.MapRun;
import io.stepunit.StateResult;
import io.stepunit.SyncExecution;
import io.stepunit.TestStateMachine;
import io.stepunit.effect.Effects;
import io.stepunit.history.StateVisit;
import io.stepunit.internal.text.ToldTimelines;
import io.stepunit.recording.ReplayReport;
import io.stepunit.table.Item;
import io.stepunit.table.Table;
import java.util.Objects;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;

/**
 * AssertJ's soft assertions with those on executions: collects all failures and reports them
 * together.
 *
 * <pre>{@code
 * StepUnitSoftAssertions softly = new StepUnitSoftAssertions();
 * softly.assertThat(run).isSucceeded().hasPath("Validate", "Charge");
 * softly.assertAll();
 * }</pre>
 *
 * <p>The first failure shows the timeline of an execution, those after it where they point in it.
 * AssertJ's {@code SoftAssertionsExtension} injects it, too; {@link
 * StepUnitAssertions#assertSoftly} makes one for a block.
 *
 * @since 0.1.0
 */
public class StepUnitSoftAssertions extends SoftAssertions {
  private final ToldTimelines told = new ToldTimelines();

  @Override
  public void collectAssertionError(AssertionError error) {
    Objects.requireNonNull(error, "error");
    super.collectAssertionError(told.withoutRepetition(error));
  }

  /** Assertions on an execution. */
  public ExecutionAssert assertThat(@Nullable Execution actual) {
    return proxy(ExecutionAssert.class, Execution.class, actual);
  }

  /** Assertions on the execution that StartSyncExecution ran. */
  public ExecutionAssert assertThat(@Nullable SyncExecution actual) {
    return assertThat(actual == null ? null : actual.execution());
  }

  /** Assertions on a visit of a state. */
  public StateVisitAssert assertThat(@Nullable StateVisit actual) {
    return proxy(StateVisitAssert.class, StateVisit.class, actual);
  }

  /** Assertions on the effects of Tasks. */
  public EffectsAssert assertThat(@Nullable Effects actual) {
    return proxy(EffectsAssert.class, Effects.class, actual);
  }

  /** Assertions on one run of a Map in distributed mode. */
  public MapRunAssert assertThat(@Nullable MapRun actual) {
    return proxy(MapRunAssert.class, MapRun.class, actual);
  }

  /** Assertions on a table in memory. */
  public TableAssert assertThat(@Nullable Table actual) {
    return proxy(TableAssert.class, Table.class, actual);
  }

  /** Assertions on an item of a table in memory. */
  public ItemAssert assertThat(@Nullable Item actual) {
    return proxy(ItemAssert.class, Item.class, actual);
  }

  /** Assertions on a state machine as a whole. */
  public MachineAssert assertThat(@Nullable TestStateMachine actual) {
    return proxy(MachineAssert.class, TestStateMachine.class, actual);
  }

  /** Assertions on replays of recorded executions. */
  public ReplayReportAssert assertThat(@Nullable ReplayReport actual) {
    return proxy(ReplayReportAssert.class, ReplayReport.class, actual);
  }

  /** Assertions on a state that was tested alone. */
  public StateResultAssert assertThat(@Nullable StateResult actual) {
    return proxy(StateResultAssert.class, StateResult.class, actual);
  }
}
