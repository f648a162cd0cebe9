package io.stepunit.internal.assertj;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What of data differs from run to run, so that an approval says nothing of it.
 *
 * @param paths what to leave out, as patterns of paths
 */
public record IgnoredData(List<Pattern> paths) {
  /** Nothing. */
  public static final IgnoredData NONE = new IgnoredData(List.of());

  private static final String MARK = "(ignored)";

  /** {@code .name}, {@code ..name}, {@code [0]}, {@code [*]} or {@code ['a name']}. */
  private static final Pattern STEP =
      Pattern.compile("\\.\\.?[^.\\[]+|\\[\\d+]|\\[\\*]|\\['[^']+']");

  private static final Pattern PATH = Pattern.compile("\\$(?:" + STEP + ")+");
  private static final Pattern NAME = Pattern.compile("[^$.\\[\\]*']+");

  public IgnoredData {
    paths = List.copyOf(paths);
  }

  /**
   * The same and more.
   *
   * @param written fields by their names, wherever they are, or by their paths: {@code
   *     $.lines[*].id}
   * @throws IllegalArgumentException if a text is neither
   */
  public IgnoredData and(List<String> written) {
    List<Pattern> more = new ArrayList<>(paths);
    written.forEach(text -> more.add(pattern(text)));
    return new IgnoredData(more);
  }

  private static Pattern pattern(String written) {
    if (NAME.matcher(written).matches()) {
      return pattern("$.." + written);
    }
    if (!PATH.matcher(written).matches()) {
      throw new IllegalArgumentException(
          """
          '%s' is neither a field's name nor a path to one. Write the name, such as "requestId", \
          or a path, such as "$.payment.id", "$.lines[*].id" or "$..id".\
          """
              .formatted(written));
    }
    return Pattern.compile(
        STEP.matcher(written)
            .results()
            .map(MatchResult::group)
            .map(IgnoredData::step)
            .collect(Collectors.joining()));
  }

  /** How a step stands in the path of a node: {@code .name} or {@code [0]}. */
  private static String step(String step) {
    if (step.equals("[*]")) {
      return "\\[\\d+]";
    }
    if (step.startsWith("['")) {
      return Pattern.quote("." + step.substring(2, step.length() - 2));
    }
    if (step.startsWith("..")) {
      return ".*" + step(step.substring(1));
    }
    return step.equals(".*") ? "\\.[^.\\[]+" : Pattern.quote(step);
  }

  /** The data without what is ignored, its fields in the order of their names. */
  JsonNode without(JsonNode data) {
    return without(data, "");
  }

  private JsonNode without(JsonNode data, String path) {
    if (paths.stream().anyMatch(pattern -> pattern.matcher(path).matches())) {
      return Json.NODES.textNode(MARK);
    }
    if (data instanceof ObjectNode object) {
      TreeMap<String, JsonNode> fields = new TreeMap<>();
      object
          .properties()
          .forEach(
              field ->
                  fields.put(
                      field.getKey(), without(field.getValue(), path + "." + field.getKey())));
      return Json.NODES.objectNode().setAll(fields);
    }
    if (data instanceof ArrayNode array) {
      ArrayNode items = Json.NODES.arrayNode();
      for (int i = 0; i < array.size(); i++) {
        items.add(without(array.get(i), path + "[" + i + "]"));
      }
      return items;
    }
    return data;
  }
}
