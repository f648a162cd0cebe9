package io.stepunit.internal.model;

import java.util.List;

/** What follows a state: another state of the same scope, or the scope's end. */
public sealed interface Transition {
  /** {@code "End": true}, or a Succeed state. */
  Transition END = new End();

  /** The transition to a state, none at the end of the scope. */
  List<StateTarget> targets();

  /** The state named in {@code Next}. */
  record Next(String state) implements Transition {
    @Override
    public List<StateTarget> targets() {
      return List.of(new StateTarget.Next(state));
    }
  }

  /** The end of the scope. */
  record End() implements Transition {
    @Override
    public List<StateTarget> targets() {
      return List.of();
    }
  }
}
