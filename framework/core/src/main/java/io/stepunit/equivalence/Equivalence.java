package io.stepunit.equivalence;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.text.Printable;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * How a machine compares with the original.
 *
 * @param cases how many cases were tried
 * @param succeeded in how many of them the original succeeded
 * @param differing in how many of them the machines differ
 * @param counterexample the smallest case in which they differ; empty if they never do
 * @since 0.1.0
 */
@API(status = API.Status.EXPERIMENTAL)
public record Equivalence(
    int cases, int succeeded, int differing, Optional<Counterexample> counterexample) {
  /**
   * A case in which the machines differ, made as small as possible.
   *
   * @param input the input
   * @param text the case, what both do side by side, and where they differ
   */
  public record Counterexample(JsonNode input, String text) {
    /** A copy of the input. */
    @Override
    public JsonNode input() {
      return input.deepCopy();
    }
  }

  /** Whether the machines did the same in all cases. */
  public boolean isSame() {
    return counterexample.isEmpty();
  }

  /** How many cases differ, and the smallest. */
  @Override
  public String toString() {
    return counterexample
        .map(
            example ->
                "%s of %s cases differ. The smallest:\n%s"
                    .formatted(differing, cases, Printable.lines(example.text())))
        .orElseGet(
            () ->
                "The same in all %s cases; the original succeeded in %s of them."
                    .formatted(cases, succeeded));
  }
}
