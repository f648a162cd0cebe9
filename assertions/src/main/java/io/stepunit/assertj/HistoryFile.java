package io.stepunit.assertj;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.history.HistoryJson;
import io.stepunit.internal.json.JsonTextException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads recorded histories from the class path and from files. */
final class HistoryFile {
  private HistoryFile() {}

  /** The history of that name on the class path, or else in the file of that name. */
  static JsonNode read(String name) {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    ClassLoader loader = context == null ? HistoryFile.class.getClassLoader() : context;
    try (InputStream resource = loader.getResourceAsStream(name)) {
      return resource == null
          ? read(Path.of(name))
          : parse(name, new String(resource.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("The history '" + name + "' cannot be read", e);
    }
  }

  static JsonNode read(Path file) {
    try {
      return parse(file.toString(), Files.readString(file));
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException(
          "There is no history '%s', neither on the class path nor as the file %s"
              .formatted(file, file.toAbsolutePath()),
          e);
    } catch (IOException e) {
      throw new UncheckedIOException("The history '" + file + "' cannot be read", e);
    }
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
