package io.stepunit.internal.assertj;

import io.stepunit.Execution;
import io.stepunit.history.StateVisit;
import io.stepunit.internal.json.JsonDifference;
import io.stepunit.internal.model.State;
import io.stepunit.internal.text.Printable;
import java.util.List;

/**
 * States were visited too rarely, too often, or at all.
 *
 * @since 0.1.0
 */
public final class ShouldHaveVisited extends ExecutionMessage {
  private ShouldHaveVisited(Evidence evidence, String... lines) {
    super(evidence, lines);
  }

  /**
   * A state was never visited.
   *
   * @param state the state, which points at its place in the definition
   */
  public static ShouldHaveVisited shouldHaveVisited(Execution run, String name, State state) {
    return new ShouldHaveVisited(
        Evidence.at(run, state),
        "Expecting " + Evidence.of(run).subject() + " to visit state " + name,
        "but it never did. It visited",
        block(path(run)));
  }

  /** A state was visited. */
  public static ShouldHaveVisited shouldNotHaveVisited(Execution run, List<StateVisit> visits) {
    StateVisit first = visits.get(0);
    String times = visits.size() == 1 ? "once" : visits.size() + " times";
    return new ShouldHaveVisited(
        Evidence.at(run, first.events().get(0)),
        "Expecting " + Evidence.of(run).subject() + " never to visit state " + first.name(),
        "but it did " + times + ", with the input",
        block(JsonDifference.shortened(first.input())));
  }

  /** A state was visited another number of times. */
  public static ShouldHaveVisited shouldHaveVisits(
      Execution run, String name, State state, int expected, List<StateVisit> visits) {
    return new ShouldHaveVisited(
        visits.isEmpty()
            ? Evidence.at(run, state)
            : Evidence.at(run, visits.get(visits.size() - 1).events().get(0)),
        "Expecting " + Evidence.of(run).subject() + " to visit state " + name,
        block(times(expected)),
        "but it did",
        block(times(visits.size())));
  }

  /** One visit is asked about, and there are several. */
  public static ShouldHaveVisited shouldHaveOneVisit(
      Execution run, String name, List<StateVisit> visits) {
    String one = visits.get(visits.size() - 1).path();
    String cure =
        one.equals(name)
            ? "visit(\"" + name + "\", n, ...)"
            : "visit(\"" + name + "\", n, ...) or the path of one, such as \"" + one + "\"";
    return new ShouldHaveVisited(
        Evidence.at(run, visits.get(1).events().get(0)),
        "Expecting " + Evidence.of(run).subject() + " to visit state " + name + " once",
        "but it did " + times(visits.size()) + ". Name the visit by " + cure + ",",
        "or ask about all of them by eachVisit(\"" + name + "\", ...)");
  }

  /** There is no visit of that number. */
  public static ShouldHaveVisited shouldHaveVisit(
      Execution run, String name, State state, int number, List<StateVisit> visits) {
    return new ShouldHaveVisited(
        Evidence.at(run, state),
        "Expecting "
            + Evidence.of(run).subject()
            + " to have visit "
            + number
            + " of state "
            + name,
        "but it visited that state " + times(visits.size()));
  }

  private static String times(int count) {
    return count == 1 ? "1 time" : count + " times";
  }

  private static String path(Execution run) {
    List<String> path = run.path();
    int most = 30;
    return path.isEmpty()
        ? "no state"
        : Printable.line(String.join(", ", path.subList(0, Math.min(most, path.size()))))
            + (path.size() > most ? ", ... (" + path.size() + " visits)" : "");
  }
}
