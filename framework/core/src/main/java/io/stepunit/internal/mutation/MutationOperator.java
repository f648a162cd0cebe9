package io.stepunit.internal.mutation;

/** The kinds of mistakes that are put into a definition. */
public enum MutationOperator {
  /** A Catcher is left out. */
  DROP_CATCHER,
  /** A Retrier is left out. */
  DROP_RETRIER,
  /** A rule of a Choice state is left out. */
  DROP_RULE,
  /** The {@code Default} of a Choice state is left out. */
  DROP_DEFAULT,
  /** The {@code TimeoutSeconds} of a Task or of the machine are left out. */
  DROP_TIMEOUT,
  /** The {@code HeartbeatSeconds} of a Task are left out. */
  DROP_HEARTBEAT,
  /** A transition leads to another state. */
  CHANGE_NEXT,
  /** Two Catchers stand in the other order. */
  SWAP_CATCHERS,
  /** Two Retriers stand in the other order. */
  SWAP_RETRIERS,
  /** Two rules of a Choice state stand in the other order. */
  SWAP_RULES,
  /** A condition holds when it must not. */
  NEGATE_CONDITION,
  /** A comparison includes its bound, or no longer does. */
  SHIFT_COMPARISON,
  /** {@code And} for {@code Or}, or the other way round. */
  SWAP_AND_OR,
  /** One attempt more or less. */
  CHANGE_MAX_ATTEMPTS,
  /** Delays between attempts that grow otherwise. */
  CHANGE_BACKOFF_RATE,
  /** Another first delay between attempts. */
  CHANGE_INTERVAL,
  /** Delays between attempts without their limit. */
  DROP_MAX_DELAY,
  /** A Retrier or Catcher handles fewer errors, or more. */
  CHANGE_ERROR_EQUALS,
  /** A result goes elsewhere. */
  CHANGE_RESULT_PATH,
  /** A path leads to more than it should. */
  CHANGE_PATH,
  /** A part of what a state sends, makes or gives out is left out. */
  DROP_FIELD,
  /** A variable is not assigned. */
  DROP_ASSIGN,
  /** As many iterations at a time as there are, or one. */
  CHANGE_MAX_CONCURRENCY,
  /** More or fewer failed items are tolerated. */
  CHANGE_TOLERANCE,
  /** A Wait state does not wait. */
  DROP_WAIT,
  /** A Fail state fails with another error. */
  CHANGE_ERROR,
  /** A number or boolean of the definition is another. */
  CHANGE_CONSTANT,
  /** Another operator or literal in a JSONata expression. */
  CHANGE_EXPRESSION;

  /** What reports call it, such as {@code DropCatcher}. */
  public String mutatorName() {
    StringBuilder camel = new StringBuilder(name().length());
    boolean isFirst = true;
    for (char c : name().toCharArray()) {
      if (c == '_') {
        isFirst = true;
      } else {
        camel.append(isFirst ? c : Character.toLowerCase(c));
        isFirst = false;
      }
    }
    return camel.toString();
  }
}
