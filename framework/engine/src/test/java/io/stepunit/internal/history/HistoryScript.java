package io.stepunit.internal.history;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.asl.SourceLocation;
import io.stepunit.asl.WorkflowType;
import io.stepunit.history.EventDetails;
import io.stepunit.history.EventType;
import io.stepunit.history.ExecutionStatus;
import io.stepunit.internal.expression.Expr;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.model.Catcher;
import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.internal.model.DataFlow;
import io.stepunit.internal.model.ErrorHandlers;
import io.stepunit.internal.model.FailState;
import io.stepunit.internal.model.JsonPathDataFlow;
import io.stepunit.internal.model.MapItems;
import io.stepunit.internal.model.MapState;
import io.stepunit.internal.model.ParallelState;
import io.stepunit.internal.model.PassState;
import io.stepunit.internal.model.QueryLanguage;
import io.stepunit.internal.model.Resource;
import io.stepunit.internal.model.ResultPath;
import io.stepunit.internal.model.SendCheck;
import io.stepunit.internal.model.Setting;
import io.stepunit.internal.model.State;
import io.stepunit.internal.model.StateGraph;
import io.stepunit.internal.model.StateInfo;
import io.stepunit.internal.model.TaskState;
import io.stepunit.internal.model.Transition;
import io.stepunit.internal.model.WaitState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Executions made by hand for tests, from a script of one line an event: {@code <seconds> <type>
 * <state path or -> <arguments> [<-previousEventId]}.
 *
 * <p>The states come from the …StateEntered lines; their lines in the file {@code order.asl.json}
 * are 10, 20, 30 in the order of the script. A Task has one Catcher, for States.ALL, that leads to
 * {@code Refund}.
 */
final class HistoryScript {
  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final Map<String, State> states = new LinkedHashMap<>();
  private final Map<String, VisitRef> open = new HashMap<>();
  private final List<EventRecord> events = new ArrayList<>();

  private HistoryScript() {}

  static ExecutionRecord run(String script) {
    HistoryScript runner = new HistoryScript();
    script.lines().filter(line -> !line.isBlank()).forEach(runner::add);
    return runner.execution();
  }

  private void add(String line) {
    String text = line.strip();
    long id = events.size() + 1L;
    long previous = id - 1;
    int arrow = text.lastIndexOf("<-");
    if (arrow >= 0) {
      previous = Long.parseLong(text.substring(arrow + 2).strip());
      text = text.substring(0, arrow).strip();
    }
    String[] words = text.split("\\s+", 4);
    EventType type =
        List.of(EventType.values()).stream()
            .filter(t -> t.awsName().equals(words[1]))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException(line));
    VisitRef visit = words[2].equals("-") ? null : visit(words[2], type);
    events.add(
        new EventRecord(
            id,
            previous,
            START.plusMillis((long) (Double.parseDouble(words[0]) * 1000)),
            type,
            details(type, words[2], words.length > 3 ? words[3] : ""),
            visit));
  }

  private VisitRef visit(String path, EventType type) {
    if (!type.awsName().endsWith("StateEntered")) {
      return open.get(path);
    }
    int slash = path.lastIndexOf('/');
    String name = path.substring(slash + 1);
    State state = states.computeIfAbsent(name, n -> state(n, type, 10 * (states.size() + 1)));
    VisitRef visit;
    if (slash < 0) {
      visit = new VisitRef(state, null);
    } else {
      int bracket = path.lastIndexOf('[', slash);
      int index = Integer.parseInt(path.substring(bracket + 1, slash - 1));
      visit = new VisitRef(state, new VisitRef.Around(open.get(path.substring(0, bracket)), index));
    }
    open.put(path, visit);
    return visit;
  }

  private static EventDetails details(EventType type, String path, String arguments) {
    String[] words = arguments.split("\\s+", 2);
    String second = words.length > 1 ? words[1] : null;
    String first = words[0].isEmpty() ? null : words[0];
    String name = path.substring(path.lastIndexOf('/') + 1);
    return switch (type) {
      case EXECUTION_STARTED ->
          new EventDetails.ExecutionStarted(
              Json.parse(arguments), "arn:aws:iam::123456789012:role/order", null, null);
      case EXECUTION_SUCCEEDED, LAMBDA_FUNCTION_SUCCEEDED ->
          new EventDetails.Output(Json.parse(arguments));
      case EXECUTION_FAILED, EXECUTION_ABORTED, LAMBDA_FUNCTION_FAILED ->
          new EventDetails.Failure(first, second);
      case LAMBDA_FUNCTION_SCHEDULED ->
          new EventDetails.LambdaFunctionScheduled(
              "arn:aws:lambda:us-east-1:123456789012:function:charge",
              Json.parse(arguments),
              null,
              null);
      case TASK_SCHEDULED ->
          new EventDetails.TaskScheduled(
              "sqs",
              "sendMessage.waitForTaskToken",
              "us-east-1",
              Json.parse(arguments),
              null,
              3600L,
              null);
      case TASK_STARTED -> new EventDetails.TaskStarted("sqs", "sendMessage.waitForTaskToken");
      case TASK_SUCCEEDED ->
          new EventDetails.TaskOutput("sqs", "sendMessage.waitForTaskToken", Json.parse(arguments));
      case TASK_FAILED ->
          new EventDetails.TaskFailure("sqs", "sendMessage.waitForTaskToken", first, second);
      case MAP_STATE_STARTED -> new EventDetails.MapStateStarted(Integer.parseInt(arguments));
      case MAP_ITERATION_STARTED, MAP_ITERATION_SUCCEEDED, MAP_ITERATION_FAILED ->
          new EventDetails.MapIteration(name, Integer.parseInt(arguments));
      case EVALUATION_FAILED ->
          new EventDetails.EvaluationFailed(name, "States.QueryEvaluationError", second, first);
      default -> stateDetails(type, name, arguments);
    };
  }

  private static EventDetails stateDetails(EventType type, String name, String arguments) {
    if (type.awsName().endsWith("StateEntered")) {
      return new EventDetails.StateEntered(name, Json.parse(arguments));
    }
    if (type.awsName().endsWith("StateExited")) {
      boolean caught = arguments.endsWith(" caught");
      String output = caught ? arguments.substring(0, arguments.length() - 7) : arguments;
      return new EventDetails.StateExited(
          name,
          Json.parse(output),
          name.equals("Count") ? Map.of("count", Json.parse(output)) : Map.of(),
          caught ? 0 : -1);
    }
    return EventDetails.None.INSTANCE;
  }

  private static State state(String name, EventType type, int line) {
    SourceLocation location = new SourceLocation("order.asl.json", line, 5, "/States/" + name);
    StateInfo info = new StateInfo(name, location, Optional.empty(), QueryLanguage.JSONPATH);
    DataFlow flow =
        new JsonPathDataFlow(
            Expr.input(),
            Optional.empty(),
            Optional.empty(),
            ResultPath.REPLACE,
            Expr.input(),
            Optional.empty());
    ErrorHandlers handlers =
        new ErrorHandlers(
            List.of(), List.of(new Catcher(List.of("States.ALL"), "Refund", flow, location)));
    return switch (type) {
      case TASK_STATE_ENTERED ->
          new TaskState(
              info,
              new Resource.LambdaFunction(
                  "arn:aws:lambda:us-east-1:123456789012:function:charge", "charge"),
              location,
              flow,
              Optional.empty(),
              SendCheck.NONE,
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              handlers,
              Transition.END);
      case WAIT_STATE_ENTERED ->
          new WaitState(
              info, flow, new WaitState.Until.Seconds(new Setting.Constant<>(1L)), Transition.END);
      case FAIL_STATE_ENTERED ->
          new FailState(
              info,
              Optional.of(new Setting.Constant<>("OutOfStock")),
              Optional.of(new Setting.Constant<>("none left")));
      case MAP_STATE_ENTERED ->
          new MapState(
              info,
              flow,
              new MapItems.AtPath("$", Expr.input(), false),
              Optional.empty(),
              new StateGraph("Charge", Map.of(), location),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              handlers,
              Transition.END);
      case PARALLEL_STATE_ENTERED ->
          new ParallelState(info, flow, List.of(), handlers, Transition.END);
      default -> new PassState(info, flow, Optional.empty(), Transition.END);
    };
  }

  private ExecutionRecord execution() {
    EventRecord last = events.get(events.size() - 1);
    ExecutionStatus status =
        switch (last.type()) {
          case EXECUTION_SUCCEEDED -> ExecutionStatus.SUCCEEDED;
          case EXECUTION_FAILED -> ExecutionStatus.FAILED;
          case EXECUTION_ABORTED -> ExecutionStatus.ABORTED;
          case EXECUTION_TIMED_OUT -> ExecutionStatus.TIMED_OUT;
          default -> ExecutionStatus.RUNNING;
        };
    Optional<Instant> stopped =
        status == ExecutionStatus.RUNNING ? Optional.empty() : Optional.of(last.timestamp());
    Optional<JsonNode> output =
        last.details() instanceof EventDetails.Output o
            ? Optional.of(o.output())
            : Optional.empty();
    Optional<EventDetails.Failure> failure =
        last.details() instanceof EventDetails.Failure f ? Optional.of(f) : Optional.empty();
    SourceLocation root = new SourceLocation("order.asl.json", 1, 1, "");
    JsonNode input = ((EventDetails.ExecutionStarted) events.get(0).details()).input();
    return new ExecutionRecord(
        new ExecutionDescription(
            new CompiledDefinition(
                new StateGraph("Charge", states, root),
                Optional.empty(),
                Optional.empty(),
                root,
                Json.NODES.objectNode(),
                new TreeMap<>()),
            "arn:aws:states:us-east-1:123456789012:execution:order:run-1",
            "run-1",
            "arn:aws:states:us-east-1:123456789012:stateMachine:order",
            WorkflowType.STANDARD,
            status,
            input,
            output,
            failure.map(EventDetails.Failure::error),
            failure.map(EventDetails.Failure::cause),
            START,
            stopped,
            (int) events.stream().filter(e -> e.type() == EventType.EXECUTION_REDRIVEN).count(),
            last.timestamp().plus(Duration.ofSeconds(60)),
            42L),
        events,
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
