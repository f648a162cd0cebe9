package io.stepunit.internal.budget;

import io.stepunit.budget.InterruptedWorkError;

/**
 * Counts the work of a loop whose length the data decide, ends it at an amount, and looks at the
 * thread's interrupt once in a while. One thread uses it; it costs an addition and a comparison.
 *
 * <pre>{@code
 * WorkMeter nodes = new WorkMeter(10_000_000, () -> { throw EvaluationFailure.timeout(); });
 * nodes.spend(1);
 * }</pre>
 */
public final class WorkMeter {
  /** Small things, such as nodes of an expression: some milliseconds of them. */
  private static final int UNCHECKED = 8_192;

  private final long amount;
  private final int unchecked;
  private final Runnable exceeded;
  private long spent;
  private long nextCheck;

  /**
   * A meter of small things, of which thousands are done in a millisecond.
   *
   * @param amount how much may be spent
   * @param exceeded throws the error of what is beyond that
   */
  public WorkMeter(long amount, Runnable exceeded) {
    this(amount, UNCHECKED, exceeded);
  }

  /**
   * @param amount how much may be spent
   * @param unchecked how much of it is done between two looks at the thread's interrupt
   * @param exceeded throws the error of what is beyond that
   */
  public WorkMeter(long amount, int unchecked, Runnable exceeded) {
    this.amount = amount;
    this.unchecked = unchecked;
    this.exceeded = exceeded;
    this.nextCheck = Math.min(amount, unchecked);
  }

  /**
   * Counts work before it is done.
   *
   * @param work not negative
   * @throws InterruptedWorkError if the thread is interrupted
   */
  public void spend(long work) {
    spent += work;
    if (spent > nextCheck || spent < 0) {
      check();
    }
  }

  private void check() {
    if (spent > amount || spent < 0) {
      exceeded.run();
    }
    Interrupts.check();
    nextCheck = Math.min(amount, spent + unchecked);
  }

  /** How much has been spent. */
  public long spent() {
    return spent;
  }
}
