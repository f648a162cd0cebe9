package io.stepunit.internal.assertj;

import io.stepunit.Execution;
import io.stepunit.history.EventDetails;
import io.stepunit.history.HistoryEvent;
import java.util.List;

/**
 * An execution took another path.
 *
 * @since 0.1.0
 */
public final class ShouldHavePath extends ExecutionMessage {
  private ShouldHavePath(Evidence evidence, String... lines) {
    super(evidence, lines);
  }

  /** The states visited are not exactly the expected ones. */
  public static ShouldHavePath shouldHavePath(Execution run, List<String> expected) {
    Alignment alignment = Alignment.of(expected, run.path());
    Evidence evidence = evidence(run, alignment.firstDifference());
    return new ShouldHavePath(
        evidence,
        "Expecting " + evidence.subject() + " to take exactly this path, but it took another one",
        alignment.text());
  }

  /**
   * Not all of the expected states were visited in this order.
   *
   * @param missing the first of the expected states that was not visited after those before it
   */
  public static ShouldHavePath shouldHavePathInOrder(
      Execution run, List<String> expected, int missing) {
    String name = expected.get(missing);
    List<String> path = run.path();
    int reached = placeAfter(path, expected.subList(0, missing));
    Evidence evidence = evidence(run, Math.max(0, reached - 1));
    String before = missing == 0 ? "" : " after " + String.join(", ", expected.subList(0, missing));
    String earlier = path.subList(0, reached).contains(name) ? ", only before" : "";
    return new ShouldHavePath(
        evidence,
        "Expecting " + evidence.subject() + " to visit in this order, others in between allowed",
        block(String.join(", ", expected)),
        "but" + before + " it did not visit " + name + earlier,
        Alignment.of(expected, path).text());
  }

  private static int placeAfter(List<String> path, List<String> visited) {
    int place = 0;
    for (String name : visited) {
      while (!path.get(place).equals(name)) {
        place++;
      }
      place++;
    }
    return place;
  }

  /** Points at the entry of the n-th state of the path; at the end if there are fewer. */
  private static Evidence evidence(Execution run, int place) {
    List<HistoryEvent> entries =
        run.events().stream()
            .filter(event -> event.details() instanceof EventDetails.StateEntered)
            .toList();
    return place < entries.size() ? Evidence.at(run, entries.get(place)) : Evidence.of(run);
  }
}
