package io.stepunit.internal.mock;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.JsonTextException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The JSON of a result that a test keeps in a file. */
final class MockResultFile {
  private MockResultFile() {}

  /**
   * Reads a class path resource or, if there is none of that name, a file.
   *
   * @throws IllegalArgumentException if neither is there, or it is not JSON
   */
  static JsonNode read(String resourceOrPath) {
    String resource = resourceOrPath.startsWith("/") ? resourceOrPath.substring(1) : resourceOrPath;
    try (InputStream stream = loader().getResourceAsStream(resource)) {
      if (stream != null) {
        return parse(resourceOrPath, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw unreadable("The class path resource '" + resource + "'", e);
    }
    Path file = Path.of(resourceOrPath);
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(
          "There is no result '%s': neither on the class path (names are relative to its root, such as src/test/resources) nor as the file %s"
              .formatted(resourceOrPath, file.toAbsolutePath()));
    }
    return read(file);
  }

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException if it is not there, or is not JSON
   */
  static JsonNode read(Path file) {
    try {
      return parse(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw unreadable("The file " + file.toAbsolutePath(), e);
    }
  }

  private static JsonNode parse(String name, String text) {
    try {
      return Json.parse(text);
    } catch (JsonTextException e) {
      throw new IllegalArgumentException(
          "The result '%s' is not JSON: %s".formatted(name, e.getMessage()), e);
    }
  }

  private static IllegalArgumentException unreadable(String what, IOException why) {
    return new IllegalArgumentException(what + " could not be read: " + why, why);
  }

  private static ClassLoader loader() {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    return context != null ? context : MockResultFile.class.getClassLoader();
  }
}
