package io.stepunit.internal.engine.state;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.EvaluationException;
import io.stepunit.internal.model.DataFlow;
import io.stepunit.internal.model.StateGraph;
import io.stepunit.internal.model.Transition;
import io.stepunit.internal.model.Unsendable;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** What the engine is to do for a state. Only the engine makes it happen. */
public sealed interface Effect {
  /** Has it happen. */
  void applyBy(Applier applier);

  /** Makes each kind of effect happen. */
  interface Applier {
    void exit(Exit exit);

    void choose(Choose choose);

    void raise(Raise raise);

    void sleep(SleepUntil sleep);

    void call(Call call);

    void fork(Fork fork);

    void distribute(Distribute distribute);
  }

  /** The state is left. */
  record Exit(Transition next, JsonNode output, Map<String, JsonNode> assigned) implements Effect {
    static Exit of(Transition next, DataFlow.Exit exit) {
      return new Exit(next, exit.output(), exit.assigned());
    }

    @Override
    public void applyBy(Applier applier) {
      applier.exit(this);
    }
  }

  /**
   * A Choice state is left.
   *
   * @param rule the index of the rule that holds, how many rules there are for {@code Default}
   */
  record Choose(int rule, Exit exit) implements Effect {
    @Override
    public void applyBy(Applier applier) {
      applier.choose(this);
    }
  }

  /** The state ends with an error of its own: a Fail state. */
  record Raise(StatesError error) implements Effect {
    @Override
    public void applyBy(Applier applier) {
      applier.raise(this);
    }
  }

  /** The state sleeps. */
  record SleepUntil(Instant wake) implements Effect {
    @Override
    public void applyBy(Applier applier) {
      applier.sleep(this);
    }
  }

  /**
   * The state calls its resource.
   *
   * @param input the effective input
   * @param timeoutSeconds the effective TimeoutSeconds, null if none is set
   * @param heartbeatSeconds the effective HeartbeatSeconds, null if none is set
   * @param credentialsRoleArn the role in {@code Credentials}
   * @param unsendable what is wrong with the input, null if nothing is
   */
  record Call(
      JsonNode input,
      @Nullable Long timeoutSeconds,
      @Nullable Long heartbeatSeconds,
      @Nullable String credentialsRoleArn,
      @Nullable Unsendable unsendable)
      implements Effect {
    /**
     * Makes sure that the call can be sent.
     *
     * @throws EvaluationException {@code States.Runtime} if it cannot
     */
    public void requireSendable() {
      if (unsendable != null && !unsendable.tolerated()) {
        throw EvaluationException.runtime(unsendable.cause()).explained(unsendable.origins());
      }
    }

    @Override
    public void applyBy(Applier applier) {
      applier.call(this);
    }
  }

  /**
   * The state runs other scopes of states side by side and waits for them.
   *
   * @param count how many branches or iterations
   * @param limit how many at once, as far as the state itself says
   * @param branch the start of each, asked for when it starts, by 0-based index
   * @param thresholds what a Map sets for its iterations, empty in a Parallel
   */
  record Fork(
      int count, int limit, IntFunction<BranchStart> branch, Optional<MapThresholds> thresholds)
      implements Effect {
    /** An error that is found only after the start is on record. */
    public Optional<EvaluationException> refusal() {
      return thresholds.flatMap(MapThresholds::refusal);
    }

    @Override
    public void applyBy(Applier applier) {
      applier.fork(this);
    }
  }

  /** The state runs a child execution for each item or batch, and waits for them. */
  record Distribute(MapRunPlan plan) implements Effect {
    @Override
    public void applyBy(Applier applier) {
      applier.distribute(this);
    }
  }

  /**
   * The start of one branch or iteration.
   *
   * @param mapItem the item of an iteration, null in a Parallel
   */
  record BranchStart(StateGraph graph, JsonNode input, @Nullable MapItem mapItem) {}
}
