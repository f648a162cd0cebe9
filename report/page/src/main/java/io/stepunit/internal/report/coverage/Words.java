package io.stepunit.internal.report.coverage;

import io.stepunit.internal.coverage.PointKind;

/** What kinds of points are called in sentences. */
public final class Words {
  private Words() {}

  /** The plural: {@code Choice rules}. */
  public static String of(PointKind kind) {
    return switch (kind) {
      case STATE -> "states";
      case TRANSITION -> "transitions";
      case CHOICE_RULE -> "Choice rules";
      case OPERAND -> "operands of Choice rules";
      case RETRIER -> "Retriers";
      case EXHAUSTED_RETRIER -> "Retriers exhausted";
      case CATCHER -> "Catchers";
      case BRANCH -> "branches";
      case MAP_ITEMS -> "numbers of Map items";
      case TIMEOUT -> "timeouts";
      case HEARTBEAT -> "missed heartbeats";
    };
  }

  /** A number with what it counts: {@code 1 hole}, {@code 2 holes}. */
  public static String count(int number, String singular) {
    return number + " " + singular + (number == 1 ? "" : "s");
  }
}
