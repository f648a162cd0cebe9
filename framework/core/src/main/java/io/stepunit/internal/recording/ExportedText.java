package io.stepunit.internal.recording;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.JsonTextException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Reads the JSON values of a file, which may be compressed by gzip. */
final class ExportedText {
  private static final int GZIP_1 = 0x1f;
  private static final int GZIP_2 = 0x8b;

  private ExportedText() {}

  /**
   * The values of a file, one after the other, in any number of lines. If the text is not JSON
   * alone, each line has one value behind a time, as in logs that CloudWatch exports.
   *
   * @throws JsonTextException if it has none
   */
  static List<JsonNode> values(Path file) throws IOException {
    String text = text(file);
    try {
      return Json.parseAllData(text);
    } catch (JsonTextException e) {
      List<JsonNode> values = ofLines(text);
      if (values.isEmpty()) {
        throw e;
      }
      return values;
    }
  }

  static String text(Path file) throws IOException {
    try (InputStream in = open(file)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
  }

  private static InputStream open(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file));
    try {
      in.mark(2);
      boolean isGzip = in.read() == GZIP_1 && in.read() == GZIP_2;
      in.reset();
      return isGzip ? new GZIPInputStream(in) : in;
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  /** None if a line has no value. */
  private static List<JsonNode> ofLines(String text) {
    List<JsonNode> values = new ArrayList<>();
    for (String line : text.split("\\R")) {
      int start = line.indexOf('{');
      if (!line.isBlank()) {
        try {
          values.add(Json.parseData(line.substring(Math.max(start, 0))));
        } catch (JsonTextException e) {
          return List.of();
        }
      }
    }
    return values;
  }
}
