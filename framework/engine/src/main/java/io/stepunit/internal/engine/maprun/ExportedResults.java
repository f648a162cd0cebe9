package io.stepunit.internal.engine.maprun;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.history.ExecutionStatus;
import io.stepunit.internal.bucket.Buckets;
import io.stepunit.internal.bucket.MemoryBucket;
import io.stepunit.internal.engine.map.ResultFiles;
import io.stepunit.internal.engine.map.ResultFiles.Outcome;
import io.stepunit.internal.engine.maprun.ChildInputs.ChildInput;
import io.stepunit.internal.engine.state.MapRunPlan;
import io.stepunit.internal.engine.state.StatesError;
import io.stepunit.internal.json.Json;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Results that a {@code ResultWriter} writes to files, in the order of the items. */
final class ExportedResults implements MapRunResults {
  private final ResultShape shape;
  private final JsonNode arguments;
  private final MemoryBucket bucket;
  private final ResultFiles files;

  /** What came of children that may be followed by some of lower indexes. */
  private final NavigableMap<Integer, Ended> waiting = new TreeMap<>();

  private record Ended(Outcome outcome, List<JsonNode> values) {}

  private ExportedResults(
      ResultShape shape, JsonNode arguments, MemoryBucket bucket, ResultFiles files) {
    this.shape = shape;
    this.arguments = arguments;
    this.bucket = bucket;
    this.files = files;
  }

  static ExportedResults of(MapRunPlan plan, Buckets buckets, String run) {
    ResultShape shape = ResultShape.of(plan);
    JsonNode arguments = plan.writerArguments().orElseGet(Json.NODES::objectNode);
    MemoryBucket bucket = buckets.bucket(arguments.path("Bucket").asText());
    String prefix = arguments.path("Prefix").asText();
    return new ExportedResults(
        shape, arguments, bucket, new ResultFiles(bucket, prefix, run, shape.lines()));
  }

  @Override
  public Optional<StatesError> refusal() {
    if (!arguments.path("Bucket").isTextual()) {
      return Optional.of(
          StatesError.of(
              ResultShape.WRITER_FAILED,
              "The ResultWriter needs the string 'Bucket', found "
                  + (arguments.has("Bucket") ? arguments.get("Bucket") : "none")));
    }
    return bucket.isAccessDenied()
        ? Optional.of(
            StatesError.fatal(
                StatesError.RUNTIME,
                "Failed to write a test manifest into the specified output bucket."
                    + " Access Denied (s3://%s)".formatted(bucket.name())))
        : Optional.empty();
  }

  @Override
  public void add(int index, ChildRun child) {
    boolean succeeded = child.status() == ExecutionStatus.SUCCEEDED;
    Outcome outcome = succeeded ? Outcome.SUCCEEDED : Outcome.FAILED;
    waiting.put(index, new Ended(outcome, shape.valuesOf(child)));
  }

  @Override
  public void completeBelow(int index) {
    NavigableMap<Integer, Ended> complete = waiting.headMap(index, false);
    complete
        .values()
        .forEach(ended -> ended.values().forEach(value -> files.add(ended.outcome(), value)));
    complete.clear();
  }

  @Override
  public boolean tellPending() {
    return true;
  }

  @Override
  public void addPending(ChildInput input) {
    files.add(Outcome.PENDING, ChildRecord.pending(input.input()));
  }

  @Override
  public void redriven(List<ChildInput> again) {
    files.beginGeneration();
  }

  @Override
  public boolean isTooLarge() {
    return false;
  }

  @Override
  public JsonNode finish(String mapRunArn) {
    completeBelow(Integer.MAX_VALUE);
    return files.write(mapRunArn);
  }
}
