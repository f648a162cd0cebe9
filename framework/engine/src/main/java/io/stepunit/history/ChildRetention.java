package io.stepunit.history;

import java.util.function.IntPredicate;

/**
 * Which child executions of a Distributed Map are kept once they have ended, so that a test can
 * look into them. All are counted; those that are not kept cost no memory.
 *
 * <pre>{@code
 * StepFunctionsEnvironment.builder()
 *     .keepingChildren(ChildRetention.failed().andFirst(10).and(index -> index == 4711))
 * }</pre>
 */
public final class ChildRetention {
  /** How many are kept where nothing is said, beside those that failed. */
  public static final int DEFAULT_FIRST = 1_000;

  private final boolean failed;
  private final IntPredicate indexes;

  private ChildRetention(boolean failed, IntPredicate indexes) {
    this.failed = failed;
    this.indexes = indexes;
  }

  /** Where nothing is said: all that failed, and the first thousand of each Map Run. */
  public static ChildRetention standard() {
    return failed().andFirst(DEFAULT_FIRST);
  }

  /** None: there are counts alone. */
  public static ChildRetention none() {
    return new ChildRetention(false, index -> false);
  }

  /** Those that failed, timed out or were aborted. */
  public static ChildRetention failed() {
    return new ChildRetention(true, index -> false);
  }

  /** All of them, which takes some kilobytes for each. */
  public static ChildRetention all() {
    return new ChildRetention(true, index -> true);
  }

  /** These, and the first of each Map Run. */
  public ChildRetention andFirst(int count) {
    return and(index -> index < count);
  }

  /**
   * These, and others.
   *
   * @param more tells by the child's index in its Map Run, 0-based
   */
  public ChildRetention and(IntPredicate more) {
    return new ChildRetention(failed, indexes.or(more));
  }

  /** Whether a child is kept. */
  public boolean keeps(int index, boolean succeeded) {
    return failed && !succeeded || indexes.test(index);
  }
}
