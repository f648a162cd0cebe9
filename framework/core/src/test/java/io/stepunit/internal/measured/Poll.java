package io.stepunit.internal.measured;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.ActivityTask;
import io.stepunit.internal.json.Json;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A worker takes a task. The answer gives its input, or what the input tells of the context object:
 * {@code stateName}, {@code retryCount}, {@code enteredTimeAs} (an earlier task's), {@code
 * redriveCount}, {@code redriveTime}.
 */
final class Poll {
  private static final Map<String, String> TOLD =
      Map.of(
          "stateName", "/state/Name",
          "retryCount", "/state/RetryCount",
          "redriveCount", "/execution/RedriveCount",
          "redriveTime", "/execution/RedriveTime");

  /** Members that say how the answer is to be read. */
  private static final Set<String> OWN = Set.of("input", "byName", "enteredTimeAs");

  private final CaseWorld world;

  Poll(CaseWorld world) {
    this.world = world;
  }

  void perform(String where, JsonNode step) {
    JsonNode measured = step.path("answer");
    if (ServiceCalls.isRefusal(measured)) {
      world
          .calls()
          .expect(where, measured, () -> world.calls().call("GetActivityTask", request(step)));
      return;
    }
    Optional<Given> given =
        wanted(step).map(wanted -> taken(step, wanted)).orElseGet(() -> next(step));
    if (given.isEmpty()) {
      if (step.has("token")) {
        world.findings().differs(where, "a task", "none");
      }
      return;
    }
    if (!step.has("token")) {
      world.findings().differs(where, "no task", given.get().inputText());
      return;
    }
    world.know(step.get("token").textValue(), given.get().task());
    compare(where, measured, given.get());
  }

  /** A task with its input as the answer writes it. */
  private record Given(TakenTask task, String inputText) {}

  /** Which of several waiting tasks the worker got, where that was chance. */
  private static Optional<JsonNode> wanted(JsonNode step) {
    if (step.has("wants")) {
      return Optional.of(step.get("wants"));
    }
    if (step.path("answer").path("byName").asBoolean()) {
      ObjectNode wanted = Json.NODES.objectNode();
      wanted.putObject("state").set("Name", step.get("answer").get("stateName"));
      return Optional.of(wanted);
    }
    return Optional.empty();
  }

  private Optional<Given> taken(JsonNode step, JsonNode wanted) {
    ValueMatch values = world.values().with(ValueMatch.Extent.MEMBERS_GIVEN);
    Optional<ActivityTask> task =
        world
            .env()
            .activity(activity(step))
            .poll(step.path("worker").asText(), input -> values.isSame(wanted, input));
    return task.map(
        found ->
            new Given(
                new TakenTask(found.token().value(), found.input()), Json.text(found.input())));
  }

  private ObjectNode request(JsonNode step) {
    ObjectNode request = Json.NODES.objectNode().put("activityArn", Activities.arn(activity(step)));
    if (step.has("worker")) {
      request.set("workerName", step.get("worker"));
    }
    return request;
  }

  private Optional<Given> next(JsonNode step) {
    JsonNode answer = world.calls().call("GetActivityTask", request(step));
    if (!answer.has("taskToken")) {
      return Optional.empty();
    }
    String input = answer.get("input").textValue();
    return Optional.of(
        new Given(new TakenTask(answer.get("taskToken").textValue(), Json.parse(input)), input));
  }

  private String activity(JsonNode step) {
    if (step.has("activity")) {
      return step.get("activity").textValue();
    }
    List<String> names = List.copyOf(Activities.names(world.json()));
    if (names.size() != 1) {
      throw new UnknownFormException("A poll does not say which activity: " + names);
    }
    return names.get(0);
  }

  private void compare(String where, JsonNode measured, Given given) {
    ValueMatch values = world.values();
    JsonNode input = given.task().input();
    for (Iterator<String> names = measured.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!OWN.contains(name)) {
        JsonNode found = TOLD.containsKey(name) ? input.at(TOLD.get(name)) : input.path(name);
        values.compare(where + "." + name, measured.get(name), found);
      }
    }
    if (measured.has("input")) {
      values.compare(
          where + ".input", measured.get("input"), Json.NODES.textNode(given.inputText()));
    }
    if (measured.has("enteredTimeAs")) {
      JsonNode entered = world.task(measured.get("enteredTimeAs").textValue()).input();
      values.compare(
          where + ".enteredTime", entered.at("/state/EnteredTime"), input.at("/state/EnteredTime"));
    }
  }
}
