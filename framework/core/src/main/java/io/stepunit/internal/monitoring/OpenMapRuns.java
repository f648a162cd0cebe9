package io.stepunit.internal.monitoring;

import io.stepunit.internal.history.EventRecord;
import io.stepunit.internal.history.ExecutionRecord;
import io.stepunit.monitoring.MetricDatum;
import io.stepunit.monitoring.MetricName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The metrics of the account that tell how many Map Runs are open, at each change. */
final class OpenMapRuns {
  /** How many Map Runs an account may have open; "Quotas" in the Developer Guide. */
  private static final int LIMIT = 1_000;

  private static final String WHOLE_ACCOUNT = "";

  private record Change(Instant at, int by) {}

  private OpenMapRuns() {}

  static List<MetricDatum> of(List<ExecutionRecord> executions) {
    List<MetricDatum> data = new ArrayList<>();
    int open = 0;
    for (Change change : changes(executions)) {
      open += change.by();
      data.add(datum(MetricName.APPROXIMATE_OPEN_MAP_RUN_COUNT, change, open));
      data.add(datum(MetricName.APPROXIMATE_MAP_RUN_BACKLOG_SIZE, change, 0));
      data.add(datum(MetricName.OPEN_MAP_RUN_LIMIT, change, LIMIT));
    }
    return data;
  }

  private static MetricDatum datum(MetricName name, Change change, int value) {
    return new MetricDatum(name, WHOLE_ACCOUNT, change.at(), value);
  }

  private static List<Change> changes(List<ExecutionRecord> executions) {
    return executions.stream()
        .flatMap(execution -> changes(execution).stream())
        .sorted(Comparator.comparing(Change::at))
        .toList();
  }

  private static List<Change> changes(ExecutionRecord execution) {
    List<Change> changes = new ArrayList<>();
    int open = 0;
    for (EventRecord event : execution.events()) {
      int by =
          switch (event.type()) {
            case MAP_RUN_STARTED, MAP_RUN_REDRIVEN -> 1;
            case MAP_RUN_SUCCEEDED, MAP_RUN_FAILED, MAP_RUN_ABORTED -> -1;
            case EXECUTION_FAILED, EXECUTION_ABORTED, EXECUTION_TIMED_OUT -> -open;
            default -> 0;
          };
      if (by != 0) {
        open += by;
        changes.add(new Change(event.timestamp(), by));
      }
    }
    return changes;
  }
}
