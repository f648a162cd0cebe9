package io.stepunit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.api.StepFunctionsException;
import io.stepunit.internal.engine.limit.EngineLimits;
import io.stepunit.internal.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the API's model says of its operations: the constraints of their requests, which the service
 * checks before it looks at anything else, and the names of their errors. {@code
 * request-model.json} has them as the model has.
 */
final class RequestModel {
  private static final String FILE = "request-model.json";

  /** Immutable and costly to read: shared by all. */
  private static final RequestModel AWS = read();

  private final JsonNode operations;
  private final Map<String, RequestShape> shapes = new LinkedHashMap<>();

  private RequestModel(JsonNode file) {
    this.operations = file.get("operations");
    for (Map.Entry<String, JsonNode> shape : file.get("shapes").properties()) {
      shapes.put(shape.getKey(), shape(shape.getValue()));
    }
  }

  private static RequestModel read() {
    try (InputStream in =
        Objects.requireNonNull(RequestModel.class.getResourceAsStream(FILE), FILE)) {
      return new RequestModel(Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " cannot be read", e);
    }
  }

  /**
   * Checks a request.
   *
   * @param operation its name as SDK integrations have it: {@code listExecutions}
   * @param limits the service's limits, which a test may have lifted
   * @throws StepFunctionsException {@code ValidationException}, or {@code SerializationException}
   *     where a value is of another type
   */
  static void check(String operation, JsonNode request, EngineLimits limits) {
    Violations violations = new Violations(limits);
    AWS.input(operation).check(request, "", violations);
    violations.throwIfAny();
  }

  /** The names of all operations, as SDK integrations have them. */
  static List<String> operations() {
    List<String> names = new ArrayList<>();
    AWS.operations.fieldNames().forEachRemaining(names::add);
    return List.copyOf(names);
  }

  /**
   * The errors that the model names for an operation; validation and the like are not among them.
   */
  static List<String> errors(String operation) {
    return texts(AWS.operations.get(operation).get("errors"));
  }

  /**
   * The parameters of a Task that calls an operation, as a request: with the model's names, in
   * camel case, in place of those in Pascal case.
   */
  static JsonNode asRequest(String operation, JsonNode parameters) {
    return AWS.operations.has(operation) ? AWS.input(operation).named(parameters) : parameters;
  }

  private RequestShape input(String operation) {
    return named(operations.get(operation).get("input")).get();
  }

  private RequestShape shape(JsonNode shape) {
    String type = shape.get("type").textValue();
    return switch (type) {
      case "string" ->
          new RequestShape.Text(
              length(shape),
              Optional.ofNullable(shape.get("pattern"))
                  .map(JsonNode::textValue)
                  .map(Pattern::compile),
              texts(shape.path("enum")),
              shape.path("sensitive").asBoolean());
      case "integer" -> numeric("Integer", shape);
      case "float" -> numeric("Float", shape);
      case "boolean" -> new RequestShape.Flag();
      case "list" -> new RequestShape.Items(named(shape.get("member")), length(shape));
      case "structure" -> new RequestShape.Structure(members(shape), texts(shape.path("required")));
      default -> throw new IllegalStateException(FILE + " has a shape of type " + type);
    };
  }

  private static RequestShape numeric(String type, JsonNode shape) {
    return new RequestShape.Numeric(type, bound(shape.get("min")), bound(shape.get("max")));
  }

  private static RequestShape.Length length(JsonNode shape) {
    OptionalInt most =
        shape.has("max") ? OptionalInt.of(shape.get("max").intValue()) : OptionalInt.empty();
    return new RequestShape.Length(shape.path("min").asInt(0), most);
  }

  private static Optional<BigDecimal> bound(@Nullable JsonNode number) {
    return Optional.ofNullable(number).map(JsonNode::decimalValue);
  }

  private Map<String, Supplier<RequestShape>> members(JsonNode shape) {
    Map<String, Supplier<RequestShape>> members = new LinkedHashMap<>();
    shape
        .path("members")
        .properties()
        .forEach(member -> members.put(member.getKey(), named(member.getValue())));
    return members;
  }

  private Supplier<RequestShape> named(JsonNode name) {
    return () -> Objects.requireNonNull(shapes.get(name.textValue()), name.textValue());
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(item -> texts.add(item.textValue()));
    return List.copyOf(texts);
  }
}
