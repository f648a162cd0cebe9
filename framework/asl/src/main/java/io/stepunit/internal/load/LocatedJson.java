package io.stepunit.internal.load;

import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.JsonTextException;
import io.stepunit.internal.model.read.Diagnostics;
import io.stepunit.internal.model.read.LocatedNode;

/** Reads JSON files that are no definitions into nodes that know where they stand. */
public final class LocatedJson {
  private LocatedJson() {}

  /**
   * The root of a text.
   *
   * @param file what messages call the text
   * @throws JsonTextException if the text is not exactly one JSON value, or an object has a key
   *     twice; with line and column
   */
  public static LocatedNode parse(String file, String text) {
    String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
    Json.parse(content);
    return JsonSource.parse(file, content, new Diagnostics());
  }
}
