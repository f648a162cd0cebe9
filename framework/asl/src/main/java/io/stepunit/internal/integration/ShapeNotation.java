package io.stepunit.internal.integration;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.awsmodel.Shape;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * Shapes as {@code optimized-integrations.json} writes them:
 *
 * <ul>
 *   <li>{@code "text"}, {@code "number"}, {@code "flag"}, {@code "any"}, {@code "payload"}: a value
 *   <li>{@code ["=", "a", "b"]}: a text with these values
 *   <li>{@code [SHAPE]}: an array
 *   <li>{@code {"*": SHAPE}}: an object with any names
 *   <li>{@code {"Name": SHAPE, "Name!": SHAPE}}: an object, where {@code !} marks what is required
 *   <li>{@code {"...": REFERENCE, "Name": SHAPE, "Other": null}}: what the reference leads to, with
 *       a member that is different, and without another
 *   <li>{@code "glue:getJobRun.JobRun"}: a reference, to what an operation of a service's API is
 *       sent or answers, or a part of that; {@code []} leads to the items of an array, {@code ?} at
 *       the end says that nothing is required
 * </ul>
 */
final class ShapeNotation {
  private final BiFunction<String, String, Optional<Shape.Structure>> api;

  /**
   * @param api finds what is sent to or answered by an operation, by the names of service and
   *     action
   */
  ShapeNotation(BiFunction<String, String, Optional<Shape.Structure>> api) {
    this.api = api;
  }

  /** A shape that is an object of named members. */
  Shape.Structure structure(JsonNode notation) {
    return (Shape.Structure) shape(notation);
  }

  private Shape shape(JsonNode notation) {
    if (notation.isTextual()) {
      return value(notation.textValue());
    }
    if (notation.isArray()) {
      return notation.size() > 1 ? values(notation) : items(notation.get(0));
    }
    JsonNode entries = notation.path("*");
    if (!entries.isMissingNode()) {
      Shape value = shape(entries);
      return new Shape.Entries(() -> value);
    }
    return members(notation);
  }

  private Shape items(JsonNode item) {
    Shape shape = shape(item);
    return new Shape.Items(() -> shape);
  }

  private static Shape values(JsonNode notation) {
    Set<String> values = new LinkedHashSet<>();
    notation.forEach(value -> values.add(value.textValue()));
    values.remove("=");
    return new Shape.Text(0, List.copyOf(values));
  }

  private Shape.Structure members(JsonNode notation) {
    Shape.Structure base =
        notation.has("...") ? reference(notation.get("...").textValue()) : Shape.Structure.EMPTY;
    Map<String, Supplier<Shape>> fields = new LinkedHashMap<>(base.fields());
    Set<String> required = new LinkedHashSet<>(base.required());
    for (Map.Entry<String, JsonNode> member : notation.properties()) {
      String name = member.getKey().replace("!", "");
      if (member.getValue().isNull()) {
        fields.remove(name);
        required.remove(name);
      } else if (!name.equals("...")) {
        Shape shape = shape(member.getValue());
        fields.put(name, () -> shape);
        if (member.getKey().endsWith("!")) {
          required.add(name);
        }
      }
    }
    return new Shape.Structure(
        base.className(), Collections.unmodifiableMap(fields), List.copyOf(required), base.union());
  }

  private Shape value(String name) {
    return switch (name) {
      case "text" -> Shape.Text.ANY;
      case "number" -> Shape.Numeric.any(Shape.Numeric.Kind.DOUBLE);
      case "flag" -> new Shape.Flag();
      case "any" -> new Shape.Anything();
      case "payload" -> new Shape.Payload();
      default -> reference(name);
    };
  }

  private Shape.Structure reference(String text) {
    boolean isOptional = text.endsWith("?");
    String[] names = text.replace("?", "").split("[:.]", 3);
    Shape.Structure whole =
        api.apply(names[0], names[1])
            .orElseThrow(() -> new IllegalStateException("There is no operation " + text));
    Shape.Structure structure = names.length > 2 ? part(whole, names[2]) : whole;
    return isOptional ? OptionalParts.of(structure) : structure;
  }

  private static Shape.Structure part(Shape.Structure whole, String name) {
    boolean isItem = name.endsWith("[]");
    Shape part = Objects.requireNonNull(whole.fields().get(name.replace("[]", "")), name).get();
    return (Shape.Structure) (isItem ? ((Shape.Items) part).item().get() : part);
  }
}
