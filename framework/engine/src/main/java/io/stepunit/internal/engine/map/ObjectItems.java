package io.stepunit.internal.engine.map;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.bucket.Bucket;
import io.stepunit.bucket.StoredObject;
import io.stepunit.internal.bucket.Buckets;
import io.stepunit.internal.model.ItemReader;
import io.stepunit.internal.model.ReaderConfig;
import io.stepunit.internal.model.ReaderConfig.InputType;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds the objects that an ItemReader names, and opens them as its ReaderConfig says. */
final class ObjectItems {
  private final ItemReader reader;
  private final ReaderConfig config;
  private final JsonNode arguments;
  private final Buckets buckets;

  ObjectItems(ItemReader reader, JsonNode arguments, Buckets buckets) {
    this.reader = reader;
    this.config = reader.config();
    this.arguments = arguments;
    this.buckets = buckets;
  }

  Items open() {
    Bucket bucket = accessible(required("Bucket"));
    if (reader.lists()) {
      List<StoredObject> listed = bucket.objects(arguments.path("Prefix").asText());
      return config.flattens() ? joined(listed) : new ListedItems(bucket, listed);
    }
    StoredObject object = existing(bucket, required("Key"));
    if (!config.isManifest()) {
      return items(object);
    }
    return isAthena() ? joined(athenaFiles(object)) : inventory(object);
  }

  private boolean isAthena() {
    return config.manifestType().equals(Optional.of(ReaderConfig.ManifestType.ATHENA_DATA));
  }

  private String required(String field) {
    JsonNode value = arguments.path(field);
    if (!value.isTextual()) {
      throw ItemReaderException.of(
          "The ItemReader needs the string '%s', found %s"
              .formatted(field, value.isMissingNode() ? "none" : value));
    }
    return value.textValue();
  }

  private Bucket accessible(String name) {
    Bucket bucket = buckets.bucket(name);
    if (bucket.isAccessDenied()) {
      throw ItemReaderException.of("Access Denied (s3://" + name + ")");
    }
    return bucket;
  }

  private static StoredObject existing(Bucket bucket, String key) {
    return bucket
        .find(key)
        .orElseThrow(
            () ->
                ItemReaderException.of(
                    "The specified key does not exist. (s3://%s/%s)"
                        .formatted(bucket.name(), key)));
  }

  private Items items(StoredObject object) {
    InputType type =
        config
            .inputType()
            .orElseThrow(
                () ->
                    ItemReaderException.of(
                        "The ReaderConfig has no InputType that says how to read " + object.uri()));
    return switch (type) {
      case JSON -> new JsonItems(object, config.itemsPointer().orElse(""));
      case JSONL -> new JsonLineItems(object);
      case CSV -> new CsvItems(object, config.csvDelimiter(), config.csvHeaders());
      case PARQUET -> ParquetLibrary.rows(object);
      case MANIFEST -> throw new IllegalStateException("A manifest is read elsewhere");
    };
  }

  private Items joined(List<StoredObject> objects) {
    return new JoinedItems(
        objects.stream().<Supplier<Items>>map(object -> () -> items(object)).iterator());
  }

  /** The objects that a manifest of Athena's UNLOAD names, a URI a line. */
  private List<StoredObject> athenaFiles(StoredObject manifest) {
    return ManifestFile.lines(manifest).stream().map(this::byUri).toList();
  }

  private StoredObject byUri(String uri) {
    ManifestFile.Address address = ManifestFile.address(uri);
    return existing(accessible(address.bucket()), address.key());
  }

  /** The objects that an S3 inventory names. */
  private Items inventory(StoredObject manifest) {
    ManifestFile.Inventory inventory = ManifestFile.inventory(manifest);
    Bucket destination = accessible(inventory.bucket());
    return new JoinedItems(
        inventory.keys().stream()
            .<Supplier<Items>>map(
                key ->
                    () ->
                        new CsvItems(
                            existing(destination, key), ',', Optional.of(inventory.columns())))
            .iterator());
  }
}
