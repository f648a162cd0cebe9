package io.stepunit.assertj;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.assertj.Evidence;
import io.stepunit.internal.assertj.ShouldHaveJson;
import io.stepunit.internal.json.Json;
import java.util.Optional;
import java.util.function.Supplier;
import org.assertj.core.error.ErrorMessageFactory;

/**
 * An input or an output that is compared with an expected value.
 *
 * @param evidence where it was found
 * @param what {@code input} or {@code output}
 * @param document the value, empty if there is none
 * @param instead what to say where there is none
 */
record JsonSubject(
    Supplier<Evidence> evidence, String what, Optional<JsonNode> document, String instead) {

  /** What to say if the value is not the expected one, empty if it is. */
  Optional<ErrorMessageFactory> compare(JsonNode expected) {
    if (document.isEmpty()) {
      return Optional.of(nothing("", expected));
    }
    return Json.sameValue(expected, document.get())
        ? Optional.empty()
        : Optional.of(
            ShouldHaveJson.shouldHaveJson(evidence.get(), what, expected, document.get()));
  }

  /** What to say if the value has not the expected one at a path, empty if it has. */
  Optional<ErrorMessageFactory> compareAt(
      String path, JsonNode expected, Optional<JsonNode> found) {
    if (document.isEmpty()) {
      return Optional.of(nothing(path, expected));
    }
    if (found.isEmpty()) {
      return Optional.of(
          ShouldHaveJson.shouldHavePathTo(evidence.get(), what, path, expected, document.get()));
    }
    return Json.sameValue(expected, found.get())
        ? Optional.empty()
        : Optional.of(
            ShouldHaveJson.shouldHaveValueAt(evidence.get(), what, path, expected, found.get()));
  }

  private ShouldHaveJson nothing(String place, JsonNode expected) {
    return ShouldHaveJson.shouldHaveJson(evidence.get(), what, place, expected, instead);
  }
}
