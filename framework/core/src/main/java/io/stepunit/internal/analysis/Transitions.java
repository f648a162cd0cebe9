package io.stepunit.internal.analysis;

import io.stepunit.asl.WorkflowType;
import io.stepunit.cost.BilledTransitions;
import io.stepunit.history.EventDetails.StateEntered;
import io.stepunit.history.EventType;
import io.stepunit.internal.history.AttemptCounter;
import io.stepunit.internal.history.EventRecord;
import io.stepunit.internal.history.ExecutionRecord;
import io.stepunit.internal.history.MapRunRecord;
import io.stepunit.internal.history.VisitRef;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts the state transitions that AWS bills. */
final class Transitions {
  private final SortedMap<String, Integer> entries = new TreeMap<>();
  private final SortedMap<String, Integer> retries = new TreeMap<>();
  private int redrives;
  private int childExecutions;

  private Transitions() {}

  /** Those of an execution and of the Standard child executions of its Map Runs. */
  static BilledTransitions of(ExecutionRecord execution) {
    Transitions transitions = new Transitions();
    transitions.add(execution);
    return new BilledTransitions(
        transitions.entries,
        transitions.retries,
        transitions.redrives,
        transitions.childExecutions);
  }

  private void add(ExecutionRecord execution) {
    Map<VisitRef, AttemptCounter> counters = new IdentityHashMap<>();
    for (EventRecord event : execution.events()) {
      VisitRef visit = event.visitOrNull();
      if (event.type() == EventType.EXECUTION_REDRIVEN) {
        redrives++;
        counters.clear();
      } else if (visit != null && event.details() instanceof StateEntered) {
        entries.merge(visit.state().name(), 1, Integer::sum);
      } else if (visit != null) {
        count(event, visit, counters);
      }
    }
    execution.mapRuns().forEach(this::add);
  }

  /** An attempt after the first is a retry. */
  private void count(EventRecord event, VisitRef visit, Map<VisitRef, AttemptCounter> counters) {
    AttemptCounter counter = counters.computeIfAbsent(visit, key -> new AttemptCounter());
    int before = counter.attempts();
    counter.count(event);
    if (before > 0 && counter.attempts() > before) {
      retries.merge(visit.state().name(), 1, Integer::sum);
    }
  }

  private void add(MapRunRecord run) {
    childExecutions += started(run);
    run.children().values().stream()
        .filter(child -> child.description().type() == WorkflowType.STANDARD)
        .forEach(this::add);
  }

  /** How many child executions a Map Run has started. */
  static int started(MapRunRecord run) {
    return run.description().executionCounts().total()
        - run.description().executionCounts().pending();
  }
}
