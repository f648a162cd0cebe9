package io.stepunit.internal.engine.state;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.EvaluationException;
import io.stepunit.internal.model.DataFlow;
import io.stepunit.internal.model.StateGraph;
import io.stepunit.internal.model.Transition;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** What a state wants to happen. Only the engine makes it happen. */
public sealed interface Effect {
  /** The state is left. */
  record Exit(Transition next, JsonNode output, Map<String, JsonNode> assigned) implements Effect {
    static Exit of(Transition next, DataFlow.Exit exit) {
      return new Exit(next, exit.output(), exit.assigned());
    }
  }

  /** The state ends with an error of its own: a Fail state. */
  record Raise(StatesError error) implements Effect {}

  /** The state sleeps. */
  record SleepUntil(Instant wake) implements Effect {}

  /**
   * The state calls its resource.
   *
   * @param input the effective input
   * @param timeoutSeconds the effective TimeoutSeconds, null if none is set
   * @param heartbeatSeconds the effective HeartbeatSeconds, null if none is set
   * @param credentialsRoleArn the role in {@code Credentials}
   */
  record Call(
      JsonNode input,
      @Nullable Long timeoutSeconds,
      @Nullable Long heartbeatSeconds,
      @Nullable String credentialsRoleArn)
      implements Effect {}

  /**
   * The state runs other scopes of states side by side and waits for them.
   *
   * @param count how many branches or iterations
   * @param limit how many at once, as far as the state itself says
   * @param branch the start of each, asked for when it starts, by 0-based index
   * @param thresholds what a Map sets for its iterations, empty in a Parallel
   */
  record Fork(int count, int limit, IntFunction<Branch> branch, Optional<MapThresholds> thresholds)
      implements Effect {
    /** An error that is found only after the start is on record. */
    public Optional<EvaluationException> refusal() {
      return thresholds.flatMap(MapThresholds::refusal);
    }
  }

  /** The state runs a child execution for each item or batch, and waits for them. */
  record Distribute(MapRunPlan plan) implements Effect {}

  /**
   * The start of one branch or iteration.
   *
   * @param mapItem the item of an iteration, null in a Parallel
   */
  record Branch(StateGraph graph, JsonNode input, @Nullable MapItem mapItem) {}
}
