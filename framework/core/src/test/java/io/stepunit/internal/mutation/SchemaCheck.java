package io.stepunit.internal.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Holds a document to a JSON schema, as far as that of mutation testing reports needs it. What the
 * schema does not name is refused too: it would be misspelt.
 */
final class SchemaCheck {
  private static final Set<String> KNOWN =
      Set.of(
          "$schema",
          "$id",
          "$ref",
          "title",
          "description",
          "examples",
          "definitions",
          "type",
          "required",
          "properties",
          "additionalProperties",
          "items",
          "uniqueItems",
          "enum",
          "pattern",
          "minimum",
          "maximum",
          "format");

  private final JsonNode root;
  private final List<String> problems = new ArrayList<>();

  private SchemaCheck(JsonNode root) {
    this.root = root;
  }

  static List<String> problems(JsonNode schema, JsonNode document) {
    SchemaCheck check = new SchemaCheck(schema);
    check.check(schema, document, "");
    return check.problems;
  }

  private void check(JsonNode written, JsonNode value, String at) {
    JsonNode schema =
        written.has("$ref") ? root.at(written.path("$ref").asText().substring(1)) : written;
    schema
        .fieldNames()
        .forEachRemaining(
            name -> require(KNOWN.contains(name), at, "the check does not know " + name));
    require(isOf(schema.path("type").asText(), value), at, "is no " + schema.path("type"));
    if (value.isObject()) {
      object(schema, value, at);
    }
    if (value.isArray()) {
      array(schema, value, at);
    }
    if (schema.has("enum")) {
      boolean found = false;
      for (JsonNode each : schema.path("enum")) {
        found |= each.equals(value);
      }
      require(found, at, value + " is none of " + schema.path("enum"));
    }
    if (schema.has("pattern")) {
      require(value.asText().matches(schema.path("pattern").asText()), at, value.asText());
    }
    require(value.asDouble() >= schema.path("minimum").asDouble(value.asDouble()), at, "too small");
    require(value.asDouble() <= schema.path("maximum").asDouble(value.asDouble()), at, "too large");
  }

  private void object(JsonNode schema, JsonNode value, String at) {
    schema.path("required").forEach(name -> require(value.has(name.asText()), at, "lacks " + name));
    if (!schema.has("properties") && !schema.has("additionalProperties")) {
      // Each framework has in it what it likes.
      return;
    }
    for (Map.Entry<String, JsonNode> member : value.properties()) {
      JsonNode own = schema.path("properties").path(member.getKey());
      JsonNode other = schema.path("additionalProperties");
      String memberAt = at + "/" + member.getKey();
      if (own.isObject() || other.isObject()) {
        check(own.isObject() ? own : other, member.getValue(), memberAt);
      } else {
        require(false, memberAt, "is not in the schema");
      }
    }
  }

  private void array(JsonNode schema, JsonNode value, String at) {
    Set<JsonNode> known = new HashSet<>();
    for (int i = 0; i < value.size(); i++) {
      check(schema.path("items"), value.get(i), at + "/" + i);
      require(
          known.add(value.get(i)) || !schema.path("uniqueItems").asBoolean(), at, "repeats " + i);
    }
  }

  private static boolean isOf(String type, JsonNode value) {
    return switch (type) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isTextual();
      case "boolean" -> value.isBoolean();
      case "number" -> value.isNumber();
      case "integer" -> value.isIntegralNumber();
      default -> type.isEmpty();
    };
  }

  private void require(boolean holds, String at, String problem) {
    if (!holds) {
      problems.add(at + ": " + problem);
    }
  }
}
