package io.stepunit.internal.validation;

import io.stepunit.asl.Rule;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.model.Diagnostics;
import io.stepunit.internal.model.LocatedNode;
import java.util.List;

/**
 * Checks definitions. What the model checks while it reads is not repeated here: unknown fields,
 * types, ranges, expressions and the targets of transitions.
 */
public final class Validator {
  private static final List<ScopeCheck> SCOPES = List.of(new Ways());

  private static final List<StateCheck> STATES =
      List.of(
          new ErrorNames(),
          new Deadlines(),
          new RiskyTasks(),
          new ChoiceDefaults(),
          new Maps(),
          new PathHints(),
          new Texts(),
          new Variables());

  /** The length that the API takes, in characters. */
  private static final int LARGEST = 1_048_576;

  private Validator() {}

  /**
   * Checks a whole definition.
   *
   * @param root the definition; what is malformed in it is left to others
   * @param diagnostics takes note of the problems
   */
  public static void check(LocatedNode root, Diagnostics diagnostics) {
    checkSize(root, diagnostics);
    List<ScopeNode> scopes = ScopeNode.allOf(root);
    Labels.check(scopes, diagnostics);
    for (ScopeNode scope : scopes) {
      SCOPES.forEach(check -> check.check(scope, diagnostics));
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

  /**
   * Checks a state that stands alone: its transitions may lead anywhere.
   *
   * @param name the name that the state is given
   */
  public static void checkState(String name, LocatedNode state, Diagnostics diagnostics) {
    ScopeNode.ofState(name, state).forEach(scope -> checkStates(scope, diagnostics));
  }

  private static void checkStates(ScopeNode scope, Diagnostics diagnostics) {
    for (StateNode state : scope.states()) {
      STATES.forEach(check -> check.check(state, diagnostics));
    }
  }
}
