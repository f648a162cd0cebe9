package io.stepunit.assertj;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.history.HistoryJson;
import io.stepunit.internal.json.JsonTextException;
import java.nio.file.Path;

/** Reads recorded histories from the class path and from files. */
final class HistoryFile {
  private static final String WHAT = "history";

  private HistoryFile() {}

  /** The history of that name on the class path, or else in the file of that name. */
  static JsonNode read(String name) {
    return parse(name, TestFile.read(name, WHAT));
  }

  static JsonNode read(Path file) {
    return parse(file.toString(), TestFile.read(file, WHAT));
  }

  private static JsonNode parse(String name, String text) {
    try {
      return HistoryJson.read(text);
    } catch (JsonTextException e) {
      throw new IllegalArgumentException(
          "The history '%s' is not JSON: %s".formatted(name, e.getMessage()), e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
    }
  }
}
