package io.stepunit.internal.explore;

import io.stepunit.internal.model.Catcher;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * One run to do.
 *
 * @param input chooses the values of the input
 * @param answers chooses those of the n-th answer of a Task
 * @param lists whether whole inputs and payloads are arrays
 * @param failing the Tasks that fail
 * @param error what they fail with
 * @param target the state that the run is made for; empty if for none in particular
 */
record Trial(
    ValueChoice input,
    IntFunction<ValueChoice> answers,
    boolean lists,
    Set<String> failing,
    String error,
    Optional<String> target) {

  static final String ANY_ERROR = "Automatic.Failure";

  /** The n-th values; each Task continues from there. */
  static Trial nth(int n, boolean lists) {
    return new Trial(
        ValueChoice.nth(n),
        invocation -> ValueChoice.nth(n + invocation - 1),
        lists,
        Set.of(),
        "",
        Optional.empty());
  }

  static Trial scattered(int seed, boolean lists) {
    return new Trial(
        ValueChoice.scattered(seed),
        invocation -> ValueChoice.scattered(seed + 1_000L * invocation),
        lists,
        Set.of(),
        "",
        Optional.empty());
  }

  /**
   * The same, with Tasks that fail so that a Catcher takes the execution to its state.
   *
   * @param anyError what to fail with where the Catcher takes any error: others may come before it
   */
  Trial failing(Set<String> tasks, Catcher catcher, String anyError) {
    String error = catcher.errorEquals().get(0);
    boolean any = error.equals("States.ALL") || error.equals("States.TaskFailed");
    return new Trial(
        input, answers, lists, tasks, any ? anyError : error, Optional.of(catcher.next()));
  }
}
