package io.stepunit.internal.engine;

import io.stepunit.history.EventType;
import io.stepunit.internal.model.StateType;
import org.jspecify.annotations.Nullable;

/** The event types of entering, leaving and cutting off a state, by its type. */
final class StateEvents {
  private StateEvents() {}

  static EventType entered(StateType type) {
    return switch (type) {
      case TASK -> EventType.TASK_STATE_ENTERED;
      case PASS -> EventType.PASS_STATE_ENTERED;
      case WAIT -> EventType.WAIT_STATE_ENTERED;
      case CHOICE -> EventType.CHOICE_STATE_ENTERED;
      case PARALLEL -> EventType.PARALLEL_STATE_ENTERED;
      case MAP -> EventType.MAP_STATE_ENTERED;
      case SUCCEED -> EventType.SUCCEED_STATE_ENTERED;
      case FAIL -> EventType.FAIL_STATE_ENTERED;
    };
  }

  static EventType exited(StateType type) {
    return switch (type) {
      case TASK -> EventType.TASK_STATE_EXITED;
      case PASS -> EventType.PASS_STATE_EXITED;
      case WAIT -> EventType.WAIT_STATE_EXITED;
      case CHOICE -> EventType.CHOICE_STATE_EXITED;
      case PARALLEL -> EventType.PARALLEL_STATE_EXITED;
      case MAP -> EventType.MAP_STATE_EXITED;
      case SUCCEED -> EventType.SUCCEED_STATE_EXITED;
      case FAIL -> throw new IllegalStateException("A Fail state is never left");
    };
  }

  /** Null for the types that nothing can cut off. */
  static @Nullable EventType aborted(StateType type) {
    return switch (type) {
      case TASK -> EventType.TASK_STATE_ABORTED;
      case WAIT -> EventType.WAIT_STATE_ABORTED;
      case PARALLEL -> EventType.PARALLEL_STATE_ABORTED;
      case MAP -> EventType.MAP_STATE_ABORTED;
      case PASS, CHOICE, SUCCEED, FAIL -> null;
    };
  }
}
