package io.stepunit.assertj;

import io.stepunit.Execution;
import io.stepunit.RunningExecution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import java.time.Duration;
import java.util.Map;

/** The executions that the tests make assertions on. */
final class Runs {
  private static final String ORDER = "{\"id\": 7, \"amount\": 12}";

  private Runs() {}

  /** Charges at the first attempt, in three seconds. */
  static Execution paid() {
    TestStateMachine order = machine("order.asl.json");
    order.mock("Charge").returns(Map.of("ok", true)).taking(Duration.ofSeconds(3));
    return run(order, ORDER);
  }

  /** Charges at the third attempt. */
  static Execution retried() {
    TestStateMachine order = machine("order.asl.json");
    order
        .mock("Charge")
        .fails("Gateway.Busy", "503")
        .times(2)
        .taking(Duration.ofSeconds(1))
        .thenReturns(Map.of("ok", true))
        .taking(Duration.ofSeconds(3));
    return run(order, ORDER);
  }

  /** The card is declined and the order refused. */
  static Execution refused() {
    TestStateMachine order = machine("order.asl.json");
    order.mock("Charge").fails("Card.Declined", "no funds");
    return run(order, ORDER);
  }

  /** The charge fails with an error that nobody caught. */
  static Execution broken() {
    TestStateMachine order = machine("order.asl.json");
    order.mock("Charge").fails("Gateway.Gone", "410");
    return run(order, ORDER);
  }

  /** Waits for the charge. */
  static Execution running() {
    TestStateMachine order = machine("order.asl.json");
    order.mock("Charge").returns(Map.of("ok", true)).taking(Duration.ofHours(3));
    return start(order, ORDER).advance(Duration.ofMinutes(90)).snapshot();
  }

  /** Was stopped while it waited for the charge. */
  static Execution stopped() {
    TestStateMachine order = machine("order.asl.json");
    order.mock("Charge").returns(Map.of("ok", true)).taking(Duration.ofHours(3));
    return start(order, ORDER)
        .advance(Duration.ofMinutes(90))
        .stop("Ops.Stop", "wrong order")
        .snapshot();
  }

  /** The machine's time ran out. */
  static Execution timedOut() {
    return of(
        """
        {
          "TimeoutSeconds": 5,
          "StartAt": "Nap",
          "States": {"Nap": {"Type": "Wait", "Seconds": 60, "End": true}}
        }
        """,
        "{}");
  }

  /** Nothing has run yet. */
  static Execution notBegun() {
    return start(machine("order.asl.json"), ORDER).snapshot();
  }

  /** That many lines pass. */
  static Execution manyLines(int count) {
    String lines = "{\"count\": 1},".repeat(count - 1) + "{\"count\": 1}";
    return run(machine("lines.asl.json"), "[" + lines + "]");
  }

  /** Two lines pass. */
  static Execution lines() {
    return run(machine("lines.asl.json"), "[{\"count\": 1}, {\"count\": 2}]");
  }

  /** The second of two lines fails. */
  static Execution tooManyLines() {
    return run(machine("lines.asl.json"), "[{\"count\": 1}, {\"count\": 9}]");
  }

  /** An execution of a definition given as text. */
  static Execution of(String definition, String input) {
    return run(StepFunctionsEnvironment.create().define("test", definition), input);
  }

  private static TestStateMachine machine(String resource) {
    return StepFunctionsEnvironment.create().load(resource);
  }

  private static Execution run(TestStateMachine machine, String input) {
    return start(machine, input).finish();
  }

  private static RunningExecution start(TestStateMachine machine, String input) {
    return machine.start(input, "run-1");
  }
}
