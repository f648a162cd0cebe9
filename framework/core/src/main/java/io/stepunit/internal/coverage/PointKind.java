package io.stepunit.internal.coverage;

import java.util.Arrays;
import java.util.Optional;

/** What is counted of a definition, in the order in which it is told. */
public enum PointKind {
  /** A state is entered. */
  STATE("states"),
  /** A state is left for another by {@code Next}, {@code Default} or the {@code Next} of a rule. */
  TRANSITION("transitions"),
  /** A rule of a Choice state holds, or does not. */
  CHOICE_RULE("choiceRules"),
  /** An operand of {@code And}, {@code Or} or {@code Not} holds, or does not. */
  OPERAND("operands"),
  /** A Retrier has the state tried again. */
  RETRIER("retriers"),
  /** A Retrier that matches has no retry left. */
  EXHAUSTED_RETRIER("exhaustedRetriers"),
  /** A Catcher is taken, which is a transition too. */
  CATCHER("catchers"),
  /** A branch of a Parallel state begins. */
  BRANCH("branches"),
  /** A Map state has no items, one, or more. */
  MAP_ITEMS("mapItems"),
  /** A Task, or the machine, takes longer than its {@code TimeoutSeconds}. */
  TIMEOUT("timeouts"),
  /** A Task's heartbeat is missed. */
  HEARTBEAT("heartbeats");

  private final String plural;

  PointKind(String plural) {
    this.plural = plural;
  }

  /** What many of them are called in records, exports and settings, such as {@code choiceRules}. */
  public String plural() {
    return plural;
  }

  /** The kind that many of are called so. */
  public static Optional<PointKind> ofPlural(String plural) {
    return Arrays.stream(values()).filter(kind -> kind.plural.equals(plural)).findFirst();
  }

  /** Whether a point counts in the total of the kind: a Catcher counts as a transition too. */
  public boolean includes(CoveragePoint point) {
    return point.kind() == this || this == TRANSITION && point.isTransition();
  }
}
