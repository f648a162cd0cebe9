package io.stepunit.internal.coverage;

/** What is counted of a definition. */
public enum PointKind {
  /** A state is entered. */
  STATE("states"),
  /** A state is left for another by {@code Next}, {@code Default} or the {@code Next} of a rule. */
  TRANSITION("transitions"),
  /** A Catcher is taken, which is a transition too. */
  CATCHER("catchers"),
  /** A Retrier has the state tried again. */
  RETRIER("retriers"),
  /** A Retrier that matches has no retry left. */
  EXHAUSTED_RETRIER("exhaustedRetriers"),
  /** A rule of a Choice state holds, or does not. */
  CHOICE_RULE("choiceRules"),
  /** An operand of {@code And}, {@code Or} or {@code Not} holds, or does not. */
  OPERAND("operands"),
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

  /** What many of them are called in records and settings, such as {@code choiceRules}. */
  public String plural() {
    return plural;
  }
}
