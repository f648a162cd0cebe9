package io.stepunit.internal.engine.maprun;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.engine.map.Items;
import io.stepunit.internal.engine.map.ReadItem;
import io.stepunit.internal.engine.state.MapItem;
import io.stepunit.internal.engine.state.MapRunPlan;
import io.stepunit.internal.engine.state.MapRunPlan.Batching;
import io.stepunit.internal.json.Json;
import org.jspecify.annotations.Nullable;

/** The inputs of a Map Run's child executions, made one by one out of its items. */
public final class ChildInputs {
  private final Items items;
  private final MapRunPlan plan;
  private @Nullable JsonNode ahead;
  private int itemsRead;
  private int made;

  ChildInputs(Items items, MapRunPlan plan) {
    this.items = items;
    this.plan = plan;
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
    if (plan.batching().isPresent()) {
      return batch(plan.batching().get());
    }
    JsonNode item = take();
    return item == null ? null : new ChildInput(made++, item, 1);
  }

  void close() {
    items.close();
  }

  private @Nullable ChildInput batch(Batching batching) {
    JsonNode item = take();
    if (item == null) {
      return null;
    }
    ObjectNode input = Json.NODES.objectNode();
    batching.batchInput().ifPresent(given -> input.set("BatchInput", given));
    ArrayNode batch = input.putArray("Items");
    long most = batching.maxItems().orElse(Long.MAX_VALUE);
    long bytesLeft = batching.maxInputBytes().orElse(Long.MAX_VALUE) - Json.size(input);
    while (item != null) {
      batch.add(item);
      bytesLeft -= Json.size(item);
      item = batch.size() < most ? take() : null;
      // The comma between the items is a byte, too.
      bytesLeft--;
      if (item != null && Json.size(item) > bytesLeft) {
        ahead = item;
        item = null;
      }
    }
    return new ChildInput(made++, input, batch.size());
  }

  /** What the ItemSelector makes of the next item, null after the last. */
  private @Nullable JsonNode take() {
    JsonNode kept = ahead;
    if (kept != null) {
      ahead = null;
      return kept;
    }
    ReadItem read = items.next();
    return read == null
        ? null
        : plan.selector().apply(new MapItem(itemsRead++, read.key(), read.value(), read.source()));
  }
}
