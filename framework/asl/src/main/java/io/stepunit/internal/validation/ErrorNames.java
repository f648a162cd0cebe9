package io.stepunit.internal.validation;

import io.stepunit.asl.Rule;
import io.stepunit.internal.model.UncatchableErrors;
import io.stepunit.internal.model.read.Diagnostics;
import io.stepunit.internal.model.read.LocatedNode;
import io.stepunit.internal.text.Suggestion;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The error names of Retriers and Catchers: "Errors" in the Amazon States Language specification,
 * "Handling errors" in the AWS Step Functions Developer Guide.
 */
final class ErrorNames implements StateCheck {
  static final String ALL = "States.ALL";
  static final String TASK_FAILED = "States.TaskFailed";
  private static final String TIMEOUT = "States.Timeout";
  private static final String HEARTBEAT = "States.HeartbeatTimeout";
  private static final String HTTP_STATUS = "States.Http.StatusCode.";
  private static final String RESERVED_PREFIX = "States.";

  private static final Set<String> RESERVED =
      Set.of(
          ALL,
          TASK_FAILED,
          TIMEOUT,
          HEARTBEAT,
          "States.Permissions",
          "States.BranchFailed",
          "States.DataLimitExceeded",
          "States.QueryEvaluationError",
          "States.ExceedToleratedFailureThreshold",
          "States.ItemReaderFailed",
          "States.ResultWriterFailed",
          "States.Http.Socket");

  @Override
  public void check(StateNode state, Diagnostics diagnostics) {
    checkHandlers(state.items("Retry"), diagnostics);
    checkHandlers(state.items("Catch"), diagnostics);
    state
        .field("Error")
        .filter(error -> state.is("Fail") && error.value().asText().startsWith(RESERVED_PREFIX))
        .ifPresent(error -> reportReserved(error, diagnostics));
  }

  private static void reportReserved(LocatedNode error, Diagnostics diagnostics) {
    diagnostics.report(
        Rule.RESERVED_ERROR_NAME,
        "Your own error names must not start with 'States.'",
        error.location(),
        "found '" + error.value().asText() + "'; Retriers and Catchers treat it as the service's");
  }

  private static void checkHandlers(List<LocatedNode> handlers, Diagnostics diagnostics) {
    Set<String> handled = new TreeSet<>();
    for (int i = 0; i < handlers.size(); i++) {
      List<String> names = names(handlers.get(i));
      boolean misplaced = names.contains(ALL) && (names.size() > 1 || i < handlers.size() - 1);
      if (misplaced) {
        reportAll(handlers.get(i), diagnostics);
      } else if (!names.isEmpty() && names.stream().allMatch(name -> isHandled(name, handled))) {
        reportUnreached(handlers.get(i), diagnostics);
      }
      errorEquals(handlers.get(i)).forEach(name -> checkName(name, diagnostics));
      handled.addAll(names);
    }
  }

  private static List<LocatedNode> errorEquals(LocatedNode handler) {
    LocatedNode names = handler.fields().get("ErrorEquals");
    return names == null ? List.of() : names.items();
  }

  /** The error names of a Retrier or Catcher. */
  static List<String> names(LocatedNode handler) {
    return errorEquals(handler).stream().map(name -> name.value().asText()).toList();
  }

  private static void reportAll(LocatedNode handler, Diagnostics diagnostics) {
    diagnostics.report(
        Rule.STATES_ALL_PLACE,
        "States.ALL must appear alone and at end of list",
        errorEquals(handler).stream()
            .filter(name -> name.value().asText().equals(ALL))
            .findFirst()
            .orElse(handler)
            .location(),
        "later entries and names beside it have no effect");
  }

  private static void reportUnreached(LocatedNode handler, Diagnostics diagnostics) {
    diagnostics.report(
        Rule.HANDLER_NEVER_REACHED,
        "Entries before this one handle all of its errors",
        handler.location(),
        "the first matching entry decides; remove this one or move it up");
  }

  /** Whether an entry before matches every error of that name. */
  private static boolean isHandled(String name, Set<String> handled) {
    boolean timeout = name.equals(TIMEOUT) || name.equals(HEARTBEAT);
    return handled.contains(name)
        || name.equals(HEARTBEAT) && handled.contains(TIMEOUT)
        || handled.contains(TASK_FAILED) && !timeout && !name.equals(ALL);
  }

  private static void checkName(LocatedNode node, Diagnostics diagnostics) {
    String name = node.value().asText();
    if (UncatchableErrors.contains(name)) {
      diagnostics.report(
          Rule.UNCATCHABLE_ERROR,
          "'" + name + "' can be neither retried nor caught",
          node.location(),
          "the execution fails with States.Runtime");
    } else if (name.contains("*") || isUnknownReserved(name)) {
      diagnostics.report(
          Rule.UNKNOWN_ERROR_NAME,
          "There is no error named '" + name + "'",
          node.location(),
          name.contains("*")
              ? "error names are compared exactly; States.ALL matches all of them"
              : "names that start with States. are reserved for the service"
                  + Suggestion.of(name, RESERVED).asClause());
    }
  }

  private static boolean isUnknownReserved(String name) {
    if (name.startsWith(HTTP_STATUS)) {
      return !name.substring(HTTP_STATUS.length()).matches("[1-5][0-9]{2}");
    }
    return name.startsWith(RESERVED_PREFIX) && !RESERVED.contains(name);
  }
}
