package io.stepunit.internal.recording;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The fields that a case of the corpus says were replaced when it was recorded. */
record ReplacedPaths(List<Pattern> paths) implements ReplacedFields {
  /**
   * @param entries the case's {@code replacedInRecording}: a JSONPath {@code path} of names, or the
   *     {@code key} of a field anywhere
   */
  static ReplacedFields of(JsonNode entries) {
    List<Pattern> paths = new ArrayList<>();
    for (JsonNode entry : entries) {
      if (entry.has("path")) {
        paths.add(pattern(entry.get("path").asText()));
      } else if (entry.has("key")) {
        paths.add(pattern("$.." + entry.get("key").asText()));
      }
    }
    return new ReplacedPaths(paths);
  }

  private static Pattern pattern(String path) {
    StringBuilder regex = new StringBuilder();
    String rest = path.startsWith("$") ? path.substring(1) : "." + path;
    while (!rest.isEmpty()) {
      boolean anywhere = rest.startsWith("..");
      int start = anywhere ? 2 : 1;
      int end = rest.indexOf('.', start);
      String name = rest.substring(start, end < 0 ? rest.length() : end);
      regex.append(anywhere ? "(?:/[^/]*)*/" : "/");
      regex.append(name.equals("*") ? "[^/]*" : Pattern.quote(name.replace("[*]", "")));
      rest = end < 0 ? "" : rest.substring(end);
    }
    return Pattern.compile("(?:/answer)?" + regex);
  }

  @Override
  public boolean contains(List<String> path) {
    String text = "/" + String.join("/", path);
    return paths.stream().anyMatch(pattern -> pattern.matcher(text).matches());
  }
}
