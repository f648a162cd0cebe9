package io.stepunit.same;

import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.mock.MockConfigFile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Mistakes in tests, for their messages. */
final class Mistakes {
  private static final String TASK =
      """
      {"StartAt": "T", "States": {"T": {"Type": "Task", "Resource":
        "arn:aws:lambda:us-east-1:123456789012:function:f", "Retry": [{"ErrorEquals":
        ["States.ALL"], "IntervalSeconds": 1234, "BackoffRate": 1.5, "MaxAttempts": 2}],
        "End": true}}}""";

  /** Each with what it is called in the transcript. */
  static final List<Mistake> ALL =
      List.of(
          of("no mock", m -> m.run("{}")),
          of("no mock for the second call", m -> failsAndThen(m).run("{}")),
          of("no JSON", m -> m.run("{\"i\": tru}")),
          of("a bad path", m -> answering(m).run("{}").outputAt("$.[")),
          of("an answer that fails", m -> throwing(m).run("{}")),
          of("an answer that is no JSON", m -> m.mock("T").returns("{nope")),
          of("a state that is not there", m -> m.mock("TITLE")),
          of("a mock that was not used", m -> unused().verifyMocksUsed()),
          of("an execution of two", Mistakes::oneOfTwo),
          of("too large an input", m -> m.run(Map.of("i", "x".repeat(300_000)))),
          of("a negative duration", m -> m.mock("T").returns(1).taking(Duration.ofMillis(-1_500))),
          of("a long time", m -> failing(m).run("{}")),
          of(
              "no mock configuration",
              m -> MockConfigFile.parse("i.json", "{\n\"StateMachines\": 7}")),
          of("no definition", m -> StepFunctionsEnvironment.create().load("title.asl.json")));

  private Mistakes() {}

  /** A mistake. */
  record Mistake(String title, Runnable action) {}

  private static Mistake of(String title, Consumer<TestStateMachine> mistake) {
    return new Mistake(
        title, () -> mistake.accept(StepFunctionsEnvironment.create().define("order", TASK)));
  }

  private static TestStateMachine failsAndThen(TestStateMachine machine) {
    machine.mock("T").fails("E");
    return machine;
  }

  private static TestStateMachine answering(TestStateMachine machine) {
    machine.mock("T").returns(Map.of("z", 1, "i", 2.5, "I", 3));
    return machine;
  }

  private static TestStateMachine failing(TestStateMachine machine) {
    machine.mock("T").fails("E", "cause \u0130").then().fails("E").then().fails("E");
    return machine;
  }

  private static TestStateMachine throwing(TestStateMachine machine) {
    machine
        .mock("T")
        .answers(
            call -> {
              throw new IllegalStateException("\u0130 " + call.attempt());
            });
    return machine;
  }

  private static StepFunctionsEnvironment unused() {
    StepFunctionsEnvironment environment = StepFunctionsEnvironment.create();
    answering(environment.define("order", TASK));
    return environment;
  }

  private static void oneOfTwo(TestStateMachine machine) {
    answering(machine).run("{}");
    machine.run("{}");
    machine.execution();
  }
}
