package io.stepunit.internal.assertj;

import io.stepunit.Execution;
import io.stepunit.recording.Difference;
import io.stepunit.recording.Difference.Level;
import java.util.List;

/**
 * The history is not the recorded one.
 *
 * @since 0.1.0
 */
public final class ShouldMatchHistory extends ExecutionMessage {
  private ShouldMatchHistory(Evidence evidence, String... lines) {
    super(evidence, lines);
  }

  /**
   * The histories differ.
   *
   * @param file the recorded history's name
   * @param difference the first difference
   * @param recorded the labels of the recorded events
   * @param found those of the execution
   */
  public static ShouldMatchHistory shouldMatchHistory(
      Execution run,
      String file,
      Difference difference,
      List<String> recorded,
      List<String> found) {
    long id = difference.event().orElseThrow();
    Evidence evidence =
        run.events().stream()
            .filter(event -> event.id() == id)
            .findFirst()
            .map(event -> Evidence.at(run, event))
            .orElseGet(() -> Evidence.of(run));
    return new ShouldMatchHistory(
        evidence,
        "Expecting the history of " + evidence.subject() + " to match " + file,
        "but event " + id + " differs",
        text(difference),
        recorded.equals(found) ? "" : Alignment.of(recorded, found).text());
  }

  private static String text(Difference difference) {
    String place =
        difference.level() == Level.TYPES ? "in the order of events" : "at " + difference.field();
    return "First difference "
        + place
        + "\n  expected: "
        + difference.expected()
        + "\n  found:    "
        + difference.found();
  }
}
