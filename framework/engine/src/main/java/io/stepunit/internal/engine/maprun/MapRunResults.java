package io.stepunit.internal.engine.maprun;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.stepunit.history.ExecutionStatus;
import io.stepunit.internal.bucket.Buckets;
import io.stepunit.internal.bucket.MemoryBucket;
import io.stepunit.internal.engine.map.ResultFiles;
import io.stepunit.internal.engine.map.ResultFiles.Outcome;
import io.stepunit.internal.engine.state.MapRunPlan;
import io.stepunit.internal.engine.state.StatesError;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.model.ResultWriter;
import io.stepunit.internal.model.ResultWriter.Transformation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects what the child executions of a Map Run return: for the state's result, or for files. */
final class MapRunResults {
  private static final String WRITER_FAILED = "States.ResultWriterFailed";

  private final Transformation transformation;
  private final boolean lines;
  private final boolean emptyWriter;
  private final int limit;
  private final @Nullable ResultFiles files;
  private final JsonNode arguments;
  private final MemoryBucket bucket;
  private final List<@Nullable JsonNode> results = new ArrayList<>();
  private long bytes;

  /**
   * @param run the id of the Map Run, which names the folder of its files
   * @param limit how many bytes a state may hand on
   */
  MapRunResults(MapRunPlan plan, Buckets buckets, String run, int limit) {
    Optional<ResultWriter> writer = plan.distributed().resultWriter();
    boolean exports = plan.distributed().exportsResults();
    this.lines = writer.filter(ResultWriter::lines).isPresent();
    this.emptyWriter = writer.filter(ResultWriter::isEmpty).isPresent();
    this.transformation =
        writer
            .flatMap(ResultWriter::transformation)
            .orElse(exports ? Transformation.NONE : Transformation.COMPACT);
    this.limit = limit;
    this.arguments = plan.writerArguments().orElseGet(Json.NODES::objectNode);
    this.bucket = buckets.bucket(arguments.path("Bucket").asText());
    this.files =
        exports ? new ResultFiles(bucket, arguments.path("Prefix").asText(), run, lines) : null;
  }

  /** Why the results cannot be written, null if they can. */
  @Nullable StatesError refusal() {
    if (emptyWriter) {
      return StatesError.of(WRITER_FAILED, "The ResultWriter has no fields");
    }
    if (files == null) {
      return null;
    }
    if (!arguments.path("Bucket").isTextual()) {
      return StatesError.of(
          WRITER_FAILED,
          "The ResultWriter needs the text 'Bucket', found "
              + (arguments.has("Bucket") ? arguments.get("Bucket") : "none"));
    }
    return bucket.isAccessDenied()
        ? StatesError.of(WRITER_FAILED, "Access Denied (s3://" + bucket.name() + ")")
        : null;
  }

  /** Adds what came of a child that has ended. */
  void add(int index, ChildRun child) {
    boolean succeeded = child.status() == ExecutionStatus.SUCCEEDED;
    JsonNode output = succeeded ? child.output() : null;
    List<JsonNode> shaped =
        output == null || transformation == Transformation.NONE
            ? List.of(ChildRecord.of(child))
            : shaped(output);
    if (files != null) {
      shaped.forEach(one -> files.add(succeeded ? Outcome.SUCCEEDED : Outcome.FAILED, one));
    } else {
      keep(index, shaped);
    }
  }

  /** Drops what came of a child that is run again, and what is written of all but successes. */
  void forget(Iterable<ChildInputs.ChildInput> redriven) {
    if (files != null) {
      files.keepSuccesses();
    }
    for (ChildInputs.ChildInput input : redriven) {
      JsonNode dropped = input.index() < results.size() ? results.set(input.index(), null) : null;
      if (dropped != null) {
        dropped.forEach(one -> bytes -= Json.size(one) + 1L);
      }
    }
  }

  private List<JsonNode> shaped(JsonNode output) {
    if (transformation != Transformation.FLATTEN || !output.isArray()) {
      return List.of(output);
    }
    List<JsonNode> elements = new ArrayList<>(output.size());
    output.forEach(elements::add);
    return elements;
  }

  /** Once there are more bytes than a state may hand on, nothing needs to be kept any more. */
  private void keep(int index, List<JsonNode> shaped) {
    for (JsonNode one : shaped) {
      bytes += Json.size(one) + 1L;
    }
    if (isTooLarge()) {
      results.clear();
      return;
    }
    while (results.size() <= index) {
      results.add(null);
    }
    results.set(index, Json.NODES.arrayNode(shaped.size()).addAll(shaped));
  }

  /** Adds the input of a child that was never started. */
  void addPending(ChildInputs.ChildInput input, String machineArn) {
    if (files != null) {
      files.add(Outcome.PENDING, ChildRecord.pending(input.input(), machineArn));
    }
  }

  /** Whether there are more bytes of results than a state may hand on. */
  boolean isTooLarge() {
    return bytes + 1 > limit;
  }

  /** The state's result; writes the files. */
  JsonNode finish(String mapRunArn) {
    if (files != null) {
      return files.write(mapRunArn);
    }
    ArrayNode all = Json.NODES.arrayNode();
    for (JsonNode ofChild : results) {
      if (ofChild != null) {
        ofChild.forEach(all::add);
      }
    }
    return lines ? Json.NODES.textNode(asLines(all)) : all;
  }

  private static String asLines(ArrayNode all) {
    StringBuilder text = new StringBuilder();
    all.forEach(one -> text.append(Json.text(one)).append('\n'));
    return text.toString();
  }
}
