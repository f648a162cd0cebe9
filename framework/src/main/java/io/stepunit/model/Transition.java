package io.stepunit.model;

/** What follows a state: another state of the same scope, or the scope's end. */
public sealed interface Transition {
  /** {@code "End": true}, or a Succeed state. */
  Transition END = new End();

  /** The state named in {@code Next}. */
  record Next(String state) implements Transition {}

  /** The end of the scope. */
  record End() implements Transition {}
}
