package io.stepunit.internal.history;

import io.stepunit.internal.expression.Scope;
import java.time.Instant;

/** What the engine decided or took in during a visit, and AWS's history does not tell. */
public sealed interface Decision {
  /** The index that stands for none of them. */
  int NONE = -1;

  /** The visit in which it was. */
  VisitRef visit();

  /** The event of the visit's branch after which it was. */
  long afterEventId();

  /**
   * A Choice state has worked out its rules.
   *
   * @param rule the index of the rule that holds, how many rules there are for {@code Default},
   *     {@link #NONE} if the state failed over it
   * @param seen what the state saw, for its rules to be tested again
   */
  record RuleChosen(VisitRef visit, long afterEventId, int rule, Scope seen) implements Decision {}

  /**
   * An error was looked up in {@code Retry} and {@code Catch}.
   *
   * @param retrier the index of the first Retrier that matches, {@link #NONE} if none does
   * @param retried whether the state is tried again; if not, the Retrier was exhausted
   * @param catcher the index of the Catcher that matches, {@link #NONE} if none does or the state
   *     is tried again
   * @param heartbeat whether the error is a missed heartbeat, which is named as a timeout is
   */
  record ErrorMatched(
      VisitRef visit,
      long afterEventId,
      int retrier,
      boolean retried,
      int catcher,
      boolean heartbeat)
      implements Decision {}

  /**
   * A heartbeat of a task came in time.
   *
   * @param at the virtual time
   */
  record HeartbeatCame(VisitRef visit, long afterEventId, Instant at) implements Decision {}
}
