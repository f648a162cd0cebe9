package io.stepunit.internal.equivalence;

import io.stepunit.internal.spi.AttemptReply;
import java.util.Optional;

/**
 * The first calls of a Task fail.
 *
 * @param task the Task of the original
 * @param error the error name; empty if the Task never answers
 * @param calls how many of its calls
 */
record Fault(String task, Optional<String> error, int calls) {
  /** All calls of an execution. */
  static final int ALL = Integer.MAX_VALUE;

  boolean affects(String state, int call) {
    return task.equals(state) && call <= calls;
  }

  AttemptReply reply() {
    return error
        .map(name -> AttemptReply.fails(name, "made to fail, to compare the machines"))
        .orElseGet(AttemptReply::silenceForGood);
  }

  @Override
  public String toString() {
    String what = error.map(name -> "fails with " + name).orElse("never answers");
    return task
        + " "
        + what
        + switch (calls) {
          case ALL -> ", each time";
          case 1 -> ", the first time";
          default -> ", the first " + calls + " times";
        };
  }
}
