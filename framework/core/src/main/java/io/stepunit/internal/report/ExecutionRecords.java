package io.stepunit.internal.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.history.InjectedFault;
import io.stepunit.internal.engine.ExecutionRun;
import io.stepunit.internal.history.ExecutionDescription;
import io.stepunit.internal.history.ExecutionRecord;
import io.stepunit.internal.history.MapRunJson;
import io.stepunit.internal.history.MapRunRecord;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Writes one execution.
 *
 * @param id its address in the report
 * @param test the unique id of the test
 * @param definition the id of the definition
 * @param asl the definition
 * @param parentArn the execution whose Task or Map Run started it
 * @param children the executions that its Tasks started
 * @param kept why it is in the report
 */
record ExecutionRecords(
    String id,
    String test,
    String definition,
    JsonNode asl,
    ExecutionRecord execution,
    Optional<String> parentArn,
    List<String> children,
    AnswerLog answers,
    Retention.Kept kept)
    implements RecordLine {
  @Override
  public void writeTo(JsonGenerator json) throws IOException {
    Data data = new Data(json);
    json.writeStringField("id", id);
    json.writeStringField("test", test);
    json.writeStringField("definition", definition);
    description(json, data);
    new EventRecords(data).write(json, execution.events());
    new VisitRecords(json, data, execution, asl, answers).write();
    faults(json);
    mapRuns(json);
    texts(json, "children", children);
    json.writeStringField("kept", kept.name());
    texts(json, "cut", data.cut());
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

  private void mapRuns(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("mapRuns");
    for (MapRunRecord run : execution.mapRuns()) {
      json.writeTree(
          MapRunJson.described(run.description()).put("state", run.description().state()));
    }
    json.writeEndArray();
  }

  private static void texts(JsonGenerator json, String member, List<String> texts)
      throws IOException {
    json.writeArrayFieldStart(member);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  static List<String> arns(List<ExecutionRun> runs) {
    return runs.stream().map(ExecutionRun::arn).toList();
  }
}
