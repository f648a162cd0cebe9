package io.stepunit.internal.junit;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.Execution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.asl.WorkflowType;
import io.stepunit.junit.FaultMatrix;
import io.stepunit.junit.StateMachineTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that are run for their records. */
final class RecordedTests {
  static final String CHARGE =
      """
      {
        "StartAt": "Charge",
        "States": {
          "Charge": {
            "Type": "Task",
            "Resource": "arn:aws:states:::lambda:invoke",
            "Parameters": {"FunctionName": "charge", "Payload": {"order.$": "$.id"}},
            "ResultSelector": {"paid.$": "$.Payload.paid"},
            "ResultPath": "$.payment",
            "Retry": [
              {"ErrorEquals": ["Busy"], "IntervalSeconds": 30, "BackoffRate": 1.5, "MaxAttempts": 3}
            ],
            "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Refused"}],
            "End": true
          },
          "Refused": {"Type": "Fail", "Error": "Order.Refused"}
        }
      }
      """;

  private RecordedTests() {}

  private static TestStateMachine charge() {
    return StepFunctionsEnvironment.create().define("charge", CHARGE);
  }

  static final class Bare {
    @Test
    void retries() {
      TestStateMachine machine = charge();
      machine.mock("Charge").fails("Busy").times(2).thenReturnsPayload(Map.of("paid", true));

      assertThat(machine.run(Map.of("id", 7))).isSucceeded();
    }
  }

  static final class Untouched {
    @Test
    void needs_no_machine() {}
  }

  @StateMachineTest("/pass.asl.json")
  static final class Extended {
    @Test
    void runs_the_machine_of_the_class_and_one_made_by_hand(TestStateMachine pass) {
      pass.run("{}");
      TestStateMachine other = charge();
      other.mock("Charge").returnsPayload(Map.of("paid", true));
      other.run(Map.of("id", 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void takes(int number, TestStateMachine pass) {
      pass.run(Map.of("number", number));
    }

    @TestFactory
    Stream<DynamicTest> makes_tests(TestStateMachine pass) {
      return Stream.of("a", "b")
          .map(name -> DynamicTest.dynamicTest(name, () -> pass.run(Map.of("name", name))));
    }

    @Disabled("not now")
    @Test
    void is_left_out(TestStateMachine pass) {
      pass.run("{}");
    }

    @Nested
    class Deeper {
      @Test
      void runs_too(TestStateMachine pass) {
        pass.run("{}");
      }
    }
  }

  static final class Failing {
    @Test
    void expects_another_end() {
      TestStateMachine machine = charge();
      machine.mock("Charge").fails("Closed", "for good");

      assertThat(machine.run(Map.of("id", 7))).isSucceeded();
    }
  }

  /** A half of a pair, which UTF-8 cannot write, in each text that a test may give. */
  static final class HalfCharacters {
    static final String HALF = "charge\ud83d";

    private static TestStateMachine machine() {
      ObjectNode definition = JsonNodeFactory.instance.objectNode().put("StartAt", HALF);
      ObjectNode states = definition.putObject("States");
      ObjectNode task =
          states
              .putObject(HALF)
              .put("Type", "Task")
              .put("Resource", "arn:aws:states:::sqs:sendMessage")
              .put("Next", "Done");
      task.putObject("Parameters")
          .put("QueueUrl", "https://sqs.us-east-1.amazonaws.com/123456789012/orders")
          .put("MessageBody.$", "$");
      task.putArray("Retry").addObject().putArray("ErrorEquals").add(HALF);
      task.putArray("Catch").addObject().put("Next", "Done").putArray("ErrorEquals").add("Never");
      states.putObject("Done").put("Type", "Succeed");
      return StepFunctionsEnvironment.create().define("order", definition.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = HALF)
    void are_names_keys_and_values(String half) {
      TestStateMachine machine = machine();
      machine.mock(half).fails(half, half).thenReturns(Map.of(half, half));

      assertThat(machine.run(Map.of(half, half))).isSucceeded();
    }

    @ParameterizedTest
    @ValueSource(strings = HALF)
    void are_in_what_fails(String half) {
      TestStateMachine machine = machine();
      machine.mock(half).fails("Closed", half);

      assertThat(machine.run(Map.of(half, half))).isSucceeded();
    }
  }

  static final class Many {
    @Test
    void runs_twenty() {
      TestStateMachine machine = charge();
      machine.mock("Charge").returnsPayload(Map.of("paid", true));
      for (int i = 0; i < 20; i++) {
        machine.run(Map.of("id", i));
      }
    }
  }

  static final class Alike {
    @Test
    void pays() {
      runs(1);
    }

    @Test
    void pays_too() {
      runs(2);
    }

    private static void runs(int id) {
      TestStateMachine machine = charge();
      machine.mock("Charge").returnsPayload(Map.of("paid", true));
      assertThat(machine.run(Map.of("id", id))).isSucceeded();
    }
  }

  /** An Express execution that AWS runs twice; the second run begins while the first one waits. */
  static final class Twice {
    @Test
    void runs_at_least_once() {
      TestStateMachine machine =
          StepFunctionsEnvironment.create()
              .define(
                  "twice",
                  """
                  {
                    "StartAt": "Wait",
                    "States": {
                      "Wait": {"Type": "Wait", "Seconds": 5, "Next": "Charge"},
                      "Charge": {
                        "Type": "Task",
                        "Resource": "arn:aws:lambda:us-east-1:123456789012:function:charge",
                        "Parameters": {"at.$": "$$.State.EnteredTime"},
                        "End": true
                      }
                    }
                  }
                  """,
                  WorkflowType.EXPRESS);
      machine
          .mock("Charge")
          .whenCall(call -> call.inputAt("$.at").asText().contains("00:00:05"))
          .returns(Map.of("paid", false));
      machine.mock("Charge").returns(Map.of("paid", true));

      machine.runAtLeastOnce("{}", Duration.ofSeconds(1));
    }
  }

  @Disabled("the whole class")
  @StateMachineTest("/pass.asl.json")
  static final class LeftOut {
    @Test
    void one(TestStateMachine pass) {
      pass.run("{}");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void some(int number, TestStateMachine pass) {
      pass.run(Map.of("number", number));
    }
  }

  static final class Flaky {
    private static final AtomicBoolean FAILS = new AtomicBoolean();

    static void failsNext() {
      FAILS.set(true);
    }

    @Test
    void passes_when_it_is_run_again() {
      TestStateMachine machine = charge();
      machine.mock("Charge").returnsPayload(Map.of("paid", true));
      Execution execution = machine.run(Map.of("id", 1));

      assertFalse(FAILS.getAndSet(false));
      assertThat(execution).isSucceeded();
    }
  }

  static final class OfClass {
    private static final List<Execution> EARLY = new ArrayList<>();

    @BeforeAll
    static void runs_before_all_tests() {
      TestStateMachine machine = charge();
      machine.mock("Charge").returnsPayload(Map.of("paid", true));
      EARLY.add(machine.run(Map.of("id", 1)));
    }

    @Test
    void sees_it() {
      assertThat(EARLY.get(0)).isSucceeded();
    }
  }

  static final class Large {
    @Test
    void has_much_data() {
      TestStateMachine machine = charge();
      machine.mock("Charge").returnsPayload(Map.of("paid", true));

      machine.run(Map.of("id", "x".repeat(100_000)));
    }
  }

  static final class Deep {
    static final String INPUT = "{\"id\":" + "[".repeat(996) + "]".repeat(996) + "}";

    @Test
    void has_deep_data() {
      TestStateMachine machine = charge();
      machine.mock("Charge").returnsPayload(Map.of("paid", true));

      assertThat(machine.run(INPUT)).isSucceeded();
    }
  }

  static final class Waiting {
    @Test
    void sends_heartbeats() {
      TestStateMachine machine =
          StepFunctionsEnvironment.create()
              .define(
                  "wait",
                  """
                  {
                    "StartAt": "Approve",
                    "States": {
                      "Approve": {
                        "Type": "Task",
                        "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                        "HeartbeatSeconds": 60,
                        "Parameters": {
                          "QueueUrl": "https://sqs.us-east-1.amazonaws.com/123456789012/approvals",
                          "MessageBody": {"token.$": "$$.Task.Token"}
                        },
                        "End": true
                      }
                    }
                  }
                  """);
      machine
          .mock("Approve")
          .returns(Map.of("by", "kim"))
          .taking(Duration.ofSeconds(90))
          .heartbeatsEvery(Duration.ofSeconds(40));

      assertThat(machine.run("{}")).isSucceeded();
    }
  }

  static final class Distributed {
    @Test
    void runs_children() {
      TestStateMachine machine =
          StepFunctionsEnvironment.create()
              .define(
                  "lines",
                  """
                  {
                    "StartAt": "Lines",
                    "States": {
                      "Lines": {
                        "Type": "Map",
                        "ItemProcessor": {
                          "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                          "StartAt": "Line",
                          "States": {"Line": {"Type": "Pass", "End": true}}
                        },
                        "End": true
                      }
                    }
                  }
                  """);

      assertThat(machine.run("[1, 2]")).isSucceeded();
    }
  }

  static final class Patient {
    @Test
    void retries_ever_later() {
      TestStateMachine machine =
          StepFunctionsEnvironment.create()
              .define(
                  "patient",
                  CHARGE.replace(
                      "\"MaxAttempts\": 3",
                      "\"MaxAttempts\": 4, \"MaxDelaySeconds\": 60, \"JitterStrategy\": \"FULL\""));
      machine.mock("Charge").fails("Busy").times(4).thenReturnsPayload(Map.of("paid", true));

      assertThat(machine.run(Map.of("id", 7))).isSucceeded();
    }
  }

  @StateMachineTest("/io/stepunit/junit/order.asl.json")
  static final class Matrix {
    @FaultMatrix
    void is_tried(TestStateMachine order) {
      order.mocks().automatic();
      order.run("{}");
    }
  }

  @org.junit.jupiter.api.parallel.Execution(ExecutionMode.CONCURRENT)
  @StateMachineTest("/pass.asl.json")
  static final class Concurrent {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9})
    void runs(int number, TestStateMachine pass) {
      for (int i = 0; i < number; i++) {
        pass.run(Map.of("number", number));
      }
    }
  }
}
