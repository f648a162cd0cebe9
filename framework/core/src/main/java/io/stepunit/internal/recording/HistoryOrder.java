package io.stepunit.internal.recording;

import java.util.List;
import java.util.function.UnaryOperator;

/** How the events of a recording compare with those of its replay. */
interface HistoryOrder {
  /** Notes the differences between the two. */
  void compare(
      HistoryComparison comparison, List<RecordedEvent> recorded, List<RecordedEvent> found);

  /** Makes texts of a history comparable: without the ids in them that depend on timing. */
  UnaryOperator<String> withoutIds(List<RecordedEvent> history);
}
