package io.stepunit.internal.explore;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.expression.EvaluationException;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.model.ItemReader;
import io.stepunit.internal.model.MapState;
import io.stepunit.internal.model.ReaderConfig.InputType;
import io.stepunit.internal.model.StateGraph;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An object that an {@code ItemReader} reads, as far as its name can be told from the definition.
 *
 * @param bucket the bucket's name
 * @param key the object's key
 * @param content items that have what the definition reads
 * @since 0.1.0
 */
public record ReadObject(String bucket, String key, String content) {
  /** Whether another object has the same place. */
  public boolean isAt(ReadObject other) {
    return bucket.equals(other.bucket) && key.equals(other.key);
  }

  /** The objects that a machine reads, with content of a variation. */
  static List<ReadObject> in(StateGraph machine, ValueNeeds needs, Variation variation) {
    SampleScope data = new SampleScope(sample(needs, variation, 1).object());
    return machine
        .all()
        .filter(MapState.class::isInstance)
        .map(MapState.class::cast)
        .flatMap(map -> map.distributed().stream())
        .flatMap(distributed -> distributed.itemReader().stream())
        .flatMap(reader -> of(reader, data, needs, variation).stream())
        .toList();
  }

  private static Sample sample(ValueNeeds needs, Variation variation, int number) {
    return new Sample(
        needs, variation.choice(number), variation.length(), new DataSource(0, variation.twist()));
  }

  private static List<ReadObject> of(
      ItemReader reader, SampleScope data, ValueNeeds needs, Variation variation) {
    return at(reader, arguments(reader, data), needs, variation);
  }

  /** The objects that a reader needs to find what it asks for. */
  static List<ReadObject> at(
      ItemReader reader, JsonNode arguments, ValueNeeds needs, Variation variation) {
    Optional<String> bucket = text(arguments, "Bucket");
    if (bucket.isEmpty()) {
      return List.of();
    }
    if (reader.lists()) {
      String prefix = text(arguments, "Prefix").orElse("");
      return IntStream.range(0, variation.length())
          .mapToObj(number -> prefix + "object" + (number == 0 ? "" : "-" + (number + 1)))
          .map(key -> new ReadObject(bucket.get(), key, "[]"))
          .toList();
    }
    InputType type = reader.config().inputType().orElse(InputType.JSON);
    return text(arguments, "Key")
        .map(
            key ->
                reader.config().isManifest()
                    ? manifest(bucket.get(), key, type, needs, variation)
                    : content(type, needs, variation)
                        .map(content -> new ReadObject(bucket.get(), key, content))
                        .stream()
                        .toList())
        .orElse(List.of());
  }

  /**
   * A manifest of Athena's names files of the reader's type, that of an inventory lists objects.
   */
  private static List<ReadObject> manifest(
      String bucket, String key, InputType type, ValueNeeds needs, Variation variation) {
    String file = key + "-data";
    if (type != InputType.MANIFEST) {
      return content(type, needs, variation)
          .map(
              content ->
                  List.of(
                      new ReadObject(bucket, key, "s3://" + bucket + "/" + file + "\n"),
                      new ReadObject(bucket, file, content)))
          .orElse(List.of());
    }
    ObjectNode inventory = Json.NODES.objectNode();
    inventory.put("destinationBucket", "arn:aws:s3:::" + bucket);
    inventory.put("fileFormat", "CSV").put("fileSchema", "Bucket, Key");
    inventory.putArray("files").addObject().put("key", file);
    return List.of(
        new ReadObject(bucket, key, Json.text(inventory)),
        new ReadObject(bucket, file, row(Stream.of(bucket, "object"))));
  }

  private static Optional<String> content(InputType type, ValueNeeds needs, Variation variation) {
    ArrayNode items = sample(needs, variation, 1).items();
    return switch (type) {
      case JSON -> Optional.of(Json.text(items));
      case JSONL -> Optional.of(lines(items));
      case CSV -> Optional.of(rows(needs, variation));
      case PARQUET, MANIFEST -> Optional.empty();
    };
  }

  /** What the reader would ask for if the state had the sample for its input. */
  private static JsonNode arguments(ItemReader reader, SampleScope data) {
    try {
      return reader
          .arguments()
          .map(arguments -> arguments.evaluate(data))
          .orElseGet(Json.NODES::objectNode);
    } catch (EvaluationException e) {
      return Json.NODES.objectNode();
    }
  }

  private static Optional<String> text(JsonNode arguments, String field) {
    return Optional.ofNullable(arguments.path(field).textValue());
  }

  private static String lines(ArrayNode items) {
    StringBuilder lines = new StringBuilder();
    items.forEach(item -> lines.append(Json.text(item)).append('\n'));
    return lines.toString();
  }

  /** Rows below a header: each goes on with the values of the one before. */
  private static String rows(ValueNeeds needs, Variation variation) {
    List<String> columns =
        needs.fields().entrySet().stream()
            .filter(field -> field.getValue().fields().isEmpty())
            .map(Map.Entry::getKey)
            .toList();
    List<String> header = columns.isEmpty() ? List.of("id") : columns;
    StringBuilder rows = new StringBuilder(row(header.stream()));
    for (int i = 1; i <= variation.length(); i++) {
      JsonNode values = sample(needs, variation, i).object();
      rows.append(row(header.stream().map(column -> values.path(column).asText(column))));
    }
    return rows.toString();
  }

  private static String row(Stream<String> cells) {
    return cells
        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
        .collect(Collectors.joining(",", "", "\n"));
  }
}
