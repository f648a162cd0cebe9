package io.stepunit.internal.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.asl.Diagnostic;
import io.stepunit.asl.ValidationSettings;
import io.stepunit.asl.WorkflowType;
import io.stepunit.internal.awsmodel.ServiceModel;
import io.stepunit.internal.awsmodel.ServiceModels;
import io.stepunit.internal.awsmodel.Shape;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.model.Resource;
import io.stepunit.internal.request.RequestForm;
import io.stepunit.internal.request.RequestForms;
import io.stepunit.load.DefinitionLoader;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Operations drawn from all services: the smallest request is accepted, and every single mistake in
 * it is refused.
 */
class SampledRequestsTest {
  private static final long SEED = 20_261_128;
  private static final int OPERATIONS = 200;

  /** Deep enough for what is required inside of required fields. */
  private static final int DEPTH = 6;

  static Stream<String> operations() {
    Random random = new Random(SEED);
    List<String> services =
        ServiceModels.names().stream().filter(name -> !ServiceModels.isDropped(name)).toList();
    return Stream.generate(() -> services.get(random.nextInt(services.size())))
        .map(name -> operation(ServiceModels.of(name).orElseThrow(), random))
        .distinct()
        .limit(OPERATIONS);
  }

  private static String operation(ServiceModel service, Random random) {
    List<String> actions = List.copyOf(service.actions());
    return "aws-sdk:" + service.name() + ":" + actions.get(random.nextInt(actions.size()));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void the_smallest_request_is_accepted(String operation) {
    assertThat(problems(operation, smallest(form(operation)))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void no_required_field_may_be_missing(String operation) {
    ObjectNode request = smallest(form(operation));

    for (String name : form(operation).shape().required()) {
      assertThat(messages(problems(operation, request.deepCopy().without(name))))
          .containsExactly("The field '%s' is required but was missing".formatted(name));
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void no_name_may_be_another(String operation) {
    ObjectNode request = smallest(form(operation));
    ObjectNode more = request.deepCopy().put("Bogus", "x");

    assertThat(messages(problems(operation, more)))
        .containsExactly("The field \"Bogus\" is not supported by Step Functions");
    misnamed(form(operation).shape(), request)
        .forEach(
            mistake ->
                assertThat(problems(operation, mistake))
                    .as("%s", mistake)
                    .anyMatch(Diagnostic::isError));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void no_value_may_be_of_another_type(String operation) {
    RequestForm form = form(operation);
    ObjectNode request = smallest(form);

    members(form.shape(), request, SampledRequestsTest::mistyped)
        .forEach(
            mistake ->
                assertThat(problems(operation, mistake))
                    .as("%s", mistake)
                    .anyMatch(Diagnostic::isError));
    form.shape()
        .fields()
        .forEach(
            (name, shape) ->
                wrong(shape.get())
                    .limit(1)
                    .map(value -> request.deepCopy().set(name, value))
                    .forEach(
                        mistake ->
                            assertThat(problems(operation, (JsonNode) mistake))
                                .as("%s", mistake)
                                .anyMatch(Diagnostic::isError)));
  }

  @Test
  void the_operations_are_spread_over_the_services() {
    Set<String> services =
        operations().map(operation -> operation.split(":")[1]).collect(Collectors.toSet());

    assertThat(operations()).hasSize(OPERATIONS);
    assertThat(services).hasSizeGreaterThan(100);
  }

  private static RequestForm form(String operation) {
    Resource.Service called = (Resource.Service) Resource.parse("arn:aws:states:::" + operation);
    return RequestForms.of(called).orElseThrow();
  }

  private static List<Diagnostic> problems(String operation, JsonNode request) {
    String text =
        """
        {"StartAt": "S", "States": {"S": {"Type": "Task", "Resource": "arn:aws:states:::%s",
          "TimeoutSeconds": 9, "End": true, "Parameters": %s}}}
        """
            .formatted(operation, request);
    return DefinitionLoader.validate(
        "sample.asl.json", text, WorkflowType.STANDARD, ValidationSettings.DEFAULT);
  }

  private static List<String> messages(List<Diagnostic> problems) {
    return problems.stream().map(Diagnostic::message).toList();
  }

  private static ObjectNode smallest(RequestForm form) {
    ObjectNode request = Json.NODES.objectNode();
    form.shape()
        .required()
        .forEach(name -> request.set(name, value(form.shape().fields().get(name).get(), DEPTH)));
    return request;
  }

  private static JsonNode value(Shape shape, int depth) {
    if (shape instanceof Shape.Structure structure) {
      return structure(structure, depth);
    }
    if (shape instanceof Shape.Items items) {
      return depth == 0
          ? Json.NODES.arrayNode()
          : Json.NODES.arrayNode().add(value(items.item().get(), depth - 1));
    }
    if (shape instanceof Shape.Entries entries) {
      ObjectNode object = Json.NODES.objectNode();
      return depth == 0 ? object : object.set("entry", value(entries.value().get(), depth - 1));
    }
    if (shape instanceof Shape.Numeric number) {
      double least = Double.isInfinite(number.minimum()) ? 0 : Math.ceil(number.minimum());
      return Json.NODES.numberNode((long) least);
    }
    if (shape instanceof Shape.Flag) {
      return Json.NODES.booleanNode(true);
    }
    if (shape instanceof Shape.Timestamp) {
      return Json.NODES.textNode("2026-01-01T00:00:00Z");
    }
    if (shape instanceof Shape.Text text && !text.values().isEmpty()) {
      return Json.NODES.textNode(text.values().get(0));
    }
    return shape instanceof Shape.Text text
        ? Json.NODES.textNode("x".repeat(Math.max(1, text.minLength())))
        : Json.NODES.textNode("any");
  }

  private static ObjectNode structure(Shape.Structure structure, int depth) {
    ObjectNode object = Json.NODES.objectNode();
    if (depth > 0) {
      structure
          .required()
          .forEach(name -> object.set(name, value(structure.fields().get(name).get(), depth - 1)));
    }
    return object;
  }

  /** The value with one name changed, at whatever depth; names of map entries are free. */
  private static Stream<JsonNode> misnamed(Shape shape, JsonNode value) {
    if (!(shape instanceof Shape.Structure structure)) {
      return parts(shape, value, SampledRequestsTest::misnamed);
    }
    Stream<JsonNode> renamed =
        value.properties().stream()
            .map(
                member -> {
                  ObjectNode changed = value.deepCopy();
                  changed.remove(member.getKey());
                  return changed.set(member.getKey() + "Bogus", member.getValue());
                });
    return Stream.concat(renamed, members(structure, value, SampledRequestsTest::misnamed));
  }

  /** The value, and each of its parts, replaced by one of another type. */
  private static Stream<JsonNode> mistyped(Shape shape, JsonNode value) {
    return Stream.concat(
        wrong(shape),
        shape instanceof Shape.Structure structure
            ? members(structure, value, SampledRequestsTest::mistyped)
            : parts(shape, value, SampledRequestsTest::mistyped));
  }

  private static Stream<JsonNode> members(
      Shape.Structure structure,
      JsonNode object,
      BiFunction<Shape, JsonNode, Stream<JsonNode>> mistakes) {
    return object.properties().stream()
        .flatMap(
            member ->
                mistakes
                    .apply(structure.fields().get(member.getKey()).get(), member.getValue())
                    .map(value -> ((ObjectNode) object.deepCopy()).set(member.getKey(), value)));
  }

  private static Stream<JsonNode> parts(
      Shape shape, JsonNode value, BiFunction<Shape, JsonNode, Stream<JsonNode>> mistakes) {
    if (value.isEmpty()) {
      return Stream.empty();
    }
    if (shape instanceof Shape.Items items) {
      return mistakes
          .apply(items.item().get(), value.get(0))
          .map(item -> Json.NODES.arrayNode().add(item));
    }
    return shape instanceof Shape.Entries entries
        ? mistakes
            .apply(entries.value().get(), value.get("entry"))
            .map(entry -> Json.NODES.objectNode().set("entry", entry))
        : Stream.empty();
  }

  /** Values that do not have the type of a shape. */
  private static Stream<JsonNode> wrong(Shape shape) {
    JsonNode object = Json.NODES.objectNode();
    JsonNode array = Json.NODES.arrayNode();
    JsonNode text = Json.NODES.textNode("text");
    if (shape instanceof Shape.Text) {
      return Stream.of(Json.NODES.numberNode(1), Json.NODES.booleanNode(true));
    }
    if (shape instanceof Shape.Numeric) {
      return Stream.of(text, Json.NODES.booleanNode(true), object, array);
    }
    if (shape instanceof Shape.Flag) {
      return Stream.of(text, Json.NODES.numberNode(1.5), object, array);
    }
    if (shape instanceof Shape.Structure || shape instanceof Shape.Entries) {
      return Stream.of(text, Json.NODES.numberNode(1), array);
    }
    return shape instanceof Shape.Items
        ? Stream.of(text, Json.NODES.numberNode(1), object)
        : Stream.empty();
  }
}
