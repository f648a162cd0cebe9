package io.stepunit.internal.teststate;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.EvaluationException;
import io.stepunit.internal.expression.Scope;
import io.stepunit.internal.model.ItemReader;
import io.stepunit.internal.model.MapState;
import io.stepunit.internal.model.State;
import java.util.Optional;

/** The items of a Map that reads them by an ItemReader instead of taking them from its input. */
final class MapItemReading {
  private MapItemReading() {}

  /** The {@code ItemReader} of a Map. */
  static Optional<ItemReader> reader(State state) {
    return state instanceof MapState map
        ? map.distributed().flatMap(distributed -> distributed.itemReader())
        : Optional.empty();
  }

  /** The items read, empty if the state has no ItemReader. */
  static Optional<JsonNode> items(TestStateRequest request, Inspection inspection) {
    return reader(request.state())
        .flatMap(
            reader ->
                request
                    .configuration()
                    .mapItemReaderData()
                    .map(data -> pointed(reader, data, inspection)));
  }

  private static JsonNode pointed(ItemReader reader, JsonNode data, Inspection inspection) {
    if (reader.itemsPointer().isEmpty()) {
      return data;
    }
    JsonNode items = data.at(JsonPointer.compile(reader.itemsPointer().get()));
    inspection.note("afterItemsPointer", items);
    return items;
  }

  /**
   * Evaluates what the reader would be asked.
   *
   * @throws EvaluationException if that fails
   */
  static void evaluateArguments(State state, Scope scope) {
    reader(state).flatMap(ItemReader::arguments).ifPresent(arguments -> arguments.evaluate(scope));
  }
}
