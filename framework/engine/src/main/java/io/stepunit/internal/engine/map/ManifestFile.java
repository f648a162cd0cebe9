package io.stepunit.internal.engine.map;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.bucket.StoredObject;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.JsonTextException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads manifests: what Athena's UNLOAD writes, and that of an S3 inventory. */
final class ManifestFile {
  private static final String S3 = "s3://";
  private static final Pattern BUCKET_ARN = Pattern.compile("^arn:aws[a-z-]*:s3:::");

  private ManifestFile() {}

  /** Where an object is. */
  record Address(String bucket, String key) {}

  /**
   * The objects of an inventory.
   *
   * @param bucket where its files are
   * @param columns what its files have, in order
   * @param keys its files
   */
  record Inventory(String bucket, List<String> columns, List<String> keys) {}

  static List<String> lines(StoredObject manifest) {
    return text(manifest).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  static Address address(String uri) {
    int slash = uri.indexOf('/', S3.length());
    if (!uri.startsWith(S3) || slash < 0) {
      throw ItemReaderException.of(
          "A line of the manifest is not an address of an object such as s3://bucket/key: " + uri);
    }
    return new Address(uri.substring(S3.length(), slash), uri.substring(slash + 1));
  }

  static Inventory inventory(StoredObject manifest) {
    JsonNode json = json(manifest);
    String format = json.path("fileFormat").asText();
    if (!format.equals("CSV")) {
      throw ItemReaderException.of(
          "The inventory %s has files in the format '%s'; only CSV can be read."
              .formatted(manifest.uri(), format));
    }
    List<String> keys = new ArrayList<>();
    json.path("files").forEach(file -> keys.add(file.path("key").asText()));
    String bucket = json.path("destinationBucket").asText();
    return new Inventory(
        BUCKET_ARN.matcher(bucket).replaceFirst(""),
        Arrays.stream(json.path("fileSchema").asText().split(",")).map(String::strip).toList(),
        List.copyOf(keys));
  }

  private static JsonNode json(StoredObject manifest) {
    try {
      return Json.parseData(text(manifest));
    } catch (JsonTextException e) {
      throw ItemReaderException.of(
          "The manifest %s is not JSON: %s".formatted(manifest.uri(), e.getMessage()));
    }
  }

  private static String text(StoredObject manifest) {
    try (BufferedReader reader = new BufferedReader(ObjectStream.text(manifest))) {
      return reader.lines().collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
