package io.stepunit.internal.engine.maprun;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.engine.state.MapRunPlan.Batching;
import io.stepunit.internal.json.Json;
import org.jspecify.annotations.Nullable;

/** The inputs that an {@code ItemBatcher} makes of items, one by one. */
public final class Batches {
  private final Selected items;
  private final Batching batching;
  private @Nullable JsonNode ahead;

  /** The items after the ItemSelector. */
  public interface Selected {
    /** The next item, null after the last. */
    @Nullable JsonNode next();
  }

  public Batches(Selected items, Batching batching) {
    this.items = items;
    this.batching = batching;
  }

  /**
   * The next batch, null after the last: {@code BatchInput}, if there is one, and {@code Items}.
   */
  public @Nullable ObjectNode next() {
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
    return input;
  }

  private @Nullable JsonNode take() {
    JsonNode kept = ahead;
    ahead = null;
    return kept == null ? items.next() : kept;
  }
}
