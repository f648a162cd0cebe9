package io.stepunit.internal.assertj;

import io.stepunit.Execution;
import io.stepunit.history.ExecutionStatus;
import io.stepunit.history.StateVisit;
import io.stepunit.internal.model.ErrorHandlers;
import io.stepunit.internal.model.State;
import io.stepunit.internal.text.Printable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What to look at first, where the way an execution stands tells it. */
final class Advice {
  private static final int SHOWN_PLACES = 3;
  private static final int LONGEST_ROUND = 50;
  private static final int FEWEST_ROUNDS = 3;

  private Advice() {}

  /**
   * Lines for a message; empty where there is nothing to say.
   *
   * @param culprit the state that the execution failed in
   */
  static String of(Execution execution, Optional<State> culprit) {
    if (execution.status() == ExecutionStatus.RUNNING) {
      return running(execution);
    }
    return Stream.concat(
            execution.error().stream()
                .flatMap(error -> culprit.stream().flatMap(state -> otherCase(error, state))),
            isEndless(execution) ? round(execution.path()).stream() : Stream.empty())
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  private static String running(Execution execution) {
    List<StateVisit> open =
        execution.visits().stream().filter(visit -> visit.exitedAt().isEmpty()).toList();
    String places =
        open.stream()
            .filter(visit -> open.stream().noneMatch(other -> isInside(other, visit)))
            .limit(SHOWN_PLACES)
            .map(visit -> Printable.line(visit.path()) + " (" + visit.location() + ")")
            .collect(Collectors.joining(", "));
    return (places.isEmpty() ? "Nothing of it has happened yet." : "It is in " + places + ".")
        + " The test lets it go on by finish(), advance(…) or runUntil(…), and asserts on what these"
        + " or snapshot() return.\n";
  }

  private static boolean isInside(StateVisit visit, StateVisit container) {
    return visit.path().startsWith(container.path() + "[");
  }

  /** Retriers and Catchers compare error names with their case. */
  private static Stream<String> otherCase(String error, State state) {
    return names(state.errorHandlers())
        .filter(name -> name.equalsIgnoreCase(error) && !name.equals(error))
        .distinct()
        .map(
            name ->
                "'%s' (%s) handles '%s', and the error is '%s': names are compared with their case"
                    .formatted(
                        Printable.line(state.name()),
                        state.location(),
                        Printable.line(name),
                        Printable.line(error)));
  }

  private static Stream<String> names(ErrorHandlers handlers) {
    return Stream.concat(
        handlers.retriers().stream().flatMap(retrier -> retrier.errorEquals().stream()),
        handlers.catchers().stream().flatMap(catcher -> catcher.errorEquals().stream()));
  }

  private static boolean isEndless(Execution execution) {
    return execution
        .cause()
        .filter(cause -> cause.contains("maximum number of history events"))
        .isPresent();
  }

  /** The states that the end of a path repeats. */
  private static Optional<String> round(List<String> path) {
    for (int length = 1; length <= LONGEST_ROUND; length++) {
      int rounds = rounds(path, length);
      if (rounds >= FEWEST_ROUNDS) {
        List<String> states = fromItsStart(path, length);
        return Optional.of(
            String.format(
                Locale.ROOT,
                "It went %,d times round: %s",
                rounds,
                states.stream().map(Printable::line).collect(Collectors.joining(" > "))));
      }
    }
    return Optional.empty();
  }

  /** The last round, from the state that the execution came to first. */
  private static List<String> fromItsStart(List<String> path, int length) {
    List<String> round = new ArrayList<>(path.subList(path.size() - length, path.size()));
    String first = path.stream().filter(round::contains).findFirst().orElseThrow();
    Collections.rotate(round, -round.indexOf(first));
    return round;
  }

  private static int rounds(List<String> path, int length) {
    int end = path.size();
    int same = 0;
    while (end - 1 - same - length >= 0
        && path.get(end - 1 - same).equals(path.get(end - 1 - same - length))) {
      same++;
    }
    return same < length ? 0 : same / length + 1;
  }
}
