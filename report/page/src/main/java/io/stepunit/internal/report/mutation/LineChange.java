package io.stepunit.internal.report.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.JsonTextException;
import java.util.List;
import java.util.Optional;

/**
 * What a mistake changes, line by line.
 *
 * @param removed the lines as they are
 * @param added the lines that stand there instead
 */
public record LineChange(List<String> removed, List<String> added) {
  /** A change that cannot be shown by lines. */
  static final LineChange UNKNOWN = new LineChange(List.of(), List.of());

  public LineChange {
    removed = List.copyOf(removed);
    added = List.copyOf(added);
  }

  /**
   * The change of a file of JSON.
   *
   * @param lines of the file
   * @param replacement the JSON text that stands in the place instead; empty if nothing does
   */
  static LineChange of(List<String> lines, SourcePlace place, String replacement) {
    if (place.line() > lines.size()) {
      return UNKNOWN;
    }
    List<String> before = place.in(lines);
    if (replacement.isEmpty()) {
      return new LineChange(before, List.of());
    }
    Optional<JsonNode> old = read(String.join("\n", before));
    Optional<JsonNode> changed = read(replacement);
    if (old.isEmpty() || changed.isEmpty()) {
      return UNKNOWN;
    }
    boolean isShort = place.line() == place.endLine() && !changed.get().isContainerNode();
    return isShort
        ? new LineChange(
            List.of(lines.get(place.line() - 1).strip()),
            List.of(place.replaced(lines, replacement).strip()))
        : different(
            Json.pretty(old.get()).lines().toList(), Json.pretty(changed.get()).lines().toList());
  }

  private static Optional<JsonNode> read(String text) {
    try {
      return Optional.of(Json.parseData(text));
    } catch (JsonTextException e) {
      return Optional.empty();
    }
  }

  /** Without the lines that both begin and end with. */
  private static LineChange different(List<String> before, List<String> after) {
    int shorter = Math.min(before.size(), after.size());
    int start = 0;
    while (start < shorter && before.get(start).equals(after.get(start))) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
      end++;
    }
    return new LineChange(
        flush(before.subList(start, before.size() - end)),
        flush(after.subList(start, after.size() - end)));
  }

  private static List<String> flush(List<String> lines) {
    return String.join("\n", lines).stripIndent().lines().toList();
  }
}
