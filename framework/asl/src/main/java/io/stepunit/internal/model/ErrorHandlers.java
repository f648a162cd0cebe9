package io.stepunit.internal.model;

import io.stepunit.internal.expression.Read;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code Retry} and {@code Catch} of a state, in the definition's order; both may be empty. */
public record ErrorHandlers(List<Retrier> retriers, List<Catcher> catchers) {
  /** Neither Retry nor Catch. */
  public static final ErrorHandlers NONE = new ErrorHandlers(List.of(), List.of());

  /**
   * The first Retrier that matches an error as events tell it: which of a missed heartbeat and a
   * timeout {@code States.Timeout} was, they do not.
   */
  public Optional<Retrier> retrierOf(String error) {
    return retriers.stream()
        .filter(retrier -> retrier.errorEquals().stream().anyMatch(name -> matches(name, error)))
        .findFirst();
  }

  private static boolean matches(String name, String error) {
    boolean isTimeout = error.equals("States.Timeout");
    return switch (name) {
      case "States.ALL" -> true;
      case "States.TaskFailed" -> !isTimeout;
      case "States.HeartbeatTimeout" -> isTimeout || error.equals(name);
      default -> error.equals(name);
    };
  }

  /** The transitions of a state that has these, its own first. */
  List<StateTarget> targets(Transition next) {
    List<StateTarget> targets = new ArrayList<>(next.targets());
    for (int i = 0; i < catchers.size(); i++) {
      targets.add(new StateTarget.OfCatcher(i, catchers.get(i)));
    }
    return targets;
  }

  /** What the fields of the Catchers read of the data. */
  Stream<Read> reads() {
    return catchers.stream().flatMap(catcher -> catcher.dataFlow().reads());
  }
}
