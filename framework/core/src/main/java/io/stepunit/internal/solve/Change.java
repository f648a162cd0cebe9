package io.stepunit.internal.solve;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.DataPath;
import io.stepunit.internal.expression.Trees;
import io.stepunit.internal.expression.Want;
import java.util.List;
import java.util.function.Function;

/**
 * A change of what an execution is given.
 *
 * @param of what is changed
 * @param way the place in it
 * @param value what has to be there
 */
record Change(Source of, List<DataPath.Step> way, Want.Value value) {
  /** What an execution is given. */
  sealed interface Source {
    /** Its input. */
    record Input() implements Source {}

    /** The result of a call. */
    record Result(CallKey call) implements Source {}

    /** The JSON that the cause of a Task's error is. */
    record Cause(String state) implements Source {}

    /** The items that a Map in distributed mode reads. */
    record Items(String map) implements Source {}
  }

  Change {
    way = List.copyOf(way);
  }

  /**
   * The data with the change.
   *
   * @param some makes a value for a place
   */
  JsonNode in(JsonNode data, Function<List<DataPath.Step>, JsonNode> some) {
    if (value instanceof Want.Value.Is is) {
      return Trees.with(data, way, is.json());
    }
    if (value instanceof Want.Value.Nothing) {
      return Trees.without(data, way);
    }
    return Trees.findExactly(data, way).isPresent() ? data : Trees.with(data, way, some.apply(way));
  }
}
