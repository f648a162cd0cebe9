package io.stepunit.property;

import io.stepunit.Execution;
import io.stepunit.history.ExecutionStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Executions end.
 *
 * @param time the most virtual time; empty if any will do
 * @param events the most events
 */
record EndRule(Optional<Duration> time, int events) implements Rule {
  @Override
  public String code() {
    return "endsWithin("
        + time.map(most -> "Duration.parse(\"" + most + "\")").orElse(Integer.toString(events))
        + ")";
  }

  @Override
  public List<String> states() {
    return List.of();
  }

  @Override
  public Optional<String> violation(Course course) {
    return course.executions().stream().flatMap(run -> violation(run).stream()).findFirst();
  }

  private Optional<String> violation(Execution run) {
    if (run.status() == ExecutionStatus.RUNNING) {
      return Optional.of(
          "the execution has not ended, and waits in %s."
              .formatted(run.path().isEmpty() ? "its first state" : last(run)));
    }
    if (run.events().size() > events || Course.isCutOff(run)) {
      return Optional.of(
          "the execution has %s events, the last in %s.".formatted(run.events().size(), last(run)));
    }
    return time.filter(most -> run.duration().compareTo(most) > 0)
        .map(most -> "the execution took %s of virtual time.".formatted(run.duration()));
  }

  private static String last(Execution run) {
    return run.path().get(run.path().size() - 1);
  }

  @Override
  public Optional<String> unreached(Course course) {
    return Optional.empty();
  }
}
