package io.stepunit.internal.codec;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.JsonTextException;
import io.stepunit.internal.json.SentJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * JSON that a test keeps in a file: an input, a result.
 *
 * @param tree what it says, which knows its text
 */
public record JsonFile(JsonNode tree) {
  /**
   * Reads a class path resource or, if there is none of that name, a file.
   *
   * @param what what it is, for messages: {@code result}
   * @throws IllegalArgumentException if neither is there, or it is not JSON
   */
  public static JsonFile read(String resourceOrPath, String what) {
    String resource = resourceOrPath.startsWith("/") ? resourceOrPath.substring(1) : resourceOrPath;
    try (InputStream stream = loader().getResourceAsStream(resource)) {
      if (stream != null) {
        String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        return parse(text, "The " + what + " '" + resourceOrPath + "'");
      }
    } catch (IOException e) {
      throw unreadable("The class path resource '" + resource + "'", e);
    }
    Path file = Path.of(resourceOrPath);
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(
          "There is no %s '%s': neither on the class path (names are relative to its root, such as src/test/resources) nor as the file %s"
              .formatted(what, resourceOrPath, file.toAbsolutePath()));
    }
    return read(file, "The " + what + " '" + resourceOrPath + "'");
  }

  /**
   * Reads a file.
   *
   * @param what what it is, to begin a message with: {@code The input of 'order'}
   * @throws IllegalArgumentException if it is not there, or is not JSON
   */
  public static JsonFile read(Path file, String what) {
    try {
      return parse(Files.readString(file), what);
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException(
          what + " is a file that is not there: " + file.toAbsolutePath(), e);
    } catch (IOException e) {
      throw unreadable("The file " + file.toAbsolutePath(), e);
    }
  }

  private static JsonFile parse(String text, String what) {
    try {
      return new JsonFile(SentJson.of(Json.parse(text), text));
    } catch (JsonTextException e) {
      throw new IllegalArgumentException("%s is not JSON: %s".formatted(what, e.getMessage()), e);
    }
  }

  private static IllegalArgumentException unreadable(String what, IOException why) {
    return new IllegalArgumentException(what + " could not be read: " + why, why);
  }

  private static ClassLoader loader() {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    return context != null ? context : JsonFile.class.getClassLoader();
  }
}
