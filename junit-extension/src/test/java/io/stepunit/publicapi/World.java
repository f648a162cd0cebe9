package io.stepunit.publicapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stepunit.Activity;
import io.stepunit.ActivityTask;
import io.stepunit.DuplicateRun;
import io.stepunit.Execution;
import io.stepunit.MapRun;
import io.stepunit.Recording;
import io.stepunit.Replays;
import io.stepunit.RunningExecution;
import io.stepunit.StateResult;
import io.stepunit.StateTester;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.SyncExecution;
import io.stepunit.TaskToken;
import io.stepunit.TestStateMachine;
import io.stepunit.api.StepFunctionsApi;
import io.stepunit.asl.StateMachineDefinition;
import io.stepunit.asl.WorkflowType;
import io.stepunit.bucket.Bucket;
import io.stepunit.bucket.StoredObject;
import io.stepunit.effect.TaskEffect;
import io.stepunit.equivalence.Equivalence.Counterexample;
import io.stepunit.history.Attempt;
import io.stepunit.history.Call;
import io.stepunit.history.EventDetails;
import io.stepunit.history.HistoryEvent;
import io.stepunit.history.LogLevel;
import io.stepunit.history.StateVisit;
import io.stepunit.mock.Outbox;
import io.stepunit.mock.SentMessage;
import io.stepunit.monitoring.StatusChangeEvent;
import io.stepunit.path.PathCase;
import io.stepunit.property.PropertyResult;
import io.stepunit.recording.Replay;
import io.stepunit.recording.ReplayReport;
import io.stepunit.table.Item;
import io.stepunit.table.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An environment in which much has happened, and what tests hold of it. */
final class World {
  private static final String ORDER =
      """
      {"QueryLanguage": "JSONata", "StartAt": "Charge", "States": {
        "Charge": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:f",
          "Arguments": {"order": "{% $states.input %}"},
          "Assign": {"kept": "{% $states.result %}"}, "Next": "Send"},
        "Send": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage",
          "Arguments": {"QueueUrl": "https://sqs.us-east-1.amazonaws.com/123456789012/q",
            "MessageBody": {"deep": {"n": [1]}}},
          "Output": "{% $kept %}", "Next": "Work"},
        "Work": {"Type": "Task", "Resource": "arn:aws:states:us-east-1:123456789012:activity:a",
          "Output": "{% $kept %}", "Next": "Each"},
        "Each": {"Type": "Map", "Label": "Each", "Items": "{% [{'deep': {'n': [1]}}] %}",
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
            "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}},
          "Output": "{% $kept %}", "End": true}}}""";

  private static final String HTTP =
      """
      {"StartAt": "Get", "States": {"Get": {"Type": "Task", "End": true,
        "Resource": "arn:aws:states:::http:invoke", "Parameters": {"Method": "GET",
          "ApiEndpoint": "https://example.com/x", "Authentication": {"ConnectionArn":
            "arn:aws:events:us-east-1:123456789012:connection/c/1"}}}}}""";

  private static final String WAITING =
      """
      {"StartAt": "Wait", "States": {"Wait": {"Type": "Task", "End": true,
        "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "Parameters": {
          "QueueUrl": "https://sqs.us-east-1.amazonaws.com/123456789012/q",
          "MessageBody": {"Token.$": "$$.Task.Token"}}}}}""";

  static final String CONFIGURATION =
      """
      {"StateMachines": {"m": {"TestCases": {"Happy": {"Charge": "Charged"}}}},
        "MockedResponses": {"Charged": {"0": {"Return": {"paid": true}}}}}""";

  static final String PASS =
      """
      {"StartAt": "P", "States": {"P": {"Type": "Pass", "Result": {"deep": {"n": [1]}},
        "Next": "End"}, "End": {"Type": "Succeed"}}}""";

  static final String VALUE = "{\"deep\": {\"n\": [1]}, \"list\": [{\"n\": 1}]}";

  final StepFunctionsEnvironment environment = StepFunctionsEnvironment.create();
  final TestStateMachine order = environment.define("order", ORDER).logging(LogLevel.ALL, true);
  final TestStateMachine pass = environment.define("pass", PASS, WorkflowType.EXPRESS);
  final TestStateMachine http = environment.define("http", HTTP);
  final TestStateMachine waiting = environment.define("waiting", WAITING);
  final Outbox outbox = environment.outbox();
  final Activity activity = environment.activity("a");
  final Bucket bucket = environment.bucket("b").put("k", VALUE);
  final Table table =
      environment.table("t").key("id").put("{\"id\": \"i\", \"deep\": {\"n\": [1]}}");
  final Counterexample counterexample = new Counterexample(json(), "differs");
  final PropertyResult.Counterexample brokenBy =
      new PropertyResult.Counterexample(json(), "broken", "case", "test");
  final RunningExecution running;
  final ActivityTask task;
  final Execution execution;
  final SyncExecution sync;
  final StateTester tester;
  final StateResult result;
  final DuplicateRun duplicate;
  final Recording recording;
  final Replay replay;
  final Replays replays;
  final ReplayReport report;

  World() {
    order.mock("Charge").returns(VALUE);
    order.mock("Send").capturedBy(outbox);
    running = order.start(VALUE).runUntilParked();
    RunningExecution finished = order.start(VALUE).runUntilParked();
    task = activity.poll().orElseThrow();
    activity.poll().orElseThrow().succeed(VALUE);
    execution = finished.finish();
    sync = pass.startSync(VALUE);
    tester = pass.state("P").input(VALUE);
    result = order.state("Charge").input(VALUE).mockResult(VALUE).test();
    duplicate = pass.runAtLeastOnce(VALUE);
    recording = Recording.ofHistory("order", execution.historyJson());
    replay = recording.replay(pass);
    replays = Replays.of(Path.of("src/test/resources/io/stepunit/docs/histories"));
    report = replays.through(pass);
  }

  StateVisit visit() {
    return execution.visits("Charge").get(0);
  }

  Call call() {
    return execution.calls("Charge").get(0);
  }

  Attempt attempt() {
    return visit().attempts().get(0);
  }

  HistoryEvent event() {
    return execution.events().get(0);
  }

  <T extends EventDetails> T details(Class<T> type) {
    return execution.events().stream()
        .map(HistoryEvent::details)
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst()
        .orElseThrow();
  }

  MapRun mapRun() {
    return execution.mapRuns().get(0);
  }

  TaskEffect effect() {
    return environment.effects().list().get(0);
  }

  SentMessage message() {
    return outbox.sent().get(0);
  }

  StoredObject object() {
    return bucket.object("k");
  }

  PathCase path() {
    return order.paths().cases().get(0);
  }

  /** A reply with a result. */
  PathCase.Reply reply() {
    return new PathCase.Reply(Optional.of(json()), Optional.empty(), Optional.empty());
  }

  PropertyResult.Counterexample brokenBy() {
    return brokenBy;
  }

  Counterexample counterexample() {
    return counterexample;
  }

  Item item() {
    return table.item("i");
  }

  StatusChangeEvent statusEvent() {
    return environment.statusEvents().get(0);
  }

  StepFunctionsApi api() {
    return environment.api();
  }

  StateMachineDefinition definition() {
    return order.definition();
  }

  TaskToken token() {
    return task.token();
  }

  /** All that can be read: what a test gets must not be able to change it. */
  String fingerprint() {
    StringBuilder all = new StringBuilder();
    for (Execution run : environment.executions()) {
      all.append(run).append(run.input()).append(run.output()).append(run.historyJson());
      run.visits().forEach(visit -> all.append(visit).append('\n'));
      run.calls().forEach(call -> all.append(call).append('\n'));
      run.mapRuns()
          .forEach(map -> map.children().forEach(child -> all.append(child.historyJson())));
    }
    all.append(environment.effects()).append(outbox.sent()).append(environment.statusEvents());
    all.append(order.logRecords()).append(order.definition().source()).append(object().text());
    all.append(item().dynamoDbJson());
    all.append(recording.input()).append(result).append(tester.test()).append(task.input());
    Map<String, Object> arn = Map.of("executionArn", execution.arn());
    return all.append(api().call("DescribeExecution", arn)).toString();
  }

  /** What executions do that start now: mocks and definitions must be as they were. */
  String another() {
    RunningExecution next = order.start(VALUE).runUntilParked();
    next.stop();
    return next.snapshot().historyJson();
  }

  static JsonNode json() {
    try {
      return new ObjectMapper().readTree(VALUE);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static List<Class<? extends EventDetails>> kinds() {
    return List.of(
        EventDetails.ExecutionStarted.class,
        EventDetails.Output.class,
        EventDetails.StateEntered.class,
        EventDetails.StateExited.class,
        EventDetails.LambdaFunctionScheduled.class,
        EventDetails.ActivityScheduled.class,
        EventDetails.TaskScheduled.class,
        EventDetails.TaskOutput.class);
  }
}
