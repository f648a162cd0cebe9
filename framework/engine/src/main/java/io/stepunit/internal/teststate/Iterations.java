package io.stepunit.internal.teststate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.engine.map.ItemSource;
import io.stepunit.internal.engine.map.Items;
import io.stepunit.internal.engine.map.ReadItem;
import io.stepunit.internal.engine.maprun.Batches;
import io.stepunit.internal.engine.state.Effect;
import io.stepunit.internal.engine.state.MapItem;
import io.stepunit.internal.engine.state.MapRunPlan;
import io.stepunit.internal.engine.state.MapThresholds;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.model.MapState;
import io.stepunit.teststate.TestStateException;
import java.util.Iterator;

/**
 * The iterations that a Map under test would run: one for each item, or for each batch.
 *
 * @param count how many there are
 */
record Iterations(int count) {
  /** Those of an inline Map. */
  static Iterations of(MapState map, Effect.Fork fork, Inspection inspection) {
    if (map.itemSelector().isPresent()) {
      ArrayNode selected = Json.NODES.arrayNode(fork.count());
      for (int i = 0; i < fork.count(); i++) {
        selected.add(fork.branch().apply(i).input());
      }
      inspection.note("afterItemSelector", selected);
    }
    return new Iterations(fork.count());
  }

  /** Those of a Map in distributed mode. */
  static Iterations of(MapState map, MapRunPlan plan, Inspection inspection) {
    // What an ItemReader read, the test says itself.
    Items items = ((ItemSource.StateData) plan.source()).items();
    ArrayNode selected = Json.NODES.arrayNode();
    for (ReadItem item = items.next(); item != null; item = items.next()) {
      selected.add(
          plan.selector()
              .apply(new MapItem(selected.size(), item.key(), item.value(), item.source())));
    }
    if (map.itemSelector().isPresent()) {
      inspection.note("afterItemSelector", selected);
    }
    return plan.batching().isEmpty()
        ? new Iterations(selected.size())
        : ofBatches(selected.elements(), plan.batching().get(), inspection);
  }

  private static Iterations ofBatches(
      Iterator<JsonNode> items, MapRunPlan.Batching batching, Inspection inspection) {
    Batches batches = new Batches(() -> items.hasNext() ? items.next() : null, batching);
    ArrayNode shown = Json.NODES.arrayNode();
    for (ObjectNode batch = batches.next(); batch != null; batch = batches.next()) {
      shown.add(asShown(batch));
    }
    inspection.note("afterItemBatcher", shown);
    return new Iterations(shown.size());
  }

  /** As measured, TestState shows each item of a batch as its JSON text. */
  private static ObjectNode asShown(ObjectNode batch) {
    ObjectNode shown = batch.deepCopy();
    ArrayNode texts = shown.putArray("Items");
    batch.get("Items").forEach(item -> texts.add(Json.text(item)));
    return shown;
  }

  /**
   * Whether so many failures fail the Map. As recorded, a Map that declares no tolerance has any in
   * TestState, other than in an execution.
   *
   * @throws TestStateException if there are more failures than iterations
   */
  boolean exceed(MapThresholds thresholds, int failures) {
    if (failures > count) {
      throw Refusals.validation(
          "Map iteration failure count must be less than or equal to the number of Map iterations");
    }
    boolean declared =
        thresholds.toleratedFailureCount().isPresent()
            || thresholds.toleratedFailurePercentage().isPresent();
    return declared && thresholds.isExceededBy(failures, count);
  }

  /**
   * Checks a mocked result.
   *
   * @throws TestStateException if it has not one result for each iteration
   */
  void check(MapState map, JsonNode mocked) {
    if (!map.exportsResults() && mocked.size() != count) {
      throw Refusals.validation("Input array does not equal the mocked result array's size");
    }
  }
}
