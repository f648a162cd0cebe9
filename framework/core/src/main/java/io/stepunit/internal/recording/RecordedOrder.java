package io.stepunit.internal.recording;

import java.util.List;
import java.util.function.UnaryOperator;

/** The orders of histories as AWS gives them out. */
enum RecordedOrder implements HistoryOrder {
  /** In the order and with the ids as recorded. */
  EXACT {
    @Override
    public void compare(
        HistoryComparison comparison, List<RecordedEvent> recorded, List<RecordedEvent> found) {
      comparison.inOrder(recorded, found);
    }
  },
  /** Branch by branch: AWS interleaves them by chance. */
  BY_BRANCH {
    @Override
    public void compare(
        HistoryComparison comparison, List<RecordedEvent> recorded, List<RecordedEvent> found) {
      comparison.byBranch(recorded, found);
    }

    @Override
    public UnaryOperator<String> withoutIds(List<RecordedEvent> history) {
      return HistoryBranches.of(history)::withoutIds;
    }
  },
  /** Only the beginning was recorded. */
  BEGINNING {
    @Override
    public void compare(
        HistoryComparison comparison, List<RecordedEvent> recorded, List<RecordedEvent> found) {
      comparison.beginning(recorded, found);
    }
  };

  @Override
  public UnaryOperator<String> withoutIds(List<RecordedEvent> history) {
    return UnaryOperator.identity();
  }
}
