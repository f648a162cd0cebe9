package io.stepunit.internal.engine.state;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.DataPath;
import io.stepunit.internal.model.DataFlow;
import io.stepunit.internal.model.ResultRead;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what the fields at a state's exit read of its result, and what is not there. */
public final class MissingMembers {
  private static final int MOST = 3;

  private MissingMembers() {}

  /**
   * A line for each member that is missing.
   *
   * @param result what the lines call the result: {@code the result of mock("Charge")}
   */
  public static List<String> lines(DataFlow flow, JsonNode value, String result) {
    return flow.resultReads()
        .flatMap(read -> line(read, value, result).stream())
        .distinct()
        .limit(MOST)
        .toList();
  }

  private static Optional<String> line(ResultRead read, JsonNode value, String result) {
    JsonNode at = value;
    List<String> walked = new ArrayList<>();
    for (DataPath.Step step : read.path().steps()) {
      Optional<String> name = step.name();
      if (name.isEmpty() || at.isArray()) {
        return Optional.empty();
      }
      if (!at.has(name.get())) {
        return Optional.of(
            "%s has no '%s'%s, which %s reads as %s; %s"
                .formatted(
                    result,
                    name.get(),
                    walked.isEmpty() ? "" : " in " + String.join(".", walked),
                    read.field(),
                    text(read.path()),
                    has(at)));
      }
      at = at.get(name.get());
      walked.add(name.get());
    }
    return Optional.empty();
  }

  private static String text(DataPath path) {
    String root = path.source() == DataPath.Source.RESULT ? "$states.result" : "$";
    return path.steps().stream()
        .map(step -> step.name().map(name -> "." + name).orElse("[…]"))
        .reduce(root, String::concat);
  }

  private static String has(JsonNode value) {
    List<String> names = new ArrayList<>();
    value.fieldNames().forEachRemaining(names::add);
    if (!value.isObject()) {
      return "there is no object";
    }
    return names.isEmpty() ? "it is empty" : "it has " + String.join(", ", names);
  }
}
