package io.stepunit.validation;

import io.stepunit.model.Diagnostics;
import io.stepunit.model.LocatedNode;
import java.util.List;

/**
 * Checks definitions. What the model checks while it reads is not repeated here: unknown fields,
 * types, ranges, expressions and the targets of transitions.
 */
public final class Validator {
  private static final List<ScopeCheck> SCOPES = List.of(new Ways());

  private static final List<StateCheck> STATES =
      List.of(new ErrorNames(), new Deadlines(), new RiskyTasks());

  private Validator() {}

  /**
   * Checks a whole definition.
   *
   * @param root the definition; what is malformed in it is left to others
   * @param diagnostics takes note of the problems
   */
  public static void check(LocatedNode root, Diagnostics diagnostics) {
    for (ScopeNode scope : ScopeNode.allOf(root)) {
      SCOPES.forEach(check -> check.check(scope, diagnostics));
      checkStates(scope, diagnostics);
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
