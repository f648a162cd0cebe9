package io.stepunit.internal.engine.maprun;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.stepunit.internal.engine.maprun.ChildInputs.ChildInput;
import io.stepunit.internal.engine.state.MapRunPlan;
import io.stepunit.internal.engine.state.StatesError;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.model.ResultWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Results that become the state's own, in the order of the items. */
final class CollectedResults implements MapRunResults {
  private final ResultShape shape;
  private final boolean emptyWriter;
  private final int limit;
  private final List<@Nullable JsonNode> results = new ArrayList<>();
  private long bytes;

  private CollectedResults(ResultShape shape, boolean emptyWriter, int limit) {
    this.shape = shape;
    this.emptyWriter = emptyWriter;
    this.limit = limit;
  }

  static CollectedResults of(MapRunPlan plan, int limit) {
    boolean emptyWriter =
        plan.distributed().resultWriter().filter(ResultWriter::isEmpty).isPresent();
    return new CollectedResults(ResultShape.of(plan), emptyWriter, limit);
  }

  @Override
  public Optional<StatesError> refusal() {
    return emptyWriter
        ? Optional.of(StatesError.of(ResultShape.WRITER_FAILED, "The ResultWriter has no fields"))
        : Optional.empty();
  }

  /** Once there are more bytes than a state may hand on, nothing needs to be kept any more. */
  @Override
  public void add(int index, ChildRun child) {
    List<JsonNode> values = shape.valuesOf(child);
    for (JsonNode value : values) {
      bytes += Json.size(value) + 1L;
    }
    if (isTooLarge()) {
      results.clear();
      return;
    }
    while (results.size() <= index) {
      results.add(null);
    }
    results.set(index, Json.NODES.arrayNode(values.size()).addAll(values));
  }

  @Override
  public void completeBelow(int index) {}

  @Override
  public boolean tellPending() {
    return false;
  }

  @Override
  public void addPending(ChildInput input) {}

  @Override
  public void redriven(List<ChildInput> again) {
    for (ChildInput input : again) {
      JsonNode dropped = input.index() < results.size() ? results.set(input.index(), null) : null;
      if (dropped != null) {
        dropped.forEach(value -> bytes -= Json.size(value) + 1L);
      }
    }
  }

  @Override
  public boolean isTooLarge() {
    return bytes + 1 > limit;
  }

  @Override
  public JsonNode finish(String mapRunArn) {
    ArrayNode all = Json.NODES.arrayNode();
    for (JsonNode ofChild : results) {
      if (ofChild != null) {
        ofChild.forEach(all::add);
      }
    }
    return shape.lines() ? Json.NODES.textNode(asLines(all)) : all;
  }

  private static String asLines(ArrayNode all) {
    StringBuilder text = new StringBuilder();
    all.forEach(one -> text.append(Json.text(one)).append('\n'));
    return text.toString();
  }
}
