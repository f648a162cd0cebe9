package io.stepunit.internal.assertj;

import io.stepunit.Execution;
import io.stepunit.history.EventType;
import io.stepunit.history.HistoryEvent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The history does not contain the expected events in order.
 *
 * @since 0.1.0
 */
public final class ShouldHaveEvents extends ExecutionMessage {
  private ShouldHaveEvents(Evidence evidence, String... lines) {
    super(evidence, lines);
  }

  /**
   * One of the expected events does not come after those before it.
   *
   * @param missing its place in the expected events
   * @param after the last event that was matched, empty if none was
   */
  public static ShouldHaveEvents shouldHaveEvents(
      Execution run, List<EventType> expected, int missing, Optional<HistoryEvent> after) {
    Evidence evidence = after.map(event -> Evidence.at(run, event)).orElse(Evidence.of(run));
    String place =
        after.map(event -> " after event " + event.id() + " (" + event.type() + ")").orElse("");
    return new ShouldHaveEvents(
        evidence,
        "Expecting the history of "
            + evidence.subject()
            + " to have these events in order, others in between allowed",
        block(expected.stream().map(EventType::awsName).collect(Collectors.joining(", "))),
        "but there is no " + expected.get(missing) + place);
  }
}
