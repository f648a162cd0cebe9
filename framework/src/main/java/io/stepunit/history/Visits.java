package io.stepunit.history;

import java.util.List;

final class Visits {
  private Visits() {}

  static List<StateVisit> of(List<HistoryEvent> events) {
    throw new UnsupportedOperationException();
  }
}
