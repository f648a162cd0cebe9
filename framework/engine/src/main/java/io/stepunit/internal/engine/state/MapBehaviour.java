package io.stepunit.internal.engine.state;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.Scope;
import io.stepunit.internal.model.MapState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs its ItemProcessor for each item. */
final class MapBehaviour implements Behaviour<MapState> {
  @Override
  public Effect enter(MapState state, Frame frame) {
    return state.distributed().isPresent()
        ? new Effect.Distribute(MapRunPlan.read(state, state.distributed().get(), frame))
        : enterInline(state, frame);
  }

  private static Effect enterInline(MapState state, Frame frame) {
    JsonNode input = state.dataFlow().input(frame);
    Scope scope = frame.withInput(input);
    List<MapItem> items = items(state.items().evaluate(scope));
    MapThresholds thresholds = MapThresholds.read(state, scope);
    return new Effect.Fork(
        items.size(),
        limit(thresholds),
        index -> branch(state, frame, input, items.get(index)),
        Optional.of(thresholds));
  }

  private static List<MapItem> items(JsonNode collection) {
    List<MapItem> items = new ArrayList<>(collection.size());
    if (collection.isObject()) {
      collection
          .fields()
          .forEachRemaining(
              field -> items.add(new MapItem(items.size(), field.getKey(), field.getValue())));
    } else {
      collection.forEach(value -> items.add(new MapItem(items.size(), null, value)));
    }
    return items;
  }

  private static int limit(MapThresholds thresholds) {
    long own = thresholds.maxConcurrency();
    return own == 0 ? Integer.MAX_VALUE : (int) Math.min(own, Integer.MAX_VALUE);
  }

  private static Effect.BranchStart branch(
      MapState state, Frame frame, JsonNode input, MapItem item) {
    JsonNode iterationInput =
        state.itemSelector().isPresent()
            ? state.itemSelector().get().evaluate(new ItemScope(frame, input, item))
            : item.value();
    return new Effect.BranchStart(state.itemProcessor(), iterationInput, item);
  }

  @Override
  public Effect resume(MapState state, Frame frame, Outcome outcome) {
    JsonNode result = ((Outcome.Result) outcome).value();
    return Effect.Exit.of(state.next(), state.dataFlow().exit(frame, result));
  }
}
