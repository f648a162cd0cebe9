package io.stepunit.internal.measured;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.asl.WorkflowType;
import io.stepunit.internal.json.Json;
import io.stepunit.monitoring.MetricDatum;
import io.stepunit.monitoring.MetricName;
import io.stepunit.recording.RecordingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The metrics of several executions: those of other cases in the folder, and some told by name. */
final class MetricsCase {
  private static final Set<String> MEMBERS =
      Set.of("about", "notes", "measured", "type", "executions", "expected");

  private static final String WAIT =
      "{\"StartAt\": \"Wait\", \"States\": {\"Wait\": {\"Type\": \"Wait\", \"Seconds\": %s, \"End\": true}}%s}";

  private final CaseWorld world;
  private final Path folder;
  private final WordedRequests requests;

  MetricsCase(CaseWorld world, Path folder, WordedRequests requests) {
    this.world = world;
    this.folder = folder;
    this.requests = requests;
  }

  void run() {
    JsonNode json = world.json();
    UnknownFormException.requireKnown("The case", json, MEMBERS);
    json.get("executions")
        .fields()
        .forEachRemaining(
            type -> {
              StepFunctionsEnvironment env = StepFunctionsEnvironment.create();
              type.getValue()
                  .forEach(name -> run(name.textValue(), WorkflowType.valueOf(type.getKey()), env));
              compare(type.getKey(), json.get("expected").get(type.getKey()), env);
            });
  }

  private void run(String name, WorkflowType type, StepFunctionsEnvironment env) {
    Path file = folder.resolve(name + ".json");
    if (Files.exists(file)) {
      JsonNode json = read(file);
      String definition = Json.text(json.get("definition"));
      env.define(name, definition, type).start(json.get("inputText").textValue()).finish();
      return;
    }
    String end =
        requests
            .end(name)
            .orElseThrow(() -> new UnknownFormException("No execution is known as " + name + "."));
    TestStateMachine machine = env.define(name.replace(' ', '-'), definition(end), type);
    if (end.equals("ABORTED")) {
      machine.start("{}").advance(Duration.ofMillis(500)).stop();
    } else {
      machine.start("{}").finish();
    }
  }

  private static String definition(String end) {
    return switch (end) {
      case "ABORTED", "SUCCEEDED" -> WAIT.formatted(1, "");
      case "TIMED_OUT" -> WAIT.formatted(5, ", \"TimeoutSeconds\": 1");
      default -> throw new UnknownFormException("An execution cannot be made to end " + end + ".");
    };
  }

  private static JsonNode read(Path file) {
    try {
      return Json.parse(Files.readString(file));
    } catch (IOException e) {
      throw new RecordingException("The case " + file + " cannot be read: " + e, e);
    }
  }

  /** Sums of counts; of other metrics the unit and how many there are. */
  private void compare(String type, JsonNode measured, StepFunctionsEnvironment env) {
    ObjectNode found = Json.NODES.objectNode();
    for (MetricName name : MetricName.values()) {
      List<MetricDatum> data =
          env.metrics().data().stream().filter(datum -> datum.name() == name).toList();
      if (name.unit() == MetricName.Unit.COUNT) {
        found.put(name.awsName(), data.stream().mapToDouble(MetricDatum::value).sum());
      } else if (!data.isEmpty()) {
        found
            .putObject(name.awsName())
            .put("unit", name.unit().awsName())
            .put("samples", data.size());
      }
    }
    world.values().with(ValueMatch.Extent.MEMBERS_GIVEN).compare(type, measured, found);
  }
}
