package io.stepunit.internal.property;

import io.stepunit.property.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * What is said of a case.
 *
 * @param failure what is wrong; empty if nothing is
 * @param verdicts those on the properties that were asked for
 */
public record Judgement(Optional<Failure> failure, List<Verdict> verdicts) {
  /**
   * What is wrong.
   *
   * @param kind the same for failures that are alike
   * @param text a sentence or more
   */
  public record Failure(String kind, String text) {}
}
