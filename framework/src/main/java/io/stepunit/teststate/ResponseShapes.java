package io.stepunit.teststate;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.json.Json;
import io.stepunit.model.Resource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The shapes of the services' answers, as far as they are known: {@code response-shapes.json}. A
 * mocked result of another service is not checked.
 *
 * <p>A shape has a {@code type}; texts may have {@code minLength} and {@code values}, numbers
 * {@code minimum} and {@code maximum}, arrays the shape of their {@code items}, objects the shapes
 * of their {@code fields} and which are {@code required}. Fields that a shape does not name are
 * accepted, as AWS accepts them.
 */
final class ResponseShapes {
  private static final String FILE = "response-shapes.json";

  private final JsonNode shapes;
  private final JsonNode responses;

  private ResponseShapes(JsonNode file) {
    this.shapes = file.get("shapes");
    this.responses = file.get("responses");
  }

  static ResponseShapes read() {
    try (InputStream in =
        Objects.requireNonNull(ResponseShapes.class.getResourceAsStream(FILE), FILE)) {
      return new ResponseShapes(Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " cannot be read", e);
    }
  }

  /**
   * Checks a mocked result of a Task.
   *
   * @throws TestStateException naming the first field that does not fit
   */
  void check(Resource resource, JsonNode result, MockValidation mode) {
    if (mode != MockValidation.NONE) {
      shapeOf(resource).ifPresent(shape -> new Check(mode).object(shape, result));
    }
  }

  /**
   * What comes by a callback has any shape; what a job ends with is what its service tells of it.
   */
  private Optional<JsonNode> shapeOf(Resource resource) {
    if (!(resource instanceof Resource.Service service)
        || service.pattern() == Resource.Pattern.WAIT_FOR_TASK_TOKEN) {
      return Optional.empty();
    }
    return Optional.ofNullable(responses.get(service.service() + ":" + service.actionWithSuffix()))
        .map(name -> shapes.get(name.textValue()));
  }

  /** One result, checked field by field. */
  private final class Check {
    private final MockValidation mode;

    Check(MockValidation mode) {
      this.mode = mode;
    }

    void object(JsonNode shape, JsonNode value) {
      if (mode == MockValidation.STRICT) {
        shape.path("required").forEach(name -> required(name.textValue(), value));
      }
      for (Map.Entry<String, JsonNode> field : shape.path("fields").properties()) {
        if (value.has(field.getKey())) {
          field(field.getKey(), shape(field.getValue()), value.get(field.getKey()));
        }
      }
    }

    private void required(String name, JsonNode value) {
      if (!value.has(name)) {
        throw mismatch("Required field '" + name + "' is missing");
      }
    }

    private void field(String name, JsonNode shape, JsonNode value) {
      switch (shape.get("type").textValue()) {
        case "string" -> text(name, shape, value);
        case "number" -> number(name, shape, value);
        case "array" -> {
          expect(value.isArray(), name, "must be an array");
          value.forEach(item -> field(name, shape(shape.get("items")), item));
        }
        default -> {
          expect(value.isObject(), name, "must be an object");
          object(shape, value);
        }
      }
    }

    private JsonNode shape(JsonNode name) {
      return shapes.get(name.textValue());
    }

    private void text(String name, JsonNode shape, JsonNode value) {
      expect(value.isTextual(), name, "must be a string");
      String text = value.textValue();
      expect(
          text.length() >= shape.path("minLength").asInt(0),
          name,
          "is smaller than the minimum length");
      expect(isExpected(shape.path("values"), text), name, "is not an expected value");
    }

    private boolean isExpected(JsonNode values, String text) {
      boolean found = values.isMissingNode();
      for (JsonNode expected : values) {
        found |= expected.textValue().equals(text);
      }
      return found;
    }

    private void number(String name, JsonNode shape, JsonNode value) {
      expect(value.isNumber(), name, "must be a number");
      double number = value.doubleValue();
      expect(
          number >= shape.path("minimum").asDouble(Double.NEGATIVE_INFINITY),
          name,
          "is less than the minimum value");
      expect(
          number <= shape.path("maximum").asDouble(Double.POSITIVE_INFINITY),
          name,
          "exceeds the maximum value");
    }

    private void expect(boolean holds, String field, String problem) {
      if (!holds) {
        throw mismatch("Field '" + field + "' " + problem);
      }
    }

    private TestStateException mismatch(String problem) {
      return TestStateException.validation("Mock result schema validation error: " + problem);
    }
  }
}
