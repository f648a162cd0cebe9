package io.stepunit.history;

import java.util.function.IntPredicate;

/**
 * Selects the ended child executions of a Distributed Map that are kept for the test. All are
 * counted; those that are not kept cost no memory.
 *
 * <pre>{@code
 * StepFunctionsEnvironment.builder()
 *     .keepingChildren(ChildRetention.failed().andFirst(10).and(index -> index == 4711))
 * }</pre>
 *
 * @since 0.1.0
 */
public final class ChildRetention {
  /** The default number of children that are kept in addition to those that failed. */
  public static final int DEFAULT_FIRST = 1_000;

  private final boolean failed;
  private final IntPredicate indexes;

  private ChildRetention(boolean failed, IntPredicate indexes) {
    this.failed = failed;
    this.indexes = indexes;
  }

  /** Keeps all failures and the first thousand children of each Map Run; the default. */
  public static ChildRetention standard() {
    return failed().andFirst(DEFAULT_FIRST);
  }

  /** Keeps no children; only the counts are available. */
  public static ChildRetention none() {
    return new ChildRetention(false, index -> false);
  }

  /** Keeps children that failed, timed out or were aborted. */
  public static ChildRetention failed() {
    return new ChildRetention(true, index -> false);
  }

  /** Keeps all children, at some kilobytes each. */
  public static ChildRetention all() {
    return new ChildRetention(true, index -> true);
  }

  /** Also keeps the first children of each Map Run. */
  public ChildRetention andFirst(int count) {
    return and(index -> index < count);
  }

  /**
   * Also keeps others.
   *
   * @param more tells by the child's index in its Map Run, 0-based
   */
  public ChildRetention and(IntPredicate more) {
    return new ChildRetention(failed, indexes.or(more));
  }

  /** Returns whether a child is kept. */
  public boolean keeps(int index, boolean succeeded) {
    return failed && !succeeded || indexes.test(index);
  }
}
