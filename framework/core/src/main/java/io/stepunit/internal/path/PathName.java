package io.stepunit.internal.path;

import io.stepunit.internal.reach.Aim;
import io.stepunit.internal.reach.PathStep;
import io.stepunit.internal.text.Printable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells a path in words: {@code Reserve → Charge ✗ Payment.Declined → Release}. */
final class PathName {
  static final String THEN = Aim.THEN;

  /** Longer names say less. */
  private static final int LONGEST = 160;

  private static final String LEFT_OUT = "…";

  private PathName() {}

  /** All of it, so that two paths differ exactly if these do. */
  static String whole(List<PathStep> path) {
    return String.join(THEN, folded(path.stream().map(PathName::step).toList()));
  }

  /** For people: where there is no other way from state to state, long paths leave states out. */
  static String of(List<PathStep> path) {
    String whole = whole(path);
    if (whole.length() <= LONGEST) {
      return Printable.line(whole);
    }
    List<String> steps = new ArrayList<>();
    for (int i = 0; i < path.size(); i++) {
      boolean isEnd = i == 0 || i == path.size() - 1;
      if (isEnd || tells(path.get(i)) || decides(path.get(i - 1))) {
        steps.add(step(path.get(i)));
      } else if (!steps.get(steps.size() - 1).equals(LEFT_OUT)) {
        steps.add(LEFT_OUT);
      }
    }
    return Printable.line(shortened(String.join(THEN, folded(steps))));
  }

  private static String shortened(String name) {
    if (name.length() <= 2 * LONGEST) {
      return name;
    }
    return cut(name, 0, LONGEST) + LEFT_OUT + cut(name, name.length() - LONGEST, name.length());
  }

  /** Without half of a character at its ends. */
  private static String cut(String name, int from, int to) {
    int begin = from > 0 && Character.isLowSurrogate(name.charAt(from)) ? from + 1 : from;
    int end = to < name.length() && Character.isLowSurrogate(name.charAt(to)) ? to - 1 : to;
    return name.substring(begin, end);
  }

  private static boolean tells(PathStep step) {
    return !step.errors().isEmpty() || step.caught().isPresent() || !step.parts().isEmpty();
  }

  private static boolean decides(PathStep step) {
    return step.type().equals("Choice") || step.caught().isPresent();
  }

  private static String step(PathStep step) {
    return step.state() + parts(step) + errors(step);
  }

  private static String parts(PathStep step) {
    if (step.parts().isEmpty()) {
      return step.type().equals("Map") && step.errors().isEmpty() ? " (no items)" : "";
    }
    Map<String, Integer> paths = new LinkedHashMap<>();
    step.parts().forEach(part -> paths.merge(whole(part), 1, Integer::sum));
    return paths.entrySet().stream()
        .map(path -> path.getKey() + times(path.getValue()))
        .collect(Collectors.joining(" | ", " [", "]"));
  }

  private static String times(int count) {
    return count == 1 ? "" : " ×" + count;
  }

  /** Errors after which the state was tried again, and the one that was not overcome. */
  private static String errors(PathStep step) {
    StringBuilder text = new StringBuilder();
    List<String> errors = step.errors();
    if (errors.isEmpty()) {
      step.caught().ifPresent(error -> text.append(" ✗ ").append(error));
    }
    for (int from = 0, to; from < errors.size(); from = to) {
      to = from;
      while (to < errors.size() && errors.get(to).equals(errors.get(from))) {
        to++;
      }
      boolean isEnd = to == errors.size() && step.failed();
      text.append(isEnd ? " ✗ " : " ↻ ").append(errors.get(from)).append(times(to - from));
    }
    return text.toString();
  }

  /** Rounds of a loop together: {@code (Wait → Look) ×3}. */
  private static List<String> folded(List<String> steps) {
    List<String> folded = new ArrayList<>();
    for (int at = 0; at < steps.size(); ) {
      int length = 1;
      int rounds = 1;
      for (int size = 1; size <= (steps.size() - at) / 2; size++) {
        int count = rounds(steps, at, size);
        if (count > 1 && (count - 1) * size > (rounds - 1) * length) {
          length = size;
          rounds = count;
        }
      }
      List<String> round = steps.subList(at, at + length);
      if (rounds == 1) {
        folded.add(steps.get(at));
      } else {
        folded.add("(" + String.join(THEN, folded(round)) + ")" + times(rounds));
      }
      at += length * rounds;
    }
    return folded;
  }

  private static int rounds(List<String> steps, int at, int size) {
    List<String> first = steps.subList(at, at + size);
    int count = 1;
    for (int next = at + size;
        next + size <= steps.size() && steps.subList(next, next + size).equals(first);
        next += size) {
      count++;
    }
    return count;
  }
}
