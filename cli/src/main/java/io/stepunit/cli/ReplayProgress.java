package io.stepunit.cli;

import io.stepunit.recording.ReplayedExecution;
import java.io.PrintWriter;

/** Tells on a terminal how many executions have been replayed, in one line that is overwritten. */
final class ReplayProgress implements AutoCloseable {
  private static final int STEP = 25;

  private final PrintWriter err;
  private final boolean shown;
  private int replayed;
  private int other;
  private int width;

  /**
   * @param shown whether somebody watches
   */
  ReplayProgress(PrintWriter err, boolean shown) {
    this.err = err;
    this.shown = shown;
  }

  void add(ReplayedExecution execution) {
    replayed++;
    other += execution.wentTheSameWay() ? 0 : 1;
    if (shown && replayed % STEP == 0) {
      write(replayed + " executions replayed, " + other + " go another way");
    }
  }

  private void write(String line) {
    err.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
    err.flush();
    width = line.length();
  }

  /** Wipes the line. */
  @Override
  public void close() {
    if (width > 0) {
      write("");
      err.print('\r');
      err.flush();
    }
  }
}
