package io.stepunit.internal.recipe;

import io.stepunit.internal.coverage.CoveragePoint;
import io.stepunit.internal.json.JsonPointers;
import java.util.Locale;

/** Names test methods after what they reach. */
public final class TestName {
  private TestName() {}

  static String of(CoveragePoint point) {
    String name = joined(name(point));
    return Character.isJavaIdentifierStart(name.charAt(0)) ? name : "_" + name;
  }

  /** {@code Charge ✗ Card.Declined → Release} as {@code charge_card_declined_release}. */
  public static String joined(String text) {
    return words(text)
        .replaceAll("[^\\p{Alnum}]+", "_")
        .replaceAll("^_+|_+$", "")
        .toLowerCase(Locale.ROOT);
  }

  private static String name(CoveragePoint point) {
    String state = words(state(point.state()));
    return switch (point.kind()) {
      case STATE -> "reaches " + state;
      case TRANSITION -> "goes from " + state + " to " + words(target(point));
      case CHOICE_RULE, OPERAND -> rule(point, state);
      case RETRIER -> "tries " + state + " again after error " + last(point);
      case EXHAUSTED_RETRIER -> "gives up " + state + " after error " + last(point);
      case CATCHER -> "catches error " + last(point) + " of " + state;
      case BRANCH -> "runs branch " + last(point) + " of " + state;
      case MAP_ITEMS -> state + " over " + items(point);
      case TIMEOUT -> (state.isEmpty() ? "the execution" : state) + " times out";
      case HEARTBEAT -> state + " misses its heartbeat";
    };
  }

  private static String rule(CoveragePoint point, String state) {
    String rule = point.pointer().substring(point.state().length());
    return state
        + (point.key().endsWith("#true") ? " holds for " : " does not hold for ")
        + rule.replace("/Choices/", "rule ");
  }

  private static String items(CoveragePoint point) {
    String items = point.key().substring(point.key().lastIndexOf('#') + 1);
    return switch (items) {
      case "none" -> "no items";
      case "one" -> "one item";
      default -> "many items";
    };
  }

  private static String last(CoveragePoint point) {
    return point.pointer().substring(point.pointer().lastIndexOf('/') + 1);
  }

  private static String target(CoveragePoint point) {
    return point.target().map(TestName::state).orElse("");
  }

  /** The name of the state at a JSON pointer. */
  static String state(String pointer) {
    return JsonPointers.lastName(pointer);
  }

  /** {@code ChargePayment} as words. */
  private static String words(String name) {
    return name.replaceAll("([\\p{Lower}\\p{Digit}])(\\p{Upper})", "$1 $2");
  }
}
