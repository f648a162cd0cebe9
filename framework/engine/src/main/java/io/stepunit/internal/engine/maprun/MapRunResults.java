package io.stepunit.internal.engine.maprun;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.bucket.Buckets;
import io.stepunit.internal.engine.maprun.ChildInputs.ChildInput;
import io.stepunit.internal.engine.state.MapRunPlan;
import io.stepunit.internal.engine.state.StatesError;
import java.util.List;
import java.util.Optional;

/** Collects or writes the outputs of a Map Run's child executions. */
interface MapRunResults {
  /**
   * As a Map asks for it.
   *
   * @param run the id of the Map Run, which names the folder of its files
   * @param limit how many bytes a state may hand on
   */
  static MapRunResults of(MapRunPlan plan, Buckets buckets, String run, int limit) {
    return plan.distributed().exportsResults()
        ? ExportedResults.of(plan, buckets, run)
        : CollectedResults.of(plan, limit);
  }

  /** Why the results cannot be written; empty if they can. */
  Optional<StatesError> refusal();

  /** Adds what came of a child that has ended. */
  void add(int index, ChildRun child);

  /** No child of a lower index comes after this. */
  void completeBelow(int index);

  /** Whether they tell of items that were never begun. */
  boolean tellPending();

  /** Adds the input of a child that was never started. */
  void addPending(ChildInput input);

  /** The Map Run is redriven: drops what came of the children that are run again. */
  void redriven(List<ChildInput> again);

  /** Whether there are more bytes of results than a state may hand on. */
  boolean isTooLarge();

  /** The Map Run has ended: the state's result, if it is one. */
  JsonNode finish(String mapRunArn);
}
