package io.stepunit.internal.validation;

import io.stepunit.asl.Rule;
import io.stepunit.internal.budget.Interrupts;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.model.read.Diagnostics;
import io.stepunit.internal.model.read.LocatedNode;
import io.stepunit.internal.model.read.ReadDefinition;
import io.stepunit.internal.model.read.ReadScope;
import io.stepunit.internal.model.read.ReadState;
import java.util.List;

/**
 * Checks definitions. What the model checks while it reads is not repeated here: unknown fields,
 * types, ranges, expressions and the targets of transitions.
 */
public final class Validator {

  private static final List<StateCheck> STATES =
      List.of(
          new ErrorNames(),
          new Deadlines(),
          new RiskyTasks(),
          new ReservedParameters(),
          new SdkOperations(),
          new RequestParameters(),
          new ChoiceDefaults(),
          new Maps(),
          new PathHints(),
          new TemplateTexts(),
          new VariableNames());

  /** The length that the API takes, in characters. */
  private static final int LARGEST = 1_048_576;

  private Validator() {}

  /**
   * Checks a whole definition.
   *
   * @param read the definition; what is malformed in it is left to its reader
   * @param diagnostics takes note of the problems
   */
  public static void check(ReadDefinition read, Diagnostics diagnostics) {
    checkSize(read.root(), diagnostics);
    StateNames.check(read.root(), diagnostics);
    Labels.check(read.scopes(), diagnostics);
    for (ReadScope scope : read.scopes()) {
      Reachability.check(scope, diagnostics);
      checkStates(scope, diagnostics);
    }
  }

  /** However it is laid out: without blanks no text of it can be shorter. */
  private static void checkSize(LocatedNode root, Diagnostics diagnostics) {
    int size = Json.size(root.value());
    if (size > LARGEST) {
      diagnostics.report(
          Rule.DEFINITION_TOO_LARGE,
          "The definition is longer than 1,048,576 characters",
          root.location(),
          "found " + size + " without blanks; move a part into another state machine");
    }
  }

  /** Checks a state that stands alone: its transitions may lead anywhere. */
  public static void checkState(ReadDefinition read, Diagnostics diagnostics) {
    StateNames.check(read.root(), diagnostics);
    read.scopes().stream().skip(1).forEach(scope -> Reachability.check(scope, diagnostics));
    read.scopes().forEach(scope -> checkStates(scope, diagnostics));
  }

  private static void checkStates(ReadScope scope, Diagnostics diagnostics) {
    for (ReadState read : scope.states()) {
      Interrupts.check();
      StateNode state = new StateNode(read);
      STATES.forEach(check -> check.check(state, diagnostics));
    }
  }
}
