package io.stepunit.explore;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.stepunit.internal.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An object that an {@code ItemReader} reads, as far as its name can be told from the definition.
 *
 * @param bucket the bucket's name
 * @param key the object's key
 * @param content items that have what the definition reads
 */
public record ReadObject(String bucket, String key, String content) {
  /** The objects that a definition reads. */
  static List<ReadObject> in(JsonNode definition, Wanted wanted) {
    List<ReadObject> objects = new ArrayList<>();
    for (JsonNode reader : definition.findValues("ItemReader")) {
      of(reader, wanted).ifPresent(objects::add);
    }
    return objects;
  }

  private static Optional<ReadObject> of(JsonNode reader, Wanted wanted) {
    JsonNode names = reader.has("Arguments") ? reader.get("Arguments") : reader.path("Parameters");
    Optional<String> bucket = name(names, "Bucket");
    if (reader.path("Resource").asText().endsWith(":listObjectsV2")) {
      String prefix = name(names, "Prefix").orElse("");
      return bucket.map(name -> new ReadObject(name, prefix + "object", "[]"));
    }
    Optional<String> key = name(names, "Key");
    String type = reader.path("ReaderConfig").path("InputType").asText("JSON");
    if (bucket.isEmpty() || key.isEmpty()) {
      return Optional.empty();
    }
    ArrayNode items = new Sample(wanted, Picks.nth(0)).items();
    return switch (type) {
      case "JSON" -> Optional.of(new ReadObject(bucket.get(), key.get(), Json.text(items)));
      case "JSONL" -> Optional.of(new ReadObject(bucket.get(), key.get(), lines(items)));
      case "CSV" -> Optional.of(new ReadObject(bucket.get(), key.get(), rows(wanted)));
      default -> Optional.empty();
    };
  }

  /** What is written, or what a sample has where a path leads: the name of its last field. */
  private static Optional<String> name(JsonNode names, String field) {
    if (names.path(field).isTextual() && !names.path(field).asText().startsWith("{%")) {
      return Optional.of(names.path(field).asText());
    }
    String path = names.path(field + ".$").asText("");
    List<String> steps = path.startsWith("$") ? PathText.of(path).names() : List.of();
    return steps.isEmpty() ? Optional.empty() : Optional.of(steps.get(steps.size() - 1));
  }

  private static String lines(ArrayNode items) {
    StringBuilder lines = new StringBuilder();
    items.forEach(item -> lines.append(Json.text(item)).append('\n'));
    return lines.toString();
  }

  private static String rows(Wanted wanted) {
    String columns =
        wanted.fields().entrySet().stream()
            .filter(field -> field.getValue().fields().isEmpty())
            .map(field -> '"' + field.getKey().replace("\"", "\"\"") + '"')
            .collect(Collectors.joining(","));
    String header = columns.isEmpty() ? "\"id\"" : columns;
    return header + "\n" + header + "\n" + header + "\n";
  }
}
