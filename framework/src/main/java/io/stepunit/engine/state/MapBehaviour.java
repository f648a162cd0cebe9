package io.stepunit.engine.state;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.expression.EvaluationException;
import io.stepunit.expression.Scope;
import io.stepunit.model.MapState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs its ItemProcessor for each item. */
final class MapBehaviour implements Behaviour<MapState> {
  /** What AWS runs at once in inline mode, whatever MaxConcurrency says. */
  private static final int INLINE_CONCURRENCY = 40;

  @Override
  public Effect enter(MapState state, Frame frame) {
    JsonNode input = state.dataFlow().input(frame);
    Scope scope = frame.withInput(input);
    List<MapItem> items = items(state.items().evaluate(scope));
    return new Effect.Fork(
        items.size(),
        concurrency(state, scope),
        index -> branch(state, frame, input, items.get(index)),
        toleranceError(state, scope));
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

  private static int concurrency(MapState state, Scope scope) {
    Long limit = Settings.integer(state.maxConcurrency(), scope);
    if (limit == null || limit == 0) {
      return INLINE_CONCURRENCY;
    }
    if (limit < 0) {
      throw EvaluationException.runtime("MaxConcurrency cannot be negative.");
    }
    return (int) Math.min(limit, INLINE_CONCURRENCY);
  }

  /** AWS looks at the tolerances only after the Map's start is on record. */
  private static Optional<EvaluationException> toleranceError(MapState state, Scope scope) {
    try {
      Long count = Settings.integer(state.toleratedFailureCount(), scope);
      if (count != null && count < 0) {
        throw EvaluationException.runtime("ToleratedFailureCount cannot be negative.");
      }
      Double percentage = Settings.number(state.toleratedFailurePercentage(), scope);
      if (percentage != null && (percentage < 0 || percentage > 100)) {
        throw EvaluationException.runtime("ToleratedFailurePercentage must be between 0 and 100.");
      }
      return Optional.empty();
    } catch (EvaluationException e) {
      return Optional.of(e);
    }
  }

  private static Effect.Branch branch(MapState state, Frame frame, JsonNode input, MapItem item) {
    JsonNode iterationInput =
        state.itemSelector().isPresent()
            ? state.itemSelector().get().evaluate(new ItemScope(frame, input, item))
            : item.value();
    return new Effect.Branch(state.itemProcessor(), iterationInput, item);
  }

  @Override
  public Effect resume(MapState state, Frame frame, Outcome outcome) {
    JsonNode result = ((Outcome.Result) outcome).value();
    return Effect.Exit.of(state.next(), state.dataFlow().exit(frame, result));
  }
}
