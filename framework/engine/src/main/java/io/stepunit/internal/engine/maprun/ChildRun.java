package io.stepunit.internal.engine.maprun;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.asl.WorkflowType;
import io.stepunit.history.ExecutionStatus;
import io.stepunit.internal.engine.limit.RedriveStatus;
import io.stepunit.internal.engine.state.StatesError;
import io.stepunit.internal.history.ExecutionRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A child execution, as its Map Run sees it. */
public interface ChildRun {
  String name();

  String arn();

  /** What runs in it. */
  String machineArn();

  WorkflowType type();

  ExecutionStatus status();

  /** Whether it has ended. */
  boolean isEnded();

  JsonNode input();

  /** What it returned, null unless it has succeeded. */
  @Nullable JsonNode output();

  /** What it ended with, null unless it failed or was stopped. */
  @Nullable StatesError error();

  /** The virtual time of the start. */
  Instant startedAt();

  /** The virtual time of the end; empty while it runs. */
  Optional<Instant> stoppedAt();

  /** How often it was redriven. */
  int redriveCount();

  /** The virtual time of the last redrive; empty for Express children, which have none. */
  Optional<Instant> redrivenAt();

  /** Whether it can be redriven now. */
  RedriveStatus redriveStatus();

  /** Why it cannot be redriven now; empty if it can. */
  Optional<String> whyNotRedrivable();

  /**
   * Checks that all that its redrive needs was kept.
   *
   * @throws IllegalStateException if it was not
   */
  void requireRedrivable();

  /**
   * Notes whether it waits for its redrive: its Map Run was redriven, and its turn has not come.
   */
  void awaitRedrive(boolean awaits);

  /**
   * Runs again: a Standard child resumes where it ended, an Express one runs from its start, under
   * the same name and ARN.
   *
   * @return what runs from now on
   */
  ChildRun redriven();

  /** Tells of its end in the midst of the event that ends it; at once if it has ended. */
  void whenEnded(Runnable listener);

  /** Ends it as ABORTED; without effect if it has ended. */
  void stop(@Nullable String error, @Nullable String cause);

  /** What it waits for, a line a waiting state. */
  List<String> waitsFor();

  /** It as it stands. */
  ExecutionRecord snapshot();
}
