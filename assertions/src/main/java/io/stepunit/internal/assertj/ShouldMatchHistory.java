package io.stepunit.internal.assertj;

import io.stepunit.Execution;
import io.stepunit.history.EventType;
import io.stepunit.history.HistoryEvent;
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
   * @param index the place of the first event that differs, 0-based
   * @param difference the first difference of the two histories' events at that place
   * @param recorded the types of the recorded events
   */
  public static ShouldMatchHistory shouldMatchHistory(
      Execution run, String file, int index, JsonDifference difference, List<String> recorded) {
    List<HistoryEvent> events = run.events();
    List<String> types = events.stream().map(HistoryEvent::type).map(EventType::awsName).toList();
    Evidence evidence =
        index < events.size() ? Evidence.at(run, events.get(index)) : Evidence.of(run);
    return new ShouldMatchHistory(
        evidence,
        "Expecting the history of " + evidence.subject() + " to match " + file,
        "but event " + (index + 1) + " differs",
        difference.text(),
        types.equals(recorded) ? "" : Alignment.of(recorded, types).text());
  }
}
