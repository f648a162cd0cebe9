package io.stepunit.internal.mock;

import io.stepunit.internal.spi.AttemptRequest;
import io.stepunit.internal.target.TaskTarget;

/**
 * A mock that does not answer a call.
 *
 * @param mock the mock and its line, for messages
 * @param whyNot why it does not, to follow the mock and a colon
 */
record NearMiss(String mock, String whyNot, Nearness nearness) {
  /** How near the mock comes; the nearest first. */
  enum Nearness {
    OTHER_INPUT,
    SAME_STATE,
    PATTERN,
    OTHER_STATE;

    /** The nearness of a target that does not match a call. */
    static Nearness of(TaskTarget target, AttemptRequest request) {
      if (target.tasks().stream().anyMatch(task -> task.name().equals(request.state()))) {
        return SAME_STATE;
      }
      return target.rank() == 0 ? PATTERN : OTHER_STATE;
    }
  }
}
