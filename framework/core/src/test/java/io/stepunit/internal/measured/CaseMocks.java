package io.stepunit.internal.measured;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.TaskReply;
import io.stepunit.TaskRequest;
import io.stepunit.TestStateMachine;
import io.stepunit.internal.aws.Integration;
import io.stepunit.internal.aws.ResponseMetadata;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.model.Resource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Answers the Tasks of a case: results by state and attempt, a Lambda function on the wire, or an
 * outbox.
 */
final class CaseMocks implements AutoCloseable {
  private static final Set<String> KNOWN =
      Set.of("state", "result", "answer", "error", "cause", "after", "when", "returns", "fails");

  private final CaseWorld world;
  private final TestStateMachine machine;
  private Optional<LambdaWire> function = Optional.empty();

  CaseMocks(CaseWorld world, TestStateMachine machine) {
    this.world = world;
    this.machine = machine;
  }

  /** What answers a Task, by what the case says. */
  void declare() {
    JsonNode json = world.json();
    json.path("outbox").forEach(service -> capture(service.textValue()));
    if (json.has("lambda")) {
      LambdaWire wire = new LambdaWire(world, machine);
      function = Optional.of(wire);
      wire.declare(json.get("lambda"));
    }
    JsonNode mocks = json.path("mocks");
    if (mocks.isArray()) {
      declare(mocks);
    } else if (mocks.has("first")) {
      declare(mocks.get("first"));
    } else {
      mocks.properties().forEach(mock -> declare(mock.getKey(), mock.getValue()));
    }
  }

  /** A result of a state, or a list of what its attempts were answered. */
  private void declare(String state, JsonNode answer) {
    if (!answer.isArray() || !isListOfAttempts(answer)) {
      machine.mock(state).returns(answer);
      return;
    }
    ArrayNode entries = Json.NODES.arrayNode();
    for (JsonNode attempt : answer) {
      entries.add(((ObjectNode) attempt.deepCopy()).put("state", state));
    }
    declare(entries);
  }

  private static boolean isListOfAttempts(JsonNode answers) {
    for (JsonNode answer : answers) {
      if (!answer.has("result") && !answer.has("error") && !answer.has("answer")) {
        return false;
      }
    }
    return true;
  }

  /** Compares what a function received. */
  void compareCalls() {
    function.ifPresent(wire -> wire.compareCalls(world.json().get("lambda")));
  }

  @Override
  public void close() {
    function.ifPresent(LambdaWire::close);
  }

  /**
   * Answers by entries of {@code state}; several of one state answer its attempts in turn, or each
   * the inputs that its {@code when} describes.
   */
  void declare(JsonNode entries) {
    Map<String, Entries> byState = new LinkedHashMap<>();
    for (JsonNode entry : entries) {
      UnknownFormException.requireKnown("A mock", entry, KNOWN);
      byState.computeIfAbsent(entry.get("state").textValue(), Entries::new).add(entry);
    }
    byState.values().forEach(answers -> machine.mock(answers.state()).handledBy(answers::reply));
  }

  private void capture(String service) {
    machine
        .mockService(service)
        .handledBy(
            request -> {
              know(request);
              return world.env().outbox().handle(request);
            });
  }

  private void know(TaskRequest request) {
    request
        .taskToken()
        .ifPresent(token -> world.know(request.state(), new TakenTask(token, request.input())));
  }

  /** The entries of one state. */
  private final class Entries {
    private final String state;
    private final List<JsonNode> entries = new ArrayList<>();
    private int next;

    Entries(String state) {
      this.state = state;
    }

    String state() {
      return state;
    }

    void add(JsonNode entry) {
      entries.add(entry);
    }

    TaskReply reply(TaskRequest request) {
      know(request);
      if (world.json().has("stored") && request.resource().endsWith(":s3:putObject")) {
        world.env().outbox().handle(request);
      }
      for (JsonNode entry : entries) {
        if (entry.has("when") && isMeant(entry.get("when"), request.input())) {
          return answered(request, entry);
        }
      }
      if (entries.get(0).has("when")) {
        throw new UnknownFormException("No mock of " + state + " fits " + request.input());
      }
      return answered(request, entries.get(Math.min(next++, entries.size() - 1)));
    }

    private boolean isMeant(JsonNode when, JsonNode input) {
      return world.values().with(ValueMatch.Extent.MEMBERS_GIVEN).isSame(when, input);
    }
  }

  private static TaskReply answered(TaskRequest request, JsonNode entry) {
    Duration after = Bindings.duration(entry.path("after").decimalValue());
    if (entry.has("answer")) {
      JsonNode answer = withMetadata(request, entry.get("answer"));
      return new TaskReply.Silence(List.of(), Optional.of(answer));
    }
    JsonNode failure = entry.path("fails");
    if (entry.has("error") || failure.isArray()) {
      TaskReply.Fails fails =
          failure.isArray()
              ? TaskReply.fails(failure.get(0).textValue(), failure.get(1).textValue())
              : TaskReply.fails(entry.get("error").textValue(), entry.get("cause").textValue());
      return new TaskReply.Fails(
          fails.error(), fails.cause(), after, fails.heartbeats(), fails.step(), fails.submitted());
    }
    JsonNode result = entry.has("returns") ? entry.get("returns") : entry.path("result");
    if (result.isMissingNode()) {
      throw new UnknownFormException("A mock says no answer: " + Json.text(entry));
    }
    boolean isAnswer =
        Resource.parse(request.resource()) instanceof Resource.Service called
            && called.pattern() == Resource.Pattern.REQUEST_RESPONSE;
    TaskReply.Succeeds succeeds =
        TaskReply.succeeds(isAnswer ? withMetadata(request, result) : result);
    return new TaskReply.Succeeds(
        succeeds.result(), after, succeeds.heartbeats(), succeeds.submitted());
  }

  /** Cases leave out what AWS adds to each answer of an optimized integration. */
  private static JsonNode withMetadata(TaskRequest request, JsonNode answer) {
    Resource resource = Resource.parse(request.resource());
    if (!Integration.hasMetadata(resource)
        || !(answer instanceof ObjectNode members)
        || members.has("SdkHttpMetadata")) {
      return answer;
    }
    String service = ((Resource.Service) resource).service();
    ObjectNode complete = members.deepCopy();
    String type = "application/x-amz-json-" + (service.equals("ecs") ? "1.1" : "1.0");
    ResponseMetadata.addTo(complete, service, 200, ResponseMetadata.contentOf(answer, type));
    return complete;
  }
}
