package io.stepunit.internal.engine;

import io.stepunit.internal.engine.state.StatesError;
import java.util.List;

/** Whether the names in an {@code ErrorEquals} match an error. */
final class ErrorMatching {
  private ErrorMatching() {}

  static boolean matches(List<String> errorEquals, StatesError error) {
    for (String name : errorEquals) {
      if (matches(name, error)) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(String name, StatesError error) {
    return switch (name) {
      case "States.ALL" -> true;
      case "States.TaskFailed" -> !StatesError.TIMEOUT.equals(error.name());
      case "States.HeartbeatTimeout" ->
          error.kind() == StatesError.Kind.HEARTBEAT || name.equals(error.name());
      default -> name.equals(error.name());
    };
  }
}
