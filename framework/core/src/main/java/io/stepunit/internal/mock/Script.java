package io.stepunit.internal.mock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/** The answers of one mock, in order; grows while the test declares more. */
final class Script {
  private final List<Step> steps = new ArrayList<>();
  private Optional<String> unfinished = Optional.empty();

  void add(Step step) {
    steps.add(step);
    unfinished = Optional.empty();
  }

  /**
   * An answer was begun.
   *
   * @param advice what is missing while the test says no more
   */
  void begin(String advice) {
    unfinished = Optional.of(advice);
  }

  /** What is missing of an answer that was begun; empty if each is whole. */
  Optional<String> unfinished() {
    return unfinished;
  }

  /** Refines the most recent answer. */
  void refineLast(UnaryOperator<Step> change) {
    int last = steps.size() - 1;
    steps.set(last, change.apply(steps.get(last)));
  }

  boolean isEmpty() {
    return steps.isEmpty();
  }

  /**
   * The answer to a call, 1-based; empty past the end. An answer without a number of times is given
   * once if another follows, and for ever if it is the last.
   */
  Optional<Step> answerTo(int call) {
    int before = 0;
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      OptionalInt times = times(i);
      if (times.isEmpty() || call - before <= times.getAsInt()) {
        return Optional.of(step);
      }
      before += times.getAsInt();
    }
    return Optional.empty();
  }

  /** How many calls have an answer; empty if the last answer repeats for ever. */
  OptionalInt length() {
    int length = 0;
    for (int i = 0; i < steps.size(); i++) {
      OptionalInt times = times(i);
      if (times.isEmpty()) {
        return OptionalInt.empty();
      }
      length += times.getAsInt();
    }
    return OptionalInt.of(length);
  }

  private OptionalInt times(int index) {
    OptionalInt times = steps.get(index).times();
    return times.isEmpty() && index < steps.size() - 1 ? OptionalInt.of(1) : times;
  }
}
