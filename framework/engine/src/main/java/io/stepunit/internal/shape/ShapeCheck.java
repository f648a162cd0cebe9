package io.stepunit.internal.shape;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.awsmodel.Shape;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Compares one value with a shape, field by field.
 *
 * @param mode how closely
 * @param asShown whether the value is as an optimized integration shows it in an execution, where a
 *     time may be a number and a function's payload any JSON; TestState accepts only texts
 */
public record ShapeCheck(FieldValidationMode mode, boolean asShown) {
  /**
   * The first field that does not fit, required ones first; empty if all do.
   *
   * @param answer what is checked; of anything but an object only required fields are missed
   */
  public Optional<Mismatch> mismatch(Shape.Structure shape, JsonNode answer) {
    return mode == FieldValidationMode.NONE ? Optional.empty() : structure("", shape, answer);
  }

  private Optional<Mismatch> structure(String path, Shape.Structure shape, JsonNode value) {
    if (mode == FieldValidationMode.STRICT) {
      for (String name : shape.required()) {
        if (!value.has(name)) {
          return Optional.of(Mismatch.missing(below(path, name), name));
        }
      }
    }
    for (Map.Entry<String, Supplier<Shape>> field : shape.fields().entrySet()) {
      String name = field.getKey();
      if (value.has(name)) {
        Optional<Mismatch> found =
            value(below(path, name), name, field.getValue().get(), value.get(name));
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Mismatch> value(String path, String name, Shape shape, JsonNode value) {
    if (shape instanceof Shape.Structure structure && value.isObject()) {
      return structure(path, structure, value);
    }
    if (shape instanceof Shape.Items items && value.isArray()) {
      return items(path, name, items, value);
    }
    if (shape instanceof Shape.Entries entries && value.isObject()) {
      return entries(path, entries, value);
    }
    String problem = problem(shape, value);
    return problem.isEmpty() ? Optional.empty() : Optional.of(new Mismatch(path, name, problem));
  }

  private Optional<Mismatch> items(String path, String name, Shape.Items items, JsonNode value) {
    for (int i = 0; i < value.size(); i++) {
      Optional<Mismatch> found =
          value(path + "[" + i + "]", name, items.item().get(), value.get(i));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<Mismatch> entries(String path, Shape.Entries entries, JsonNode value) {
    for (Map.Entry<String, JsonNode> entry : value.properties()) {
      String name = entry.getKey();
      Optional<Mismatch> found =
          value(below(path, name), name, entries.value().get(), entry.getValue());
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** What is wrong with a value by itself; empty if nothing. */
  private String problem(Shape shape, JsonNode value) {
    if (shape instanceof Shape.Text text) {
      return text(text, value);
    }
    if (shape instanceof Shape.Numeric number) {
      return number(number, value);
    }
    if (shape instanceof Shape.Timestamp) {
      return value.isTextual() || asShown && value.isNumber() ? "" : "must be a string";
    }
    if (shape instanceof Shape.Payload) {
      return value.isTextual() || asShown ? "" : "must be a string";
    }
    if (shape instanceof Shape.Blob blob) {
      return blob(blob, value);
    }
    if (shape instanceof Shape.Flag) {
      return value.isBoolean() ? "" : "must be a boolean";
    }
    if (shape instanceof Shape.Items) {
      return "must be an array";
    }
    return shape instanceof Shape.Anything || shape instanceof Shape.EventStream
        ? ""
        : "must be an object";
  }

  private static String text(Shape.Text shape, JsonNode value) {
    if (!value.isTextual()) {
      return "must be a string";
    }
    String text = value.textValue();
    if (text.length() < shape.minLength()) {
      return "is smaller than the minimum length";
    }
    boolean expected = shape.values().isEmpty() || shape.values().contains(text);
    return expected ? "" : "is not an expected value";
  }

  /** Bytes are text, or the JSON that they are. */
  private String blob(Shape.Blob shape, JsonNode value) {
    if (!value.isTextual()) {
      return asShown ? "" : "must be a string";
    }
    return value.textValue().length() < shape.minLength()
        ? "is smaller than the minimum length"
        : "";
  }

  private static String number(Shape.Numeric shape, JsonNode value) {
    if (!value.isNumber()) {
      return "must be a number";
    }
    if (value.doubleValue() < shape.minimum()) {
      return "is less than the minimum value";
    }
    return value.doubleValue() > shape.maximum() ? "exceeds the maximum value" : "";
  }

  private static String below(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
