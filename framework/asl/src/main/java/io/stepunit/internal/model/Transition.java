package io.stepunit.internal.model;

import java.util.stream.Stream;

/** What follows a state: another state of the same scope, or the scope's end. */
public sealed interface Transition {
  /** {@code "End": true}, or a Succeed state. */
  Transition END = new End();

  /** {@code Next} or {@code "End": true}, exactly one of which a state must have. */
  static Transition read(Fields fields) {
    boolean end = fields.flag("End");
    if (!end) {
      return new Next(fields.requiredTarget("Next"));
    }
    if (fields.atMostOneOf("Next", "End")) {
      fields.target("Next");
    }
    return END;
  }

  /** The transition to a state, none at the end of the scope. */
  Stream<Target> target();

  /** The state named in {@code Next}. */
  record Next(String state) implements Transition {
    @Override
    public Stream<Target> target() {
      return Stream.of(new Target.Next(state));
    }
  }

  /** The end of the scope. */
  record End() implements Transition {
    @Override
    public Stream<Target> target() {
      return Stream.empty();
    }
  }
}
