package io.stepunit.internal.assertj;

import io.stepunit.history.CatcherInfo;
import io.stepunit.history.StateVisit;
import java.util.List;
import java.util.Optional;

/**
 * A visit failed in another way, was caught by another Catcher, or by none.
 *
 * @since 0.1.0
 */
public final class ShouldBeCaught extends ExecutionMessage {
  private ShouldBeCaught(Evidence evidence, String... lines) {
    super(evidence, lines);
  }

  /**
   * Another Catcher or none was taken.
   *
   * @param expectation which one was expected: {@code by Catch[0]}
   * @param failure how the visit failed, empty if it did not
   */
  public static ShouldBeCaught shouldBeCaught(
      Evidence evidence, StateVisit visit, String expectation, Optional<String> failure) {
    return new ShouldBeCaught(
        evidence,
        "Expecting the failure of " + evidence.subject() + " to be caught " + expectation,
        "but it " + found(visit, failure),
        catchers(visit.catchers()));
  }

  /** A Catcher was taken, and none should have been. */
  public static ShouldBeCaught shouldNotBeCaught(
      Evidence evidence, StateVisit visit, Optional<String> failure) {
    return new ShouldBeCaught(
        evidence,
        "Expecting no Catcher of " + evidence.subject() + " to be taken",
        "but it " + found(visit, failure));
  }

  /** The visit did not fail with that error. */
  public static ShouldBeCaught shouldHaveFailedWith(
      Evidence evidence, String expected, Optional<String> failure) {
    return new ShouldBeCaught(
        evidence,
        "Expecting " + evidence.subject() + " to fail with",
        block(expected),
        "but it " + failure.map(text -> "failed with " + text).orElse("did not fail"));
  }

  private static String found(StateVisit visit, Optional<String> failure) {
    if (failure.isEmpty() && visit.catcherTaken().isEmpty()) {
      return "did not fail";
    }
    String failed = failure.map(text -> "failed with " + text).orElse("failed");
    return visit
        .catcherTaken()
        .map(taken -> failed + ", caught by " + catcher(taken))
        .orElse(failed + ", caught by no Catcher");
  }

  private static String catcher(CatcherInfo taken) {
    return "Catch[" + taken.index() + "], next " + taken.next();
  }

  private static String catchers(List<CatcherInfo> catchers) {
    return catchers.isEmpty()
        ? "The state has no Catch"
        : catchers.stream()
            .map(ShouldBeCaught::line)
            .reduce("Its Catchers are", (a, b) -> a + "\n" + b);
  }

  private static String line(CatcherInfo catcher) {
    return "  Catch[%s] %s, next %s (%s)"
        .formatted(
            catcher.index(),
            String.join(", ", catcher.errorEquals()),
            catcher.next(),
            catcher.location());
  }
}
