package io.stepunit.internal.coverage;

import io.stepunit.history.EventDetails;
import io.stepunit.history.EventType;
import io.stepunit.internal.history.Decision;
import io.stepunit.internal.history.EventRecord;
import io.stepunit.internal.history.ExecutionRecord;
import io.stepunit.internal.history.VisitRef;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What happened in executions of one definition, in which order and in which states, without their
 * data. Those of the same course reach the same points, so that they need not be counted again.
 */
final class Course {
  /** Longer ones are seldom repeated, and would take much memory. */
  private static final int LONGEST = 2_000;

  private static final int STATE_BITS = 28;
  private static final int EVENT_BITS = 12;
  private static final int DETAIL_BITS = 16;

  /** Behind the types of events those of decisions. */
  private static final int RULE_CHOSEN = EventType.values().length;

  private static final int ERROR_MATCHED = RULE_CHOSEN + 1;
  private static final int NEXT_EXECUTION = ERROR_MATCHED + 1;

  private final long[] steps;

  private Course(long[] steps) {
    this.steps = steps;
  }

  /**
   * The course of executions; empty if it does not tell what they reached.
   *
   * @param states knows the states of the definition
   */
  static Optional<Course> of(Collection<ExecutionRecord> executions, HitCounter states) {
    int size = 0;
    for (ExecutionRecord execution : executions) {
      size += execution.events().size() + execution.decisions().size() + 1;
      if (size > LONGEST || !execution.mapRuns().isEmpty()) {
        return Optional.empty();
      }
    }
    long[] steps = new long[size];
    int at = 0;
    for (ExecutionRecord execution : executions) {
      for (EventRecord event : execution.events()) {
        if (dependsOnData(event)) {
          return Optional.empty();
        }
        steps[at++] = step(event, states);
      }
      for (Decision decision : execution.decisions()) {
        if (dependsOnData(decision, states)) {
          return Optional.empty();
        }
        steps[at++] = step(decision, states);
      }
      steps[at++] = NEXT_EXECUTION;
    }
    return Optional.of(new Course(steps));
  }

  private static boolean dependsOnData(EventRecord event) {
    return event.type() == EventType.EXECUTION_TIMED_OUT
        || event.details() instanceof EventDetails.EvaluationFailed;
  }

  private static boolean dependsOnData(Decision decision, HitCounter states) {
    if (decision instanceof Decision.RuleChosen chosen) {
      ChoiceHits choice = states.of(chosen.visit()).choice();
      return choice == null || !choice.tellsAll(chosen.rule());
    }
    return false;
  }

  private static long step(EventRecord event, HitCounter states) {
    return step(
        event.type().ordinal(),
        event.visitOrNull(),
        event.previousEventId(),
        detail(event.details()),
        states);
  }

  private static int detail(EventDetails details) {
    if (details instanceof EventDetails.StateExited exited) {
      return exited.catcherIndex() + 1;
    }
    return details instanceof EventDetails.MapStateStarted map ? Math.min(map.length(), 2) : 0;
  }

  private static long step(Decision decision, HitCounter states) {
    if (decision instanceof Decision.RuleChosen chosen) {
      return step(RULE_CHOSEN, chosen.visit(), chosen.afterEventId(), chosen.rule() + 1, states);
    }
    if (decision instanceof Decision.ErrorMatched matched) {
      int detail =
          (matched.retrier() + 1) << 2
              | (matched.retried() ? 2 : 0)
              | (matched.heartbeat() ? 1 : 0);
      return step(ERROR_MATCHED, matched.visit(), matched.afterEventId(), detail, states);
    }
    return 0;
  }

  private static long step(
      int type, @Nullable VisitRef visit, long eventId, int detail, HitCounter states) {
    long state = visit == null ? 0 : states.of(visit).number();
    return ((((long) type << STATE_BITS) + state << EVENT_BITS) + eventId << DETAIL_BITS) + detail;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Course course && Arrays.equals(steps, course.steps);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(steps);
  }
}
