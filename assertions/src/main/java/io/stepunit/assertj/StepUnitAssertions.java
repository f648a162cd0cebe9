package io.stepunit.assertj;

import io.stepunit.Execution;
import io.stepunit.MapRun;
import io.stepunit.StateResult;
import io.stepunit.SyncExecution;
import io.stepunit.TestStateMachine;
import io.stepunit.effect.Effects;
import io.stepunit.history.StateVisit;
import io.stepunit.recording.ReplayReport;
import io.stepunit.table.Item;
import io.stepunit.table.Table;
import java.util.Objects;
import java.util.function.Consumer;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.InstanceOfAssertFactory;
import org.assertj.core.api.SoftAssertionsProvider;
import org.jspecify.annotations.Nullable;

/**
 * Entry point for all assertions: AssertJ's and StepUnit's, with one static import.
 *
 * <pre>{@code
 * import static io.stepunit.assertj.StepUnitAssertions.*;
 *
 * assertThat(run).isSucceeded().hasOutputAt("$.paid", true);
 * assertThat(run.visits()).hasSize(3);
 * }</pre>
 *
 * @since 0.1.0
 */
public class StepUnitAssertions extends Assertions {
  /**
   * An assert factory for {@code asInstanceOf}, also with AssertJ's own soft assertions: {@code
   * softly.assertThat(run).asInstanceOf(EXECUTION).isSucceeded()}.
   */
  public static final InstanceOfAssertFactory<Execution, ExecutionAssert> EXECUTION =
      new InstanceOfAssertFactory<>(Execution.class, StepUnitAssertions::assertThat);

  /** An assert factory for {@code asInstanceOf}, like {@link #EXECUTION}. */
  public static final InstanceOfAssertFactory<StateVisit, StateVisitAssert> STATE_VISIT =
      new InstanceOfAssertFactory<>(StateVisit.class, StepUnitAssertions::assertThat);

  /** An assert factory for {@code asInstanceOf}, like {@link #EXECUTION}. */
  public static final InstanceOfAssertFactory<StateResult, StateResultAssert> STATE_RESULT =
      new InstanceOfAssertFactory<>(StateResult.class, StepUnitAssertions::assertThat);

  /** For subclasses that add a project's own assertions. */
  protected StepUnitAssertions() {}

  /**
   * Makes soft assertions, and fails with all failures together at the end of the block.
   *
   * <pre>{@code
   * assertSoftly(softly -> softly.assertThat(run).isSucceeded().hasOutputAt("$.paid", true));
   * }</pre>
   *
   * @param assertions the block, which makes its assertions on what it is given
   */
  public static void assertSoftly(Consumer<StepUnitSoftAssertions> assertions) {
    Objects.requireNonNull(assertions, "assertions");
    SoftAssertionsProvider.assertSoftly(StepUnitSoftAssertions.class, assertions);
  }

  /** Assertions on an execution. */
  public static ExecutionAssert assertThat(@Nullable Execution actual) {
    return new ExecutionAssert(actual);
  }

  /** Assertions on the execution that StartSyncExecution ran. */
  public static ExecutionAssert assertThat(@Nullable SyncExecution actual) {
    return new ExecutionAssert(actual == null ? null : actual.execution());
  }

  /**
   * Assertions on a visit of a state. Messages have no timeline here; prefer {@code
   * assertThat(run).state(…)}.
   */
  public static StateVisitAssert assertThat(@Nullable StateVisit actual) {
    return new StateVisitAssert(actual);
  }

  /** Assertions on the effects of Tasks. */
  public static EffectsAssert assertThat(@Nullable Effects actual) {
    return new EffectsAssert(actual);
  }

  /** Assertions on one run of a Map in distributed mode. */
  public static MapRunAssert assertThat(@Nullable MapRun actual) {
    return new MapRunAssert(actual);
  }

  /** Assertions on a table in memory. */
  public static TableAssert assertThat(@Nullable Table actual) {
    return new TableAssert(actual);
  }

  /** Assertions on an item of a table in memory. */
  public static ItemAssert assertThat(@Nullable Item actual) {
    return new ItemAssert(actual);
  }

  /** Assertions on a state machine as a whole. */
  public static MachineAssert assertThat(@Nullable TestStateMachine actual) {
    return new MachineAssert(actual);
  }

  /** Assertions on replays of recorded executions. */
  public static ReplayReportAssert assertThat(@Nullable ReplayReport actual) {
    return new ReplayReportAssert(actual);
  }

  /** Assertions on a state that was tested alone. */
  public static StateResultAssert assertThat(@Nullable StateResult actual) {
    return new StateResultAssert(actual);
  }
}
