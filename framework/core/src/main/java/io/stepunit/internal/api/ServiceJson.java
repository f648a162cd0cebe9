package io.stepunit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.asl.WorkflowType;
import io.stepunit.internal.engine.ExecutionRun;
import io.stepunit.internal.engine.Qualifiers;
import io.stepunit.internal.engine.limit.RedriveStatus;
import io.stepunit.internal.history.ExecutionDescription;
import io.stepunit.internal.history.ExecutionRecord;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.SentJson;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The service's answers, with the members of the API reference: names in camel case, times as
 * ISO-8601 text. Tasks see the same in Pascal case.
 */
final class ServiceJson {
  private static final String DATE = "Date";
  private static final List<String> DATA = List.of("input", "output");

  /** The one member of answers whose own members are named by users. */
  private static final String NAMES_OF_STATES = "variableReferences";

  private ServiceJson() {}

  /** StartExecution: {@code {"executionArn": …, "startDate": …}}. */
  static ObjectNode started(ExecutionRun run) {
    return Json.NODES
        .objectNode()
        .put("executionArn", run.arn())
        .put("startDate", date(run.startedAt()));
  }

  /** DescribeExecution. */
  static ObjectNode described(ExecutionRun run) {
    ExecutionRecord execution = run.snapshot();
    ObjectNode json = listed(execution, ServiceJson::date);
    data(json, execution.description());
    qualifiers(json, run);
    run.childOf()
        .ifPresent(
            mapRun -> {
              asChild(json, run);
              json.put("mapRunArn", mapRun);
            });
    failure(json, execution.description());
    redrive(json, run);
    return json;
  }

  /** ListExecutions of a Map Run: one of its children. */
  static ObjectNode listedChild(ExecutionRun child) {
    ObjectNode json = listed(child.snapshot(), ServiceJson::date);
    asChild(json, child);
    json.put("mapRunArn", child.childOf().orElseThrow());
    json.put("itemCount", child.items());
    json.put("redriveCount", child.redriveCount());
    child.redrivenAt().ifPresent(time -> json.put("redriveDate", date(time)));
    return json;
  }

  /** The name of an Express child here is the end of its ARN. */
  private static void asChild(ObjectNode json, ExecutionRun child) {
    if (child.type() == WorkflowType.EXPRESS) {
      json.put("name", child.arn().substring(child.arn().lastIndexOf(child.name())));
    }
    if (child.awaitsRedrive()) {
      json.put("status", "PENDING_REDRIVE");
    }
  }

  /** StartSyncExecution. */
  static ObjectNode synced(ExecutionRecord execution) {
    return SyncAnswer.of(execution).json(ServiceJson::date);
  }

  /** What all descriptions of an execution contain. */
  static ObjectNode told(ExecutionRecord execution, Function<Instant, String> date) {
    ObjectNode json = listed(execution, date);
    data(json, execution.description());
    failure(json, execution.description());
    return json;
  }

  private static void data(ObjectNode json, ExecutionDescription description) {
    json.put("input", SentJson.text(description.input()));
    json.putObject("inputDetails").put("included", true);
    description
        .output()
        .ifPresent(
            output -> {
              json.put("output", SentJson.text(output));
              json.putObject("outputDetails").put("included", true);
            });
  }

  private static void failure(ObjectNode json, ExecutionDescription description) {
    description.error().ifPresent(error -> json.put("error", error));
    description.cause().ifPresent(cause -> json.put("cause", cause));
  }

  /** As recorded, a child that runs for the first time has no redriveCount. */
  private static void redrive(ObjectNode json, ExecutionRun run) {
    if (run.childOf().isEmpty() || run.isEnded() || run.redriveCount() > 0) {
      json.put("redriveCount", run.redriveCount());
    }
    run.redrivenAt().ifPresent(time -> json.put("redriveDate", date(time)));
    RedriveStatus redrive = run.redriveStatus();
    json.put("redriveStatus", redrive.name());
    redrive.reason().ifPresent(reason -> json.put("redriveStatusReason", reason));
  }

  /** The same without input and output. */
  static ObjectNode withoutData(ObjectNode described) {
    for (String name : DATA) {
      if (described.remove(name) != null) {
        described.putObject(name + "Details").put("included", false);
      }
    }
    return described;
  }

  /** ListExecutions: one of its executions. */
  static ObjectNode listed(ExecutionRun run) {
    ObjectNode json = listed(run.snapshot(), ServiceJson::date);
    json.put("redriveCount", run.redriveCount());
    run.redrivenAt().ifPresent(time -> json.put("redriveDate", date(time)));
    qualifiers(json, run);
    return json;
  }

  private static void qualifiers(ObjectNode json, ExecutionRun run) {
    Qualifiers qualifiers = run.machine().qualifiers();
    qualifiers.versionArn().ifPresent(arn -> json.put("stateMachineVersionArn", arn));
    qualifiers.aliasArn().ifPresent(arn -> json.put("stateMachineAliasArn", arn));
  }

  private static ObjectNode listed(ExecutionRecord execution, Function<Instant, String> date) {
    ExecutionDescription description = execution.description();
    ObjectNode json = Json.NODES.objectNode();
    json.put("executionArn", description.arn());
    json.put("stateMachineArn", description.stateMachineArn());
    json.put("name", description.name());
    json.put("status", description.status().name());
    json.put("startDate", date.apply(description.startedAt()));
    description.stoppedAt().ifPresent(end -> json.put("stopDate", date.apply(end)));
    return json;
  }

  static String date(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS).toString();
  }

  /** An answer as a Task's result: names in Pascal case and in alphabetical order. */
  static ObjectNode asResult(JsonNode answer) {
    return (ObjectNode) pascal(answer);
  }

  /** The same, with epoch milliseconds for dates, as optimized integrations show them. */
  static ObjectNode asOptimizedResult(JsonNode answer) {
    ObjectNode result = asResult(answer);
    result
        .properties()
        .forEach(
            member -> {
              if (member.getKey().endsWith(DATE)) {
                long millis = Instant.parse(member.getValue().textValue()).toEpochMilli();
                member.setValue(Json.NODES.numberNode(millis));
              }
            });
    return result;
  }

  private static JsonNode pascal(JsonNode node) {
    if (node.isArray()) {
      var items = Json.NODES.arrayNode(node.size());
      node.forEach(item -> items.add(pascal(item)));
      return items;
    }
    if (!node.isObject()) {
      return node;
    }
    ObjectNode members = Json.NODES.objectNode();
    node.fields()
        .forEachRemaining(
            field ->
                members.set(
                    first(field.getKey(), Character::toUpperCase),
                    field.getKey().equals(NAMES_OF_STATES)
                        ? field.getValue()
                        : pascal(field.getValue())));
    return Json.sorted(members);
  }

  /** A member's name in a request: {@code StateMachineArn} is {@code stateMachineArn}. */
  static String camel(String name) {
    return first(name, Character::toLowerCase);
  }

  private static String first(String name, UnaryOperator<Character> change) {
    return name.isEmpty() ? name : change.apply(name.charAt(0)) + name.substring(1);
  }
}
