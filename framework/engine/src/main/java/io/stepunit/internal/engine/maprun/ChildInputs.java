package io.stepunit.internal.engine.maprun;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.engine.map.Items;
import io.stepunit.internal.engine.map.ReadItem;
import io.stepunit.internal.engine.state.MapItem;
import io.stepunit.internal.engine.state.MapRunPlan;
import org.jspecify.annotations.Nullable;

/** The inputs of a Map Run's child executions, made one by one out of its items. */
public final class ChildInputs {
  private final Items items;
  private final MapRunPlan plan;
  private final @Nullable Batches batches;
  private int itemsRead;
  private int made;

  ChildInputs(Items items, MapRunPlan plan) {
    this.items = items;
    this.plan = plan;
    this.batches = plan.batching().map(batching -> new Batches(this::take, batching)).orElse(null);
  }

  /**
   * One child's input.
   *
   * @param index 0-based
   * @param items how many items are in it
   */
  public record ChildInput(int index, JsonNode input, int items) {}

  /** The next child's input, null after the last. */
  @Nullable ChildInput next() {
    if (batches != null) {
      ObjectNode batch = batches.next();
      return batch == null ? null : new ChildInput(made++, batch, batch.get("Items").size());
    }
    JsonNode item = take();
    return item == null ? null : new ChildInput(made++, item, 1);
  }

  void close() {
    items.close();
  }

  /** The next item as the ItemSelector makes it, null after the last. */
  private @Nullable JsonNode take() {
    ReadItem read = items.next();
    return read == null
        ? null
        : plan.selector().apply(new MapItem(itemsRead++, read.key(), read.value(), read.source()));
  }
}
