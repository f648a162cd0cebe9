package io.stepunit.property;

import io.stepunit.Execution;
import java.util.List;

/** Happenings in words. */
final class Told {
  private Told() {}

  /** {@code Charge happened at 2026-01-01T00:00:02Z}. */
  static String happened(Happening it, Course course) {
    String which = which(it, course);
    String verb = it.number() > 0 ? " happened at " : " was entered at ";
    return it.path() + verb + it.at() + (which.isEmpty() ? "" : ", " + which);
  }

  /** Where in the histories it is. */
  static String which(Happening it, Course course) {
    if (it.run() < 0) {
      return "in a child execution";
    }
    List<Execution> all = course.executions();
    String execution =
        all.size() == 1 ? "" : " of execution " + (it.run() + 1) + " of " + all.size();
    return "event " + it.position() + execution;
  }

  static String notAfter(List<String> states) {
    return none(states) + " after it";
  }

  static String notBefore(List<String> states) {
    return none(states) + " before it";
  }

  private static String none(List<String> states) {
    return switch (states.size()) {
      case 1 -> states.get(0) + " did not happen";
      case 2 -> "neither " + states.get(0) + " nor " + states.get(1) + " happened";
      default -> "none of " + String.join(", ", states) + " happened";
    };
  }

  static String never(String state) {
    return state + " never happened";
  }
}
