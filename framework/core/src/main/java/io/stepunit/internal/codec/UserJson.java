package io.stepunit.internal.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.stepunit.JsonCodec;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.JsonTextException;
import io.stepunit.internal.json.SentJson;
import java.io.File;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JSON that users hand in, in whichever form it comes: an execution's input, the result
 * of a mock, the output sent with a task token.
 *
 * <ul>
 *   <li>{@code null} is JSON null.
 *   <li>A {@code String} (any {@code CharSequence}) is JSON text, never a JSON string. The tree
 *       knows it.
 *   <li>A {@code Path} or {@code File} is the JSON in that file, never its name.
 *   <li>Everything else, trees included, goes through the {@link JsonCodec}.
 * </ul>
 *
 * @param codec turns objects into trees
 */
public record UserJson(JsonCodec codec) {
  private static final int SHOWN_CHARACTERS = 60;

  /**
   * The JSON that a value stands for. It shares nothing with the value: later changes to it do not
   * count.
   *
   * @param what the value's part, to begin the message with: {@code The input of 'order'}
   * @throws IllegalArgumentException if the value is text that is not JSON, or cannot be turned
   *     into JSON
   */
  public JsonNode read(@Nullable Object value, String what) {
    return read(value, () -> what);
  }

  /** The same, for a part whose name is costly to tell. */
  public JsonNode read(@Nullable Object value, Supplier<String> what) {
    if (value == null) {
      return NullNode.getInstance();
    }
    if (value instanceof CharSequence text) {
      return parse(text.toString(), what);
    }
    if (value instanceof Path || value instanceof File) {
      Path file = value instanceof File old ? old.toPath() : (Path) value;
      return JsonFile.read(file, what.get() + ", the file " + file + ",").tree();
    }
    if (value instanceof JsonFile read) {
      return read.tree();
    }
    try {
      return codec.toJson(value);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(what.get() + " is not JSON. " + e.getMessage(), e);
    }
  }

  private static JsonNode parse(String text, Supplier<String> what) {
    try {
      return SentJson.of(Json.parse(text), text);
    } catch (JsonTextException e) {
      throw new IllegalArgumentException(
          """
          %s is a String that is not JSON text: %s
          found: %s%s"""
              .formatted(what.get(), e.getMessage(), shortened(text), advice(text)),
          e);
    }
  }

  /** Nobody means an object or an array as a JSON string. */
  private static String advice(String text) {
    String start = text.strip();
    return start.startsWith("{") || start.startsWith("[")
        ? ""
        : "\nA String is read as JSON text. To give a JSON string, quote it: "
            + quoted(shortened(text));
  }

  private static String shortened(String text) {
    return text.length() <= SHOWN_CHARACTERS ? text : text.substring(0, SHOWN_CHARACTERS) + "…";
  }

  private static String quoted(String text) {
    String json = Json.text(TextNode.valueOf(text));
    return Json.text(TextNode.valueOf(json));
  }
}
