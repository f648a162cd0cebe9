package io.stepunit.internal.request;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.awsmodel.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value of a request that an expression makes.
 *
 * @param path the names and indices that lead to it in the request; empty for the whole of it
 * @param shape what it has to be
 * @param pointer where its expression stands in the definition's template
 * @param code the key and the expression as written: {@code Item.Id.S.$ = $.id}
 */
record ComputedValue(List<String> path, Shape shape, String pointer, String code) {
  /**
   * Whether the value is of the right type for certain. What has parts is not looked into.
   *
   * @param request the effective parameters
   */
  boolean fits(JsonNode request) {
    JsonNode value = in(request);
    if (value == null || value.isNull()) {
      return true;
    }
    boolean hasParts =
        shape instanceof Shape.Structure
            || shape instanceof Shape.Entries
            || shape instanceof Shape.Items;
    return !hasParts && PlainValues.fits(shape, value);
  }

  private @Nullable JsonNode in(JsonNode request) {
    JsonNode value = request;
    for (int i = 0; i < path.size() && value != null; i++) {
      value = step(value, path.get(i));
    }
    return value;
  }

  private static @Nullable JsonNode step(JsonNode value, String step) {
    if (!value.isArray()) {
      return value.get(step);
    }
    boolean isIndex = step.chars().allMatch(Character::isDigit);
    return isIndex ? value.get(Integer.parseInt(step)) : null;
  }

  /** Whether a place in the request is this value, or a part of it. */
  boolean contains(List<String> place) {
    return place.size() >= path.size() && place.subList(0, path.size()).equals(path);
  }
}
