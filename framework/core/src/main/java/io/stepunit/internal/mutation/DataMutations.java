package io.stepunit.internal.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.JsonPointers;
import java.util.List;
import java.util.Set;

/** Mistakes in what a state takes of its input, and what it gives out: paths and templates. */
final class DataMutations implements Mutations {
  private static final List<String> FILTERS = List.of("InputPath", "OutputPath", "ItemsPath");
  private static final List<String> TEMPLATES =
      List.of(
          "Parameters", "Arguments", "ItemSelector", "ResultSelector", "Output", "Result", "Items");
  private static final Set<String> HAVE_RESULT = Set.of("Task", "Parallel", "Map");
  private static final String RESULT_PATH = "ResultPath";
  private static final String WHOLE = "$";

  @Override
  public void in(Place place) {
    FILTERS.forEach(field -> filter(place, field));
    place.json().fieldNames().forEachRemaining(field -> path(place, field));
    owner(place, place.json(), place.pointer(), HAVE_RESULT.contains(place.type()));
    each(place, "Catch", true);
    each(place, "Choices", false);
    if (place.type().equals("Fail")) {
      error(place);
    }
  }

  private static void each(Place place, String field, boolean hasResult) {
    JsonNode owners = place.field(field);
    for (int i = 0; i < owners.size(); i++) {
      if (place.isReachable(place.at(field, i))) {
        owner(place, owners.get(i), place.at(field, i), hasResult);
      }
    }
  }

  private static void filter(Place place, String field) {
    JsonNode path = place.field(field);
    if (path.isNull() || path.isTextual() && !path.textValue().equals(WHOLE)) {
      if (!field.equals("OutputPath") || !ignoresInput(place, place.json())) {
        place.drop(MutationOperator.CHANGE_PATH, place.at(field));
      }
    }
  }

  /** A path that leads one level less deep. */
  private static void path(Place place, String field) {
    boolean isPath = field.endsWith("Path") && !field.equals(RESULT_PATH);
    if (isPath) {
      shorter(place, place.field(field), place.at(field));
    }
  }

  private static void shorter(Place place, JsonNode path, String at) {
    String text = path.asText();
    int end = text.lastIndexOf('.');
    if (text.startsWith("$.") && end > 1 && text.indexOf('[') < 0) {
      place.change(MutationOperator.CHANGE_PATH, at, Json.NODES.textNode(text.substring(0, end)));
    }
  }

  /** A state, a Catcher or a rule. */
  private static void owner(Place place, JsonNode owner, String at, boolean hasResult) {
    if (!place.isJsonata() && !ignoresInput(place, owner)) {
      resultPath(place, owner, at, hasResult);
    }
    if (place.isJsonata() && owner.has("Output") && !ignoresInput(place, owner)) {
      place.drop(MutationOperator.DROP_FIELD, JsonPointers.child(at, "Output"), reach(place, at));
    }
    for (String template : TEMPLATES) {
      JsonNode value = owner.path(template);
      template(place, value, JsonPointers.child(at, template));
    }
    JsonNode assigned = owner.path("Assign");
    assigned
        .properties()
        .forEach(
            variable -> {
              String variableAt =
                  JsonPointers.child(JsonPointers.child(at, "Assign"), variable.getKey());
              place.drop(MutationOperator.DROP_ASSIGN, variableAt, reach(place, at));
              leaf(place, variable.getKey(), variable.getValue(), variableAt);
            });
  }

  /** The state itself is reached when it is entered, a Catcher when it is taken. */
  private static String reach(Place place, String owner) {
    return place.points().find(owner).isPresent() ? owner : place.pointer();
  }

  /** Whether the state that comes next makes nothing of what it is given. */
  private static boolean ignoresInput(Place place, JsonNode owner) {
    JsonNode next = place.target(owner.path("Next").asText());
    return next.path("Type").asText().equals("Fail")
        && !next.has("ErrorPath")
        && !next.has("CausePath");
  }

  private static void resultPath(Place place, JsonNode owner, String at, boolean hasResult) {
    String pathAt = JsonPointers.child(at, RESULT_PATH);
    JsonNode path = owner.path(RESULT_PATH);
    if (path.isNull() || path.isTextual() && !path.textValue().equals(WHOLE)) {
      place.drop(MutationOperator.CHANGE_RESULT_PATH, pathAt, reach(place, at));
    }
    if (!path.isNull() && (hasResult || path.isTextual())) {
      place.change(
          MutationOperator.CHANGE_RESULT_PATH, pathAt, Json.NODES.nullNode(), reach(place, at));
    }
  }

  private static void template(Place place, JsonNode value, String at) {
    if (value.isObject()) {
      value
          .properties()
          .forEach(
              member -> {
                String memberAt = JsonPointers.child(at, member.getKey());
                place.drop(MutationOperator.DROP_FIELD, memberAt);
                leaf(place, member.getKey(), member.getValue(), memberAt);
              });
    } else if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        leaf(place, "", value.get(i), JsonPointers.child(at, i));
      }
    } else {
      leaf(place, "", value, at);
    }
  }

  private static void leaf(Place place, String name, JsonNode value, String at) {
    if (value.isContainerNode()) {
      template(place, value, at);
    } else if (name.endsWith(".$")) {
      shorter(place, value, at);
    } else if (value.isIntegralNumber() && value.canConvertToLong()) {
      place.change(
          MutationOperator.CHANGE_CONSTANT, at, Json.NODES.numberNode(value.longValue() + 1));
    } else if (value.isBoolean()) {
      place.change(
          MutationOperator.CHANGE_CONSTANT, at, Json.NODES.booleanNode(!value.booleanValue()));
    }
  }

  private static void error(Place place) {
    if (place.json().has("Error") && !place.field("Error").asText().startsWith("{%")) {
      place.change(
          MutationOperator.CHANGE_ERROR,
          place.at("Error"),
          Json.NODES.textNode(place.field("Error").asText() + "?"));
    }
    for (String field : List.of("Cause", "CausePath", "ErrorPath")) {
      if (place.json().has(field)) {
        place.drop(MutationOperator.CHANGE_ERROR, place.at(field));
      }
    }
  }
}
