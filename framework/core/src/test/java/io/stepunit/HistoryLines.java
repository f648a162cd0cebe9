package io.stepunit;

import io.stepunit.history.HistoryEvent;
import java.util.List;

/**
 * A history as lines of {@code type<-previousEventId}, the short form of AWS's measured histories.
 */
final class HistoryLines {
  private HistoryLines() {}

  static List<String> of(Execution execution) {
    return execution.events().stream().map(HistoryLines::line).toList();
  }

  private static String line(HistoryEvent event) {
    return event.type() + "<-" + event.previousEventId();
  }
}
