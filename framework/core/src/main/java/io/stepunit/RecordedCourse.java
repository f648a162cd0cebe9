package io.stepunit;

import io.stepunit.history.ExecutionStatus;
import io.stepunit.internal.recording.RecordedCase;
import io.stepunit.internal.recording.RecordedCase.Redrive;
import io.stepunit.internal.recording.RecordedCase.Stop;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Lets an execution run, and stops and redrives it as the recorded one was. */
final class RecordedCourse {
  /** How long a replay waits, in virtual time, for the moment at which an execution was stopped. */
  private static final Duration LONGEST_WAIT_FOR_STOP = Duration.ofDays(1);

  private static final Duration STEP_TO_STOP = Duration.ofSeconds(1);

  private final RecordedCase recorded;
  private final Simulation simulation;
  private final RunningExecution running;
  private final Instant start;

  RecordedCourse(RecordedCase recorded, Simulation simulation, RunningExecution running) {
    this.recorded = recorded;
    this.simulation = simulation;
    this.running = running;
    this.start = simulation.now();
  }

  void run() {
    for (Redrive redrive : recorded.redrives()) {
      end(redrive.stop(), redrive.eventsBefore());
      if (!isRedrivable(running.status())) {
        return;
      }
      advanceTo(redrive.after().orElse(Duration.ZERO));
      running.redrive();
    }
    if (recorded.isBeginning()) {
      advanceTo(recorded.length());
    } else {
      end(recorded.stop(), recorded.events().size());
    }
  }

  /** A definition that was changed may lead elsewhere, which the comparison tells. */
  private static boolean isRedrivable(ExecutionStatus status) {
    return status != ExecutionStatus.SUCCEEDED && status != ExecutionStatus.RUNNING;
  }

  private void end(Optional<Stop> stop, int events) {
    if (stop.isPresent()) {
      stop(stop.get(), events - 1);
    } else {
      running.finish();
    }
  }

  private void advanceTo(Duration sinceStart) {
    Duration left = Duration.between(simulation.now(), start.plus(sinceStart));
    running.advance(left.isNegative() ? Duration.ZERO : left);
  }

  /** Without a recorded time: stops when as many events have happened as when it was recorded. */
  private void stop(Stop stop, int eventsBefore) {
    advanceTo(stop.after().orElse(Duration.ZERO));
    Duration waited = stop.after().isPresent() ? LONGEST_WAIT_FOR_STOP : Duration.ZERO;
    while (waited.compareTo(LONGEST_WAIT_FOR_STOP) < 0
        && running.status() == ExecutionStatus.RUNNING
        && running.snapshot().events().size() < eventsBefore) {
      running.advance(STEP_TO_STOP);
      waited = waited.plus(STEP_TO_STOP);
    }
    if (running.status() != ExecutionStatus.RUNNING) {
      return;
    }
    if (stop.error().isEmpty() && stop.cause().isEmpty()) {
      running.stop();
    } else {
      running.stop(stop.error().orElse(""), stop.cause().orElse(""));
    }
  }
}
