package io.stepunit;

import io.stepunit.internal.codec.UserJson;
import io.stepunit.internal.engine.Part;
import io.stepunit.internal.engine.state.WorkflowVariables;
import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.internal.model.StateGraph;
import io.stepunit.internal.text.KnownNames;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Part of a state machine, from one state to another, both included.
 *
 * <pre>{@code
 * Execution part = order.from("Ship").until("Notify").run(Map.of("id", 7));
 * assertThat(part).hasPath("Ship", "Notify");
 * }</pre>
 *
 * <p>The execution starts at the first state and succeeds when the last one is left, whichever way:
 * by its {@code Next}, a rule of a Choice, or a Catcher. What the last state hands on is the
 * output. If the path never reaches the last state, the execution continues to the machine's end;
 * of a loop only the first round counts. The history has just that part. A part is immutable.
 *
 * <p>The service has no such call; everything else is as in an execution of the whole machine, its
 * {@code TimeoutSeconds} included.
 *
 * @since 0.1.0
 */
public final class MachinePart {
  private final CompiledDefinition definition;
  private final UserJson json;
  private final Starter starter;
  private final String from;
  private final Optional<String> until;

  /** Starts an execution of a part. */
  interface Starter {
    RunningExecution start(Object input, Part part, boolean handDriven);
  }

  /**
   * @throws IllegalArgumentException if the machine's own scope has no state to start at
   */
  MachinePart(
      CompiledDefinition definition,
      UserJson json,
      Starter starter,
      String from,
      Optional<String> until) {
    this.definition = definition;
    this.json = json;
    this.starter = starter;
    this.from = known(definition, from);
    this.until = until.map(state -> known(definition, state));
  }

  private static String known(CompiledDefinition definition, String state) {
    StateGraph graph = definition.graph();
    if (graph.states().containsKey(state)) {
      return state;
    }
    Collection<String> names = graph.states().keySet();
    String problem =
        definition.findState(state).isPresent()
            ? "The state '%s' (%s) is inside of a Parallel or Map: a part must start and end at the machine's top level."
                .formatted(state, definition.findState(state).get().location())
            : "The machine (%s) has no state '%s'.".formatted(definition.location().file(), state);
    throw new IllegalArgumentException(
        problem + new KnownNames("Its states", names).hintFor(state));
  }

  /**
   * Returns the part up to and including a state; the default is the machine's end.
   *
   * @throws IllegalArgumentException if the machine's own scope has no such state
   */
  public MachinePart until(String state) {
    Objects.requireNonNull(state, "state");
    return new MachinePart(definition, json, starter, from, Optional.of(state));
  }

  /**
   * Runs the part.
   *
   * @param input the first state's input: JSON text, a JsonNode, a Map, a record, or any object
   */
  public Execution run(Object input) {
    return run(input, Map.of());
  }

  /**
   * Runs the part with the workflow variables that earlier states would have assigned.
   *
   * @param variables an object: the values by name, without {@code $}
   * @throws IllegalArgumentException if the variables are no object
   */
  public Execution run(Object input, Object variables) {
    return begin(input, variables, false).finish();
  }

  /** Starts an execution of the part under manual control. */
  public RunningExecution start(Object input) {
    return start(input, Map.of());
  }

  /** Starts an execution of the part under manual control, with variables. */
  public RunningExecution start(Object input, Object variables) {
    return begin(input, variables, true);
  }

  private RunningExecution begin(Object input, Object variables, boolean handDriven) {
    WorkflowVariables values =
        WorkflowVariables.NONE.with(VariableValues.read(json, variables, "The variables"));
    return starter.start(input, new Part(from, until, values), handDriven);
  }

  @Override
  public String toString() {
    return "from " + from + until.map(state -> " until " + state).orElse(" on");
  }
}
