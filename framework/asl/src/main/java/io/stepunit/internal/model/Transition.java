package io.stepunit.internal.model;

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

  /** The state named in {@code Next}. */
  record Next(String state) implements Transition {}

  /** The end of the scope. */
  record End() implements Transition {}
}
