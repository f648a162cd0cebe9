package io.stepunit.expression.path;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a definite path, {@code $.a['b'][0]}: each a field's name or an array index, the last
 * ones counted from the end if negative.
 */
final class PathSteps implements DocumentPath {
  private final @Nullable String[] names;
  private final int[] indices;

  PathSteps(List<Step> steps) {
    names = new @Nullable String[steps.size()];
    indices = new int[steps.size()];
    for (int i = 0; i < names.length; i++) {
      names[i] = steps.get(i).name();
      indices[i] = steps.get(i).index();
    }
  }

  /** One step: a name, or an index where the name is null. */
  record Step(@Nullable String name, int index) {
    static Step field(String name) {
      return new Step(name, 0);
    }

    static Step item(int index) {
      return new Step(null, index);
    }
  }

  int length() {
    return names.length;
  }

  /** The name of a step, null if it is an index. */
  @Nullable String name(int step) {
    return names[step];
  }

  /** The position that an index step means in an array of a size; negative if before its start. */
  int position(int step, int size) {
    int index = indices[step];
    return index < 0 ? size + index : index;
  }

  boolean hasNegativeIndex() {
    for (int index : indices) {
      if (index < 0) {
        return true;
      }
    }
    return false;
  }

  @Override
  public @Nullable JsonNode find(JsonNode document) {
    JsonNode node = document;
    for (int i = 0; i < names.length; i++) {
      String name = names[i];
      // JsonNode.get(int) counts no index from the end, and get answers null for every other miss.
      node = name != null ? node.get(name) : node.get(position(i, node.size()));
      if (node == null) {
        return null;
      }
    }
    return node;
  }

  @Override
  public Miss explain(JsonNode document) {
    JsonNode node = document;
    for (int i = 0; i < names.length; i++) {
      String name = names[i];
      boolean last = i == names.length - 1;
      if (name == null && !node.isArray()) {
        return new Miss(
            Miss.Kind.NOT_AN_ARRAY,
            "Filter: [" + indices[i] + "] can only be applied to arrays. Current context is: " + node);
      }
      if (name != null && !node.isObject()) {
        return Miss.nothing(notAnObject(i, node));
      }
      JsonNode next = name != null ? node.get(name) : node.get(position(i, node.size()));
      if (next != null) {
        node = next;
      } else if (name == null) {
        return last
            ? new Miss(Miss.Kind.BEYOND_THE_END, "No results for path: " + canonical(names.length))
            : Miss.nothing(beyondTheEndOnTheWay(i + 1));
      } else {
        return Miss.nothing(
            last
                ? "No results for path: " + canonical(names.length)
                : "Missing property in path " + canonical(i + 1));
      }
    }
    throw new IllegalStateException("The path " + canonical(names.length) + " misses nothing");
  }

  private String beyondTheEndOnTheWay(int step) {
    return names[step] == null
        ? "The path " + canonical(step) + " is null"
        : "Expected to find an object with property ['%s'] in path %s but found 'null'. %s"
            .formatted(names[step], canonical(step), NO_OBJECT);
  }

  private String notAnObject(int step, JsonNode node) {
    return "Expected to find an object with property ['%s'] in path %s but found '%s'. %s"
        .formatted(names[step], canonical(step), node.getClass().getName(), NO_OBJECT);
  }

  // AWS hands json-path's text through, class names included.
  private static final String NO_OBJECT =
      "This is not a json object according to the JsonProvider: "
          + "'com.jayway.jsonpath.spi.json.JacksonJsonNodeJsonProvider'.";

  private String canonical(int length) {
    StringBuilder text = new StringBuilder("$");
    for (int i = 0; i < length; i++) {
      if (names[i] != null) {
        text.append("['").append(names[i]).append("']");
      } else {
        text.append('[').append(indices[i]).append(']');
      }
    }
    return text.toString();
  }
}
