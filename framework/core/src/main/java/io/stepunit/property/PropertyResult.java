package io.stepunit.property;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.text.Printable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/**
 * What came of the search for a case in which a machine does not keep to a property.
 *
 * @param cases how many cases were tried
 * @param counterexample the smallest such case; empty if none was found
 * @param unreached the parts of the property of which no case says anything, since what they are
 *     about never happened, each with what is missing
 * @since 0.1.0
 */
@API(status = API.Status.EXPERIMENTAL)
public record PropertyResult(
    int cases, Optional<Counterexample> counterexample, Map<String, String> unreached) {
  /** Copies the map. */
  public PropertyResult {
    unreached = Collections.unmodifiableMap(new LinkedHashMap<>(unreached));
  }

  /**
   * A case in which the machine does not keep to the property, made as small as possible.
   *
   * @param input the input
   * @param violation what is wrong
   * @param text the case, what is wrong, and the timeline
   * @param test a test to paste that fails like it
   */
  public record Counterexample(JsonNode input, String violation, String text, String test) {
    /** A copy of the input. */
    @Override
    public JsonNode input() {
      return input.deepCopy();
    }
  }

  /** Whether no counterexample was found, and each part of the property was put to the test. */
  public boolean holds() {
    return counterexample.isEmpty() && unreached.isEmpty();
  }

  /** How many cases were tried, and what is wrong. */
  @Override
  public String toString() {
    if (counterexample.isPresent()) {
      return "after %s the smallest that fails is:\n%s\n\nAs a test:\n\n%s"
          .formatted(
              cases == 1 ? "1 case" : cases + " cases",
              Printable.lines(counterexample.get().text()),
              Printable.lines(counterexample.get().test()));
    }
    return unreached.isEmpty()
        ? "It holds in all " + cases + " cases."
        : unreached.entrySet().stream()
            .map(part -> "\n  " + part.getKey() + ": " + Printable.line(part.getValue()))
            .collect(
                Collectors.joining(
                    "",
                    "none of " + cases + " cases says anything of it:",
                    "\nGive an input that gets there by alsoWith(…), or mock the Tasks whose results decide."));
  }
}
