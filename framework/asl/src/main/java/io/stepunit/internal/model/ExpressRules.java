package io.stepunit.internal.model;

import io.stepunit.asl.Diagnostic;
import io.stepunit.asl.Rule;
import io.stepunit.asl.SourceLocation;
import io.stepunit.asl.WorkflowType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an Express workflow must not have: activities, {@code .sync}, {@code .waitForTaskToken} and
 * Maps in distributed mode. See "Choosing workflow type" in the AWS Step Functions Developer Guide.
 */
final class ExpressRules {
  private static final String HINT =
      "an Express workflow cannot wait; use a Standard workflow (for a Map's child executions:"
          + " ExecutionType STANDARD), or start one from here";

  private ExpressRules() {}

  /** The problems of states that run in an Express workflow, in the order of the definition. */
  static List<Diagnostic> check(Stream<State> states) {
    return states.flatMap(state -> check(state).stream()).toList();
  }

  /** The states that run in Express child executions of a Standard workflow. */
  static List<State> inExpressChildren(StateGraph graph) {
    List<State> found = new ArrayList<>(0);
    addExpressChildren(graph, found);
    return found;
  }

  /** Each machine of a test asks for them, and mostly there are none. */
  private static void addExpressChildren(StateGraph graph, List<State> found) {
    for (State state : graph.states().values()) {
      for (StateGraph scope : state.scopes()) {
        if (runsExpress(state)) {
          scope.all().forEach(found::add);
        } else {
          addExpressChildren(scope, found);
        }
      }
    }
  }

  private static boolean runsExpress(State state) {
    return state instanceof MapState map
        && map.distributed()
            .filter(distributed -> distributed.executionType() == WorkflowType.EXPRESS)
            .isPresent();
  }

  private static Optional<Diagnostic> check(State state) {
    if (state instanceof TaskState task) {
      return unsupported(task.resource())
          .map(
              what ->
                  problem(
                      Rule.EXPRESS_UNSUPPORTED,
                      "Express state machine does not support " + what,
                      task.resourceLocation()));
    }
    return state instanceof MapState map ? distributed(map) : Optional.empty();
  }

  private static Optional<String> unsupported(Resource resource) {
    if (resource instanceof Resource.Activity) {
      return Optional.of("Activity ARN");
    }
    if (!(resource instanceof Resource.Service service)) {
      return Optional.empty();
    }
    return switch (service.pattern()) {
      case REQUEST_RESPONSE -> Optional.empty();
      case SYNC, SYNC_2 -> Optional.of("'.sync' service integration");
      // The blank at the end is the service's.
      case WAIT_FOR_TASK_TOKEN -> Optional.of("'.waitForTaskToken' service integration ");
    };
  }

  /** The service's words for it are not known. */
  private static Optional<Diagnostic> distributed(MapState map) {
    return map.distributed()
        .map(
            distributed ->
                problem(
                    Rule.EXPRESS_DISTRIBUTED_MAP,
                    "Express state machine does not support a Map in distributed mode",
                    distributed.location()));
  }

  private static Diagnostic problem(Rule rule, String message, SourceLocation location) {
    return new Diagnostic(rule, rule.severity(), message, location, Optional.of(HINT));
  }
}
