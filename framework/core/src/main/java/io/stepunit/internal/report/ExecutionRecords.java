package io.stepunit.internal.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.history.ExecutionStatus;
import io.stepunit.history.InjectedFault;
import io.stepunit.internal.coverage.Hits;
import io.stepunit.internal.engine.ExecutionRun;
import io.stepunit.internal.graph.GraphMarks;
import io.stepunit.internal.history.Decision;
import io.stepunit.internal.history.ExecutionDescription;
import io.stepunit.internal.history.ExecutionRecord;
import io.stepunit.internal.history.MapRunJson;
import io.stepunit.internal.history.MapRunRecord;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Writes one execution.
 *
 * @param run the execution that the test started: this one, or the one that its Map Run is in
 * @param id its address in the report
 * @param definition the whole definition
 * @param parentArn the execution whose Task or Map Run started it
 * @param kept why it is in the report
 */
record ExecutionRecords(
    EndedTest test,
    RecordedRun run,
    String id,
    DefinitionRecords.Known definition,
    ExecutionRecord execution,
    Optional<String> parentArn,
    Retention.Kept kept)
    implements RecordLine {
  /** So many child executions of a Map Run are kept, those that failed first. */
  private static final int CHILDREN = 20;

  @Override
  public void writeTo(JsonGenerator json) throws IOException {
    Data data = new Data(json);
    json.writeStringField("id", id);
    json.writeStringField("test", test.id().uniqueId());
    json.writeStringField("definition", definition.id());
    description(json, data);
    new EventRecords(data).write(json, execution.events());
    new VisitRecords(json, data, execution, definition.asl(), run.answers()).write();
    faults(json);
    tokens(json);
    mapRuns(json);
    inMapRuns(json);
    texts(json, "children", children());
    json.writeStringField("kept", kept.name());
    texts(json, "cut", data.cut());
    data.writeValues();
  }

  private void description(JsonGenerator json, Data data) throws IOException {
    ExecutionDescription description = execution.description();
    json.writeStringField("name", description.name());
    json.writeStringField("arn", description.arn());
    if (parentArn.isPresent()) {
      json.writeStringField("parentArn", parentArn.get());
    }
    json.writeStringField("type", description.type().name());
    json.writeStringField("status", description.status().name());
    json.writeStringField("startedAt", description.startedAt().toString());
    if (description.stoppedAt().isPresent()) {
      json.writeStringField("stoppedAt", description.stoppedAt().get().toString());
    }
    json.writeNumberField("seed", description.seed());
    data.value("input", description.input(), "The input");
    if (description.output().isPresent()) {
      data.value("output", description.output().get(), "The output");
    }
    if (description.error().isPresent()) {
      json.writeStringField("error", description.error().get());
    }
    if (description.cause().isPresent()) {
      json.writeStringField("cause", data.text(description.cause().get(), "The cause"));
    }
  }

  private void faults(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("faults");
    for (InjectedFault fault : execution.injectedFaults()) {
      json.writeStartObject();
      json.writeNumberField("afterEventId", fault.afterEventId());
      json.writeStringField("at", fault.at().toString());
      json.writeStringField("state", fault.state());
      json.writeStringField("path", fault.path());
      json.writeStringField("text", fault.text());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void tokens(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("tokens");
    for (Decision decision : execution.decisions()) {
      if (decision instanceof Decision.HeartbeatCame heartbeat) {
        json.writeStartObject();
        json.writeStringField("kind", "HEARTBEAT");
        json.writeStringField("at", heartbeat.at().toString());
        json.writeStringField("path", heartbeat.visit().path());
        json.writeNumberField("afterEventId", heartbeat.afterEventId());
        json.writeEndObject();
      }
    }
    json.writeEndArray();
  }

  private void mapRuns(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("mapRuns");
    for (int i = 0; i < execution.mapRuns().size(); i++) {
      MapRunRecord mapRun = execution.mapRuns().get(i);
      ObjectNode described = MapRunJson.described(mapRun.description());
      described.put("state", mapRun.description().state());
      ArrayNode children = described.putArray("children");
      childrenOf(i).forEach(child -> children.add(child.id()));
      json.writeTree(described);
    }
    json.writeEndArray();
  }

  /** What the child executions of its Map Runs did in their part of the machine, all together. */
  private void inMapRuns(JsonGenerator json) throws IOException {
    if (execution.mapRuns().isEmpty()) {
      return;
    }
    Hits forgotten = isChild() ? Hits.NONE : run.forgotten();
    GraphMarks.Course marks = ExecutionMarks.ofMapRuns(execution, forgotten);
    json.writeObjectFieldStart("inMapRuns");
    json.writeObjectFieldStart("states");
    for (Map.Entry<String, GraphMarks.StateMark> state : new TreeMap<>(marks.states()).entrySet()) {
      json.writeObjectFieldStart(state.getKey());
      json.writeStringField("status", state.getValue().status().name());
      json.writeNumberField("visits", marks.taken().getOrDefault(state.getKey(), 0L));
      json.writeEndObject();
    }
    json.writeEndObject();
    json.writeObjectFieldStart("transitions");
    for (Map.Entry<String, Long> transition : new TreeMap<>(marks.taken()).entrySet()) {
      if (!marks.states().containsKey(transition.getKey())
          && transition.getKey().indexOf('#') < 0) {
        json.writeNumberField(transition.getKey(), transition.getValue());
      }
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private List<String> children() {
    return isChild() ? List.of() : run.children().stream().map(ExecutionRun::arn).toList();
  }

  /** Whether it is one of the child executions of a Map Run. */
  private boolean isChild() {
    return !execution.arn().equals(run.run().arn());
  }

  /**
   * The child executions of a Map Run that are written, too.
   *
   * @param index which Map Run, 0-based
   */
  List<ExecutionRecords> childrenOf(int index) {
    MapRunRecord mapRun = execution.mapRuns().get(index);
    return Stream.concat(
            mapRun.children().entrySet().stream().filter(child -> !hasSucceeded(child.getValue())),
            mapRun.children().entrySet().stream().filter(child -> hasSucceeded(child.getValue())))
        .limit(CHILDREN)
        .map(
            child ->
                new ExecutionRecords(
                    test,
                    run,
                    "%s.%s.%s".formatted(id, index + 1, child.getKey()),
                    definition,
                    child.getValue(),
                    Optional.of(execution.arn()),
                    kept))
        .toList();
  }

  private static boolean hasSucceeded(ExecutionRecord child) {
    return child.status() == ExecutionStatus.SUCCEEDED;
  }

  private static void texts(JsonGenerator json, String member, List<String> texts)
      throws IOException {
    json.writeArrayFieldStart(member);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }
}
