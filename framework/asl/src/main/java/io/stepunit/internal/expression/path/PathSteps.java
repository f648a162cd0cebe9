package io.stepunit.internal.expression.path;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.budget.WorkBudgets;
import io.stepunit.internal.expression.DataPath;
import io.stepunit.internal.expression.Read;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a definite path, {@code $.a['b'][0]}: each a field's name or an array index, the
 * last ones counted from the end if negative.
 */
final class PathSteps implements DocumentPath {
  private final @Nullable String[] names;
  private final int[] indices;
  private final String[] written;

  PathSteps(List<Step> steps) {
    names = new @Nullable String[steps.size()];
    indices = new int[steps.size()];
    written = new String[steps.size()];
    for (int i = 0; i < names.length; i++) {
      names[i] = steps.get(i).name();
      indices[i] = steps.get(i).index();
      written[i] = steps.get(i).written();
    }
  }

  /**
   * One step: a name, or an index where the name is null.
   *
   * @param written the step as json-path's messages show it, {@code ['a']}
   */
  record Step(@Nullable String name, int index, String written) {
    static Step field(String name, char quote) {
      return new Step(name, 0, "[" + quote + name + quote + "]");
    }

    static Step item(int index) {
      return new Step(null, index, "[" + index + "]");
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
  public @Nullable JsonNode find(JsonNode document, WorkBudgets budgets) {
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
  public List<DataPath.Step> steps() {
    return IntStream.range(0, names.length).mapToObj(this::step).toList();
  }

  private DataPath.Step step(int step) {
    String name = names[step];
    return name == null ? new DataPath.Step.Item(indices[step]) : new DataPath.Step.Field(name);
  }

  @Override
  public boolean findsSeveral() {
    return false;
  }

  @Override
  public Stream<Read> readsOfFilters(DataPath root) {
    return Stream.empty();
  }

  @Override
  public Miss explain(JsonNode document, WorkBudgets budgets) {
    JsonNode node = document;
    for (int i = 0; i < names.length; i++) {
      String name = names[i];
      if (name == null && !node.isArray()) {
        return new Miss(Miss.Kind.NOT_AN_ARRAY, notAnArray(i, node));
      }
      if (name != null && !node.isObject()) {
        return Miss.nothing(notAnObject(i));
      }
      JsonNode next = name != null ? node.get(name) : node.get(position(i, node.size()));
      if (next == null) {
        return name == null ? missingItem(i) : Miss.nothing(missingField(i));
      }
      node = next;
    }
    throw new IllegalStateException("The path $" + asWritten(0) + " misses nothing");
  }

  private Miss missingItem(int step) {
    if (isLast(step)) {
      return new Miss(Miss.Kind.BEYOND_THE_END, "No results for path: $" + asWritten(0));
    }
    return Miss.nothing(
        names[step + 1] == null
            ? "The path " + upTo(step + 1) + " is null"
            : notAnObject(step + 1));
  }

  private String missingField(int step) {
    return isLast(step)
        ? "No results for path: $" + asWritten(0)
        : "Missing property in path " + upTo(step + 1);
  }

  private boolean isLast(int step) {
    return step == names.length - 1;
  }

  private String notAnArray(int step, JsonNode found) {
    return "Filter: %s can only be applied to arrays. Current context is: %s"
        .formatted(asWritten(step), found);
  }

  private String notAnObject(int step) {
    return "Property " + written[step] + " not found in path " + upTo(step);
  }

  /** The steps from one on, with the quotes of the definition. */
  private String asWritten(int from) {
    return String.join("", Arrays.asList(written).subList(from, written.length));
  }

  /** The path to a step; whatever the definition has, json-path shows single quotes here. */
  private String upTo(int step) {
    StringBuilder text = new StringBuilder("$");
    for (int i = 0; i < step; i++) {
      text.append(names[i] == null ? written[i] : "['" + names[i] + "']");
    }
    return text.toString();
  }
}
