package io.stepunit.internal.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.expression.DataPath;
import io.stepunit.internal.expression.Read;
import io.stepunit.internal.history.ExecutionRecord;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.model.State;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Knows which fields the states of an execution read, wherever in the data these are. */
final class ReadData {
  /** What holds the data in the answers of services. */
  static final Set<String> ENVELOPES = Set.of("Payload", "Output", "ResponseBody");

  private final Set<String> names = new HashSet<>();

  /** A field with the one around it, {@code order/id}. */
  private final Set<List<String>> pairs = new HashSet<>();

  private ReadData() {}

  static ReadData of(ExecutionRecord execution) {
    ReadData read = new ReadData();
    execution.path().stream()
        .distinct()
        .flatMap(name -> execution.description().definition().findState(name).stream())
        .flatMap(State::reads)
        .forEach(read::add);
    return read;
  }

  private void add(Read read) {
    String around = "";
    for (DataPath.Step step : read.path().steps()) {
      String name = step.name().orElse(around);
      names.add(name);
      pairs.add(List.of(around, name));
      around = name;
    }
  }

  /** The data without the fields that nobody reads. */
  JsonNode of(JsonNode data) {
    if (data instanceof ArrayNode array) {
      return items(array, "");
    }
    if (!(data instanceof ObjectNode object)) {
      return data;
    }
    ObjectNode less = Json.NODES.objectNode();
    object
        .properties()
        .forEach(
            field -> {
              String name = field.getKey();
              if (ENVELOPES.contains(name)) {
                less.set(name, of(field.getValue()));
              } else if (names.contains(name)) {
                less.set(name, inside(field.getValue(), name));
              }
            });
    return less;
  }

  private JsonNode inside(JsonNode data, String around) {
    if (data instanceof ArrayNode array) {
      return items(array, around);
    }
    if (!(data instanceof ObjectNode object)) {
      return data;
    }
    ObjectNode less = Json.NODES.objectNode();
    object.properties().stream()
        .filter(field -> pairs.contains(List.of(around, field.getKey())))
        .forEach(field -> less.set(field.getKey(), inside(field.getValue(), field.getKey())));
    return less;
  }

  /** What is read in an iteration is read of its item, as if that were all the data. */
  private JsonNode items(ArrayNode array, String around) {
    ArrayNode less = Json.NODES.arrayNode();
    for (JsonNode item : array) {
      less.add(item instanceof ObjectNode object ? item(object, around) : item);
    }
    return less;
  }

  private ObjectNode item(ObjectNode item, String around) {
    ObjectNode less = Json.NODES.objectNode();
    item.properties()
        .forEach(
            field -> {
              String name = field.getKey();
              boolean isPlain = !field.getValue().isContainerNode();
              if (pairs.contains(List.of(around, name)) || isPlain && names.contains(name)) {
                less.set(name, inside(field.getValue(), name));
              }
            });
    return less;
  }
}
