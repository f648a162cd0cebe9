package io.stepunit.fault;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.stepunit.Execution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.history.Call;
import io.stepunit.history.ExecutionStatus;
import io.stepunit.history.InjectedFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FaultsTest {
  private static final String ORDER =
      """
      {
        "StartAt": "Charge",
        "States": {
          "Charge": {
            "Type": "Task",
            "Resource": "arn:aws:lambda:us-east-1:123456789012:function:charge",
            "TimeoutSeconds": 30,
            "Retry": [
              {"ErrorEquals": ["Lambda.TooManyRequestsException", "States.Timeout"],
               "IntervalSeconds": 1, "MaxAttempts": 3}
            ],
            "Next": "Ship"
          },
          "Ship": {
            "Type": "Task",
            "Resource": "arn:aws:states:::sqs:sendMessage",
            "Parameters": {"QueueUrl": "u", "MessageBody": "b"},
            "End": true
          }
        }
      }
      """;

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();
  private final TestStateMachine order = env.define("order", ORDER);

  private void mockAll() {
    order.mock("Charge").returns("{\"paid\": true}");
    order.mock("Ship").returns("{\"number\": \"T-9\"}");
  }

  private static List<Optional<String>> errors(Execution run, String state) {
    return run.calls(state).stream().map(Call::error).toList();
  }

  @Test
  void a_chain_says_what_goes_wrong_where() {
    mockAll();
    order
        .faults()
        .on("Charge")
        .throttledFirst(3)
        .on("Ship")
        .fails("Lambda.ServiceException")
        .withProbability(0)
        .onAnyTask()
        .latency(ofMillis(200));

    Execution run = order.run("{}");

    assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(run.calls("Charge")).hasSize(4);
    assertThat(run.duration()).isEqualTo(ofSeconds(1 + 2 + 4).plus(ofMillis(5 * 200)));
  }

  @Nested
  class Which_calls {
    @Test
    void every_call_without_a_word() {
      mockAll();
      order.faults().on("Charge").throttled();

      assertThat(errors(order.run("{}"), "Charge"))
          .hasSize(4)
          .containsOnly(Optional.of("Lambda.TooManyRequestsException"));
    }

    @Test
    void one_call() {
      mockAll();
      order.faults().on("Charge").throttledFirst(1).on("Charge").timesOut().onCall(2);

      assertThat(errors(order.run("{}"), "Charge"))
          .containsExactly(
              Optional.of("Lambda.TooManyRequestsException"),
              Optional.of("States.Timeout"),
              Optional.empty());
    }

    @Test
    void counted_in_each_execution_anew() {
      mockAll();
      order.faults().on("Charge").throttledFirst(1);

      assertThat(order.run("{}").calls("Charge")).hasSize(2);
      assertThat(order.run("{}").calls("Charge")).hasSize(2);
    }

    @Test
    void calls_of_a_resource_or_a_service() {
      mockAll();
      order.faults().onResource("*:function:*").throttledFirst(1).onService("sqs").fails("X");

      Execution run = order.run("{}");

      assertThat(run.calls("Charge")).hasSize(2);
      assertThat(run.error()).contains("X");
    }

    @Test
    void calls_by_chance_from_the_seed() {
      assertThat(failuresWithSeed(1)).isEqualTo(failuresWithSeed(1)).contains(true).contains(false);
      assertThat(failuresWithSeed(1)).isNotEqualTo(failuresWithSeed(2));
    }

    private List<Boolean> failuresWithSeed(long seed) {
      TestStateMachine machine =
          StepFunctionsEnvironment.builder().seed(seed).build().define("order", ORDER);
      machine.mock("Charge").returns("{}");
      machine.mock("Ship").returns("{}");
      machine.faults().on("Ship").fails("X").withProbability(0.5);
      List<Boolean> failures = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        failures.add(machine.run("{}").status() == ExecutionStatus.FAILED);
      }
      return failures;
    }

    @Test
    void wrong_numbers_are_refused() {
      FaultRule rule = order.faults().on("Ship").fails("X");

      assertThatThrownBy(() -> rule.first(0)).hasMessageContaining("counted from 1, but this is 0");
      assertThatThrownBy(() -> rule.withProbability(1.5)).hasMessageContaining("1.5");
      assertThatThrownBy(() -> order.faults().on("Ship").latency(Duration.ZERO))
          .hasMessageContaining("must be positive, but is PT0S");
    }

    @Test
    void a_misspelt_state_is_named_with_the_nearest() {
      assertThatThrownBy(() -> order.faults().on("Chrage"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("Did you mean 'Charge'?");
    }
  }

  @Nested
  class Effects {
    private final List<String> charged = new ArrayList<>();

    @Test
    void a_refused_call_is_not_asked_of_the_mock() {
      order.mock("Charge").returns(1).times(1);
      order.mock("Ship").returns("{}");
      order.faults().on("Charge").throttledFirst(2);

      assertThat(order.run("{}").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }

    @Test
    void a_task_that_always_fails_needs_no_mock() {
      order.faults().on("Charge").fails("Card.Declined");

      assertThat(order.run("{}").error()).contains("Card.Declined");
    }

    @Test
    void a_lost_reply_is_work_done_twice_by_the_retry() {
      order
          .mock("Charge")
          .answers(
              call -> {
                charged.add("once");
                return "{}";
              });
      order.mock("Ship").returns("{}");
      order.faults().on("Charge").losesReply().first(1);

      Execution run = order.run("{}");

      assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
      assertThat(charged).hasSize(2);
    }

    @Test
    void real_handlers_stay_as_they_are() {
      order.lambda("charge").handledBy(new ChargeHandler(charged));
      order.mock("Ship").returns("{}");
      order.faults().on("Charge").losesReply().first(1);

      Execution run = order.run("{\"id\": \"7\"}");

      assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
      assertThat(charged).containsExactly("7", "7");
    }

    @Test
    void a_single_state_meets_them_too() {
      order.mock("Charge").returns("{}");
      order.faults().on("Charge").throttledFirst(1);

      assertThat(order.state("Charge").input("{}").test().error())
          .contains("Lambda.TooManyRequestsException");
    }

    @Test
    void the_seed_decides_what_is_corrupted() {
      mockAll();
      order.faults().on("Charge").corruptsResult();

      Execution first = order.run("{}");

      TestStateMachine again = StepFunctionsEnvironment.create().define("order", ORDER);
      again.mock("Charge").returns("{\"paid\": true}");
      again.mock("Ship").returns("{\"number\": \"T-9\"}");
      again.faults().on("Charge").corruptsResult();
      assertThat(again.run("{}").calls("Charge").get(0).result())
          .isEqualTo(first.calls("Charge").get(0).result());
    }
  }

  static final class ChargeHandler implements RequestHandler<Map<String, String>, String> {
    private final List<String> charged;

    ChargeHandler(List<String> charged) {
      this.charged = charged;
    }

    @Override
    public String handleRequest(Map<String, String> event, Context context) {
      charged.add(String.valueOf(event.get("id")));
      return "paid";
    }
  }

  @Nested
  class In_the_timeline {
    @Test
    void each_that_fires_has_a_line_with_the_place_in_the_test() {
      mockAll();
      order.faults().on("Charge").throttledFirst(1);

      Execution run = order.run("{}");

      assertThat(run.timeline().lines())
          .anyMatch(
              line ->
                  line.matches(
                      "\\+00:00:00\\.000 +Charge +fault: throttled, call 1 \\(the first call\\), by"
                          + " FaultsTest\\.java:\\d+"));
      assertThat(run.injectedFaults())
          .singleElement()
          .extracting(InjectedFault::state, InjectedFault::afterEventId)
          .containsExactly("Charge", 3L);
    }

    @Test
    void one_that_does_not_fire_has_none() {
      mockAll();
      order.faults().on("Ship").fails("X").onCall(2);

      assertThat(order.run("{}").injectedFaults()).isEmpty();
    }
  }

  @Nested
  class Unfired {
    @Test
    void one_that_no_call_came_to_fails() {
      mockAll();
      order.faults().on("Ship").fails("X").onCall(2);
      order.run("{}");

      assertThatThrownBy(env::verifyFaultsFired)
          .isInstanceOf(UnfiredFaultsError.class)
          .hasMessageContaining("A fault was declared and never fired:")
          .hasMessageContaining("order.faults().on(\"Ship\").fails(\"X\").onCall(2)")
          .hasMessageContaining("(FaultsTest.java:")
          .hasMessageContaining("It received 1 call, but it is for only call 2.");
    }

    @Test
    void one_that_had_nothing_to_change_fails() {
      order.mock("Charge").fails("Card.Declined");
      order.faults().on("Charge").exceedsPayload();
      order.run("{}");

      assertThatThrownBy(env::verifyFaultsFired)
          .hasMessageContaining("Its calls had no result that it could have changed.");
    }

    @Test
    void chance_is_never_a_failure() {
      order.faults().on("Ship").fails("X").withProbability(0.5);

      assertThatCode(env::verifyFaultsFired).doesNotThrowAnyException();
      assertThat(env.faults()).singleElement().matches(FaultDeclaration::isProbabilistic);
    }

    @Test
    void a_lenient_one_may_stay_unfired() {
      order.faults().on("Ship").fails("X").lenient();

      assertThatCode(env::verifyFaultsFired).doesNotThrowAnyException();
    }
  }
}
