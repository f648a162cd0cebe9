package io.stepunit.publicapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.history.EventDetails;
import io.stepunit.history.LogLevel;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Nothing that a test gets can change a mock, a history or another execution. */
class ValuesTest {
  /** Who calls these is a user's own code, or the value is the user's own. */
  private static final Set<String> OTHERS =
      Set.of(
          "JacksonCodec.toJson",
          "JsonCodec.toJson",
          "TaskReply.submitted",
          "Fails.submitted",
          "Silence.submitted",
          "Succeeds.submitted",
          "Succeeds.result",
          // Only an extension makes one; HonoursContractTest shows that it gives copies.
          "ContractCase.input",
          "ContractCase.result",
          // An answer gets a copy, and a changed one is refused.
          "TaskRequest.input",
          "TaskCall.inputAt");

  /** A line of the listing, with the method's name and that of its type. */
  private static final Pattern RETURNS_JSON =
      Pattern.compile("[a-z.]*(?:[A-Za-z.]+\\$)?(\\w+\\.\\w+)\\(.*\\) : .*JsonNode.*");

  private static final List<Getter> GETTERS = getters();

  /** A call of a public method that returns JSON. */
  private record Getter(String name, Function<World, Object> call) {}

  private static List<Getter> getters() {
    List<Getter> all = new ArrayList<>();
    all.add(new Getter("ActivityTask.input", w -> w.task.input()));
    all.add(new Getter("Execution.input", w -> w.execution.input()));
    all.add(new Getter("Execution.output", w -> w.execution.output()));
    all.add(new Getter("Execution.outputAt", w -> w.execution.outputAt("$.deep")));
    all.add(new Getter("Execution.outputAt", w -> w.execution.outputAt("$")));
    all.add(new Getter("Execution.log", w -> w.execution.log(LogLevel.ALL, true)));
    all.add(new Getter("Counterexample.input", w -> w.counterexample().input()));
    all.add(new Getter("Counterexample.input", w -> w.brokenBy().input()));
    all.add(new Getter("PathCase.input", w -> w.path().input()));
    all.add(new Getter("Reply.result", w -> w.reply().result()));
    all.add(new Getter("Item.at", w -> w.item().at("$.deep")));
    all.add(new Getter("Item.dynamoDbJson", w -> w.item().dynamoDbJson()));
    all.add(new Getter("Item.json", w -> w.item().json()));
    all.add(new Getter("Recording.input", w -> w.recording.input()));
    all.add(new Getter("ReplayReport.toJson", w -> w.report.toJson()));
    all.add(new Getter("StateResult.assigned", w -> w.result.assigned()));
    all.add(new Getter("StateResult.input", w -> w.result.input()));
    all.add(
        new Getter(
            "StateResult.inspected",
            w -> List.of(w.result.inspectionData(), w.result.inspected("input"))));
    all.add(new Getter("StateResult.inspectionData", w -> w.result.inspectionData()));
    all.add(new Getter("StateResult.output", w -> w.result.output()));
    all.add(new Getter("StateResult.outputAt", w -> w.result.outputAt("$")));
    all.add(new Getter("StateResult.toJson", w -> w.result.toJson()));
    all.add(new Getter("SyncExecution.output", w -> w.sync.output()));
    all.add(new Getter("SyncExecution.response", w -> w.sync.response()));
    all.add(new Getter("TestStateMachine.logRecords", w -> w.order.logRecords()));
    all.add(
        new Getter(
            "StepFunctionsApi.call",
            w -> w.api().call("DescribeExecution", Map.of("executionArn", w.execution.arn()))));
    all.add(
        new Getter(
            "StepFunctionsApi.call",
            w -> w.api().call("GetExecutionHistory", Map.of("executionArn", w.execution.arn()))));
    all.add(new Getter("StateMachineDefinition.source", w -> w.definition().source()));
    all.add(new Getter("StoredObject.json", w -> w.object().json()));
    all.add(new Getter("TaskEffect.input", w -> w.effect().input()));
    all.add(new Getter("TaskEffect.inputAt", w -> w.effect().inputAt("$.order")));
    all.add(new Getter("Attempt.input", w -> w.attempt().input()));
    all.add(new Getter("Call.input", w -> w.call().input()));
    all.add(new Getter("Call.inputAt", w -> w.call().inputAt("$.order")));
    all.add(new Getter("Call.result", w -> w.call().result()));
    all.add(new Getter("Call.resultAt", w -> w.call().resultAt("$")));
    all.add(new Getter("StateVisit.assignedVariables", w -> w.visit().assignedVariables()));
    all.add(new Getter("StateVisit.input", w -> w.visit().input()));
    all.add(new Getter("StateVisit.inputAt", w -> w.visit().inputAt("$")));
    all.add(new Getter("StateVisit.output", w -> w.visit().output()));
    all.add(new Getter("StateVisit.outputAt", w -> w.visit().outputAt("$")));
    all.add(new Getter("StateVisit.taskInput", w -> w.visit().taskInput()));
    all.add(new Getter("StateVisit.taskInputAt", w -> w.visit().taskInputAt("$.order")));
    all.add(new Getter("SentMessage.message", w -> w.message().message()));
    all.add(new Getter("SentMessage.messageAt", w -> w.message().messageAt("$.deep")));
    all.add(new Getter("SentMessage.request", w -> w.message().request()));
    all.add(new Getter("SentMessage.requestAt", w -> w.message().requestAt("$")));
    all.add(new Getter("StatusChangeEvent.json", w -> w.statusEvent().json()));
    World.kinds().forEach(kind -> all.addAll(membersOf(kind)));
    return all;
  }

  private static List<Getter> membersOf(Class<? extends EventDetails> kind) {
    return Stream.of(kind.getRecordComponents())
        .map(component -> component.getAccessor())
        .filter(accessor -> isJson(accessor))
        .map(
            accessor ->
                new Getter(
                    kind.getSimpleName() + "." + accessor.getName(),
                    world -> invoked(accessor, world.details(kind))))
        .toList();
  }

  private static Object invoked(Method accessor, Object target) {
    try {
      return accessor.invoke(target);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isJson(Method method) {
    return method.getGenericReturnType().getTypeName().contains(JsonNode.class.getName());
  }

  @TestFactory
  Stream<DynamicTest> changes_nothing_but_the_value_of() {
    return GETTERS.stream()
        .map(getter -> DynamicTest.dynamicTest(getter.name(), () -> check(getter)));
  }

  private static void check(Getter getter) {
    World world = new World();
    String before = world.fingerprint();
    String otherWorld = new World().another();

    int changed = change(getter.call().apply(world));

    assertThat(changed).as("objects and arrays changed").isPositive();
    assertThat(world.fingerprint()).isEqualTo(before);
    assertThat(change(getter.call().apply(world))).as("got again").isEqualTo(changed);
    assertThat(world.another()).isEqualTo(otherWorld);
  }

  /** Empties all objects and arrays that can be got at, and returns how many. */
  private static int change(Object value) {
    if (value instanceof Optional<?> optional) {
      return optional.map(ValuesTest::change).orElse(0);
    }
    if (value instanceof Map<?, ?> map) {
      return change(map.values());
    }
    if (value instanceof JsonNode json) {
      return changeJson(json);
    }
    return value instanceof Collection<?> all ? all.stream().mapToInt(ValuesTest::change).sum() : 0;
  }

  private static int changeJson(JsonNode json) {
    int changed = json.isContainerNode() ? 1 : 0;
    for (JsonNode child : json) {
      changed += changeJson(child);
    }
    if (json instanceof ObjectNode object) {
      object.removeAll().put("changed", true);
    } else if (json instanceof ArrayNode array) {
      array.removeAll().add("changed");
    }
    return changed;
  }

  @Test
  void knows_every_public_method_that_returns_json() throws IOException {
    Set<String> known = new TreeSet<>(OTHERS);
    GETTERS.forEach(getter -> known.add(getter.name()));

    Set<String> listed = new TreeSet<>();
    for (String line : Files.readAllLines(Path.of("src/test/resources/public-api.txt"))) {
      Matcher method = RETURNS_JSON.matcher(line);
      if (method.matches()) {
        listed.add(method.group(1));
      }
    }

    assertThat(known).as("the rows of this test").containsAll(listed);
    assertThat(listed).hasSizeGreaterThan(40);
  }
}
