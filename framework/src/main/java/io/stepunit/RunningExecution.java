package io.stepunit;

import io.stepunit.history.Execution;
import io.stepunit.history.ExecutionStatus;
import java.time.Duration;
import java.time.Instant;

/** An execution that the test drives by hand: run until it waits, move the time, send tokens. */
public final class RunningExecution {
  RunningExecution() {}

  /** Runs at the present instant until nothing more happens without time passing or a token. */
  public RunningExecution runUntilParked() {
    throw new UnsupportedOperationException();
  }

  /** Lets virtual time pass, and all that is due in it happen. */
  public RunningExecution advance(Duration duration) {
    throw new UnsupportedOperationException();
  }

  public RunningExecution advanceTo(Instant instant) {
    throw new UnsupportedOperationException();
  }

  /** The open task token of a state (name or path), or the token of this text. */
  public TaskToken token(String stateOrToken) {
    throw new UnsupportedOperationException();
  }

  /** StopExecution. */
  public RunningExecution stop() {
    throw new UnsupportedOperationException();
  }

  public RunningExecution stop(String error, String cause) {
    throw new UnsupportedOperationException();
  }

  public ExecutionStatus status() {
    throw new UnsupportedOperationException();
  }

  /** The execution as it stands now. */
  public Execution snapshot() {
    throw new UnsupportedOperationException();
  }

  /** Lets time pass until the execution ends; fails if it waits for a token that nobody sends. */
  public Execution finish() {
    throw new UnsupportedOperationException();
  }
}
