package io.stepunit.internal.budget;

import io.stepunit.budget.InterruptedWorkError;

/** Whether somebody wants this thread to stop. */
public final class Interrupts {
  private Interrupts() {}

  /**
   * To be called in every loop whose length the data decide, at least each few milliseconds.
   *
   * @throws InterruptedWorkError if the thread is interrupted; it stays so
   */
  public static void check() {
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedWorkError(
          "The thread was interrupted while StepUnit worked; JUnit's @Timeout does that.");
    }
  }
}
