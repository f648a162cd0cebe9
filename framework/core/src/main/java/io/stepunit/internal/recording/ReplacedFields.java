package io.stepunit.internal.recording;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The fields whose recorded value is not what AWS answered: they are not compared. */
public final class ReplacedFields {
  private static final Set<String> OF_A_REQUEST =
      Set.of("RequestId", "x-amzn-RequestId", "X-Amzn-Trace-Id", "x-amz-crc32");
  private static final Set<String> METADATA = Set.of("SdkHttpMetadata", "SdkResponseMetadata");

  private final List<Pattern> paths;

  private ReplacedFields(List<Pattern> paths) {
    this.paths = List.copyOf(paths);
  }

  static ReplacedFields none() {
    return new ReplacedFields(List.of());
  }

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
    return new ReplacedFields(paths);
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

  /**
   * Whether a field is left out of the comparison.
   *
   * @param path the names from the root of the answer to the field; array items add none
   */
  boolean contains(List<String> path) {
    if (path.isEmpty()) {
      return false;
    }
    String name = path.get(path.size() - 1);
    if (isOfARequest(path, name)) {
      return true;
    }
    String text = "/" + String.join("/", path);
    return paths.stream().anyMatch(pattern -> pattern.matcher(text).matches());
  }

  private static boolean isOfARequest(List<String> path, String name) {
    boolean inMetadata = path.stream().anyMatch(METADATA::contains);
    return inMetadata && (OF_A_REQUEST.contains(name) || name.equals("Date"))
        || OF_A_REQUEST.contains(name) && !name.equals("RequestId");
  }

  /** Whether a field of this name holds a time, which no two runs share. */
  static boolean isTimestamp(String name) {
    return name.toLowerCase(Locale.ROOT).contains("timestamp");
  }
}
