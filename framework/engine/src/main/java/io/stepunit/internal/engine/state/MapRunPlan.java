package io.stepunit.internal.engine.state;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.engine.map.ItemSource;
import io.stepunit.internal.expression.EvaluationException;
import io.stepunit.internal.expression.Scope;
import io.stepunit.internal.model.Distributed;
import io.stepunit.internal.model.ItemBatcher;
import io.stepunit.internal.model.ItemReader;
import io.stepunit.internal.model.MapState;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a Map in distributed mode is to run, its fields evaluated.
 *
 * @param map the state
 * @param distributed what it has beside the fields of any Map
 * @param source where the items come from
 * @param thresholds concurrency and tolerances
 * @param selector the {@code ItemSelector}: what a child execution gets of an item
 * @param batching the {@code ItemBatcher}
 * @param writerArguments the effective {@code Parameters} or {@code Arguments} of the {@code
 *     ResultWriter}
 * @param refusal an error that is found only after the start is on record
 */
public record MapRunPlan(
    MapState map,
    Distributed distributed,
    ItemSource source,
    MapThresholds thresholds,
    Function<MapItem, JsonNode> selector,
    Optional<Batching> batching,
    Optional<JsonNode> writerArguments,
    Optional<EvaluationException> refusal) {

  /**
   * The {@code ItemBatcher}, evaluated.
   *
   * @param maxItems how many items a batch has at most; empty for any number
   * @param maxInputBytes how many bytes of JSON a batch has at most; empty for any number
   * @param batchInput what each batch has beside its items
   */
  public record Batching(
      Optional<Long> maxItems, Optional<Long> maxInputBytes, Optional<JsonNode> batchInput) {}

  /**
   * Evaluates the fields.
   *
   * @throws EvaluationException if one fails that AWS evaluates before the start is on record
   */
  static MapRunPlan read(MapState state, Distributed distributed, Frame frame) {
    JsonNode input = state.dataFlow().input(frame);
    Scope scope = frame.withInput(input);
    MaxItems maxItems = MaxItems.read(distributed.itemReader(), scope);
    MapThresholds thresholds = MapThresholds.read(state, scope);
    return new MapRunPlan(
        state,
        distributed,
        source(state, distributed, maxItems, scope),
        thresholds,
        item ->
            state.itemSelector().isPresent()
                ? state.itemSelector().get().evaluate(new ItemScope(frame, input, item))
                : item.asInput(),
        distributed.itemBatcher().map(batcher -> batching(batcher, scope)),
        distributed.resultWriter().flatMap(w -> w.arguments()).map(args -> args.evaluate(scope)),
        thresholds.refusal().or(maxItems::refusal));
  }

  /** As recorded, ItemsPath counts for nothing beside an ItemReader, whatever it leads to. */
  private static ItemSource source(
      MapState state, Distributed distributed, MaxItems maxItems, Scope scope) {
    if (distributed.itemReader().isEmpty()) {
      return new ItemSource.StateData(state.items().evaluate(scope));
    }
    ItemReader reader = distributed.itemReader().get();
    JsonNode arguments =
        reader.arguments().isPresent() ? reader.arguments().get().evaluate(scope) : scope.input();
    return new ItemSource.Read(reader, arguments, maxItems.value());
  }

  private static Batching batching(ItemBatcher batcher, Scope scope) {
    return new Batching(
        limit(SettingValues.integer(batcher.maxItems(), scope)),
        limit(SettingValues.integer(batcher.maxInputBytes(), scope)),
        batcher.batchInput().map(given -> given.evaluate(scope)));
  }

  /** 0 says no more than nothing at all. */
  private static Optional<Long> limit(@Nullable Long number) {
    return Optional.ofNullable(number).filter(given -> given > 0);
  }

  /** {@code MaxItems}, which AWS looks at only after the start is on record. */
  private record MaxItems(Optional<Long> value, Optional<EvaluationException> refusal) {
    static MaxItems read(Optional<ItemReader> reader, Scope scope) {
      try {
        Long most =
            reader.isPresent()
                ? SettingValues.integer(reader.get().config().maxItems(), scope)
                : null;
        return new MaxItems(Optional.ofNullable(most), Optional.empty());
      } catch (EvaluationException e) {
        return new MaxItems(Optional.empty(), Optional.of(e));
      }
    }
  }
}
