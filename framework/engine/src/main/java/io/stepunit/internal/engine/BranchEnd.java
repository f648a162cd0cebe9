package io.stepunit.internal.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.engine.state.StatesError;

/** Receives the end of a branch: the execution, or the Parallel or Map around it. */
interface BranchEnd {
  /** The branch has come to its end, by its last event. */
  void succeeded(Branch branch, JsonNode output);

  /** The branch has failed, by its last event, and nothing in it handles the error. */
  void failed(Branch branch, StatesError error);
}
