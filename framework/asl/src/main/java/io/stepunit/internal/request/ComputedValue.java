package io.stepunit.internal.request;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.awsmodel.Shape;
import io.stepunit.internal.expression.DataPath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value of a request that an expression makes.
 *
 * @param way the way to it in the request; empty for the whole of it
 * @param shape what it has to be
 * @param pointer where its expression stands in the definition's template
 * @param code the key and the expression as written: {@code Item.Id.S.$ = $.id}
 */
record ComputedValue(List<DataPath.Step> way, Shape shape, String pointer, String code) {
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
    for (int i = 0; i < way.size() && value != null; i++) {
      value = step(value, way.get(i));
    }
    return value;
  }

  private static @Nullable JsonNode step(JsonNode value, DataPath.Step step) {
    return step instanceof DataPath.Step.Item item
        ? value.get(item.index())
        : value.get(step.name().orElse(""));
  }

  /** Whether a place in the request is this value, or a part of it. */
  boolean contains(List<String> place) {
    if (place.size() < way.size()) {
      return false;
    }
    for (int i = 0; i < way.size(); i++) {
      if (!place.get(i).equals(token(way.get(i)))) {
        return false;
      }
    }
    return true;
  }

  private static String token(DataPath.Step step) {
    return step instanceof DataPath.Step.Item item
        ? String.valueOf(item.index())
        : step.name().orElse("");
  }

  /** The name of the field that it is the value of, or a part. */
  String name() {
    return way.stream().flatMap(step -> step.name().stream()).reduce((a, b) -> b).orElse("value");
  }
}
