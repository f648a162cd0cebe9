package io.stepunit.internal.shape;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.awsmodel.Shape;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.model.Resource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The shapes of the services' answers, as far as they are known: {@code response-shapes.json}. A
 * mocked result of another service is not checked.
 *
 * <p>A shape has a {@code type}; texts may have {@code minLength} and {@code values}, numbers
 * {@code minimum} and {@code maximum}, arrays the shape of their {@code items}, objects the shapes
 * of their {@code fields} and which are {@code required}. Fields that a shape does not name are
 * accepted, as AWS accepts them.
 */
public final class ResponseShapes {
  private static final String FILE = "response-shapes.json";

  /** Immutable and costly to read: shared by all. */
  private static final ResponseShapes KNOWN = read();

  private final Map<String, Shape> shapes = new LinkedHashMap<>();
  private final JsonNode responses;

  private ResponseShapes(JsonNode file) {
    for (Map.Entry<String, JsonNode> shape : file.get("shapes").properties()) {
      shapes.put(shape.getKey(), shape(shape.getValue()));
    }
    this.responses = file.get("responses");
  }

  private static ResponseShapes read() {
    try (InputStream in =
        Objects.requireNonNull(ResponseShapes.class.getResourceAsStream(FILE), FILE)) {
      return new ResponseShapes(Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " cannot be read", e);
    }
  }

  /**
   * What a Task's result looks like. What comes by a callback has any shape; what a job ends with
   * is what its service tells of it.
   *
   * @return empty if that is not known
   */
  public static Optional<Shape.Structure> of(Resource resource) {
    if (!(resource instanceof Resource.Service service)
        || service.pattern() == Resource.Pattern.WAIT_FOR_TASK_TOKEN) {
      return Optional.empty();
    }
    String action = service.service() + ":" + service.actionWithSuffix();
    return Optional.ofNullable(KNOWN.responses.get(action))
        .map(name -> KNOWN.shapes.get(name.textValue()))
        .map(Shape.Structure.class::cast);
  }

  private Shape shape(JsonNode shape) {
    String type = shape.get("type").textValue();
    return switch (type) {
      case "string" ->
          new Shape.Text(shape.path("minLength").asInt(0), texts(shape.path("values")));
      case "number" ->
          new Shape.Numeric(
              Shape.Numeric.Kind.DOUBLE,
              shape.path("minimum").asDouble(Double.NEGATIVE_INFINITY),
              shape.path("maximum").asDouble(Double.POSITIVE_INFINITY));
      case "timestamp" -> new Shape.Timestamp();
      case "payload" -> new Shape.Payload();
      case "array" -> new Shape.Items(named(shape.get("items")));
      case "object" -> Shape.Structure.of(fields(shape), texts(shape.path("required")));
      default -> throw new IllegalStateException(FILE + " has a shape of type " + type);
    };
  }

  private Map<String, Supplier<Shape>> fields(JsonNode shape) {
    Map<String, Supplier<Shape>> fields = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : shape.path("fields").properties()) {
      fields.put(field.getKey(), named(field.getValue()));
    }
    return Collections.unmodifiableMap(fields);
  }

  private Supplier<Shape> named(JsonNode name) {
    return () -> Objects.requireNonNull(shapes.get(name.textValue()), name.textValue());
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(item -> texts.add(item.textValue()));
    return List.copyOf(texts);
  }
}
