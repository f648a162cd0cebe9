package io.stepunit.internal.integration;

import io.stepunit.internal.awsmodel.Shape;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Shapes of which nothing is required, at any depth: where it is not known what is always there.
 */
final class OptionalParts {
  private OptionalParts() {}

  static Shape.Structure of(Shape.Structure structure) {
    Map<String, Supplier<Shape>> fields = new LinkedHashMap<>();
    structure.fields().forEach((name, field) -> fields.put(name, () -> ofAny(field.get())));
    return new Shape.Structure(
        structure.className(), Collections.unmodifiableMap(fields), List.of(), structure.union());
  }

  private static Shape ofAny(Shape shape) {
    if (shape instanceof Shape.Structure structure) {
      return of(structure);
    }
    if (shape instanceof Shape.Items items) {
      return new Shape.Items(() -> ofAny(items.item().get()));
    }
    return shape instanceof Shape.Entries entries
        ? new Shape.Entries(() -> ofAny(entries.value().get()))
        : shape;
  }
}
