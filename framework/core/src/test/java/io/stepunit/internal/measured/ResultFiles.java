package io.stepunit.internal.measured;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.bucket.StoredObject;
import io.stepunit.internal.json.Json;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The files that a Map Run wrote. */
final class ResultFiles {
  private static final String UNCHANGED = "unchanged";

  private final CaseWorld world;
  private final Buckets buckets;
  private final ValueMatch values;
  private final Map<String, String> before;

  ResultFiles(CaseWorld world) {
    this(world, Map.of());
  }

  /**
   * @param before the texts of the files at an earlier look
   */
  ResultFiles(CaseWorld world, Map<String, String> before) {
    this.world = world;
    this.buckets = new Buckets(world);
    this.values = world.values().with(ValueMatch.Extent.MEMBERS_GIVEN);
    this.before = before;
  }

  void compare(JsonNode expected) {
    each(expected.path("objects"), this::file);
    each(
        expected.path("objectTexts"),
        (key, text) -> values.compare(key, text, Json.NODES.textNode(text(key).orElse("no file"))));
    each(expected.path("lines"), (key, lines) -> entries(key, lines, lines(key)));
    for (JsonNode key : expected.path("noObjects")) {
      String name = world.bindings().filled(key.textValue());
      text(name).ifPresent(text -> world.findings().differs(name, "no file", text));
    }
  }

  private interface Check {
    void file(String key, JsonNode measured);
  }

  private void each(JsonNode files, Check check) {
    for (Iterator<Map.Entry<String, JsonNode>> all = files.fields(); all.hasNext(); ) {
      Map.Entry<String, JsonNode> file = all.next();
      check.file(world.bindings().filled(file.getKey()), file.getValue());
    }
  }

  /** The texts of the files that a case names. */
  Map<String, String> texts(JsonNode objects) {
    Map<String, String> texts = new TreeMap<>();
    each(objects, (key, measured) -> text(key).ifPresent(text -> texts.put(key, text)));
    return texts;
  }

  private Optional<String> text(String key) {
    return buckets.find(key).map(StoredObject::text);
  }

  private void file(String key, JsonNode measured) {
    Optional<String> text = text(key);
    if (text.isEmpty()) {
      world.findings().differs(key, measured, MissingNode.getInstance());
    } else if (measured.isTextual() && measured.textValue().equals(UNCHANGED)) {
      if (!text.get().equals(before.get(key))) {
        world.findings().differs(key, String.valueOf(before.get(key)), text.get());
      }
    } else if (measured.isArray()) {
      entries(key, measured, Json.parse(text.get()));
    } else {
      manifest(key, measured, Json.parse(text.get()));
    }
  }

  private JsonNode lines(String key) {
    ArrayNode lines = Json.NODES.arrayNode();
    text(key)
        .map(text -> text.lines().map(Json::parse).toList())
        .orElse(List.of())
        .forEach(lines::add);
    return lines;
  }

  /** A manifest names its files; the case gives their keys. */
  private void manifest(String key, JsonNode measured, JsonNode found) {
    ObjectNode keys = found.deepCopy();
    keys.path("ResultFiles")
        .fields()
        .forEachRemaining(
            kind -> {
              ArrayNode names = Json.NODES.arrayNode();
              kind.getValue().forEach(file -> names.add(file.path("Key").asText()));
              kind.setValue(names);
            });
    values.compare(key, measured, keys);
  }

  /** The entries of a file: by index, with their members in order where the case gives them. */
  private void entries(String key, JsonNode measured, JsonNode found) {
    List<JsonNode> expected = new ArrayList<>();
    measured.forEach(expected::add);
    List<JsonNode> actual = new ArrayList<>();
    found.forEach(actual::add);
    racing(expected).ifPresent(item -> leaveOut(item, expected, actual));
    if (expected.size() != actual.size()) {
      world.findings().differs(key, expected.toString(), actual.toString());
      return;
    }
    for (int i = 0; i < expected.size(); i++) {
      entry(key + "[" + i + "]", expected.get(i), actual.get(i));
    }
  }

  private void entry(String where, JsonNode measured, JsonNode found) {
    ObjectNode members = measured.deepCopy();
    JsonNode index = members.remove("index");
    if (index != null) {
      values.compare(where + ".index", index, index(found));
    }
    JsonNode names = members.remove("members");
    if (names != null) {
      world.values().compare(where + ".members", names, Members.of(found));
    }
    values.compare(where, members, found);
  }

  private static JsonNode index(JsonNode entry) {
    return Json.parse(entry.path("Input").asText("{}")).path("index");
  }

  /** The item that AWS may start or not. */
  private Optional<JsonNode> racing(List<JsonNode> expected) {
    JsonNode racing = world.json().path("racing");
    if (racing.has("item")) {
      return Optional.of(racing.get("item"));
    }
    return world.json().path("expected").has("racing") && !expected.isEmpty()
        ? Optional.of(Json.NODES.numberNode(expected.get(0).path("index").asInt() - 1))
        : Optional.empty();
  }

  private static void leaveOut(JsonNode item, List<JsonNode> expected, List<JsonNode> actual) {
    expected.removeIf(entry -> entry.path("index").equals(item));
    actual.removeIf(entry -> index(entry).equals(item));
  }
}
