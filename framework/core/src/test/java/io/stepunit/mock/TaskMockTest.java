package io.stepunit.mock;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.Execution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TaskReply.FailedStep;
import io.stepunit.TestStateMachine;
import io.stepunit.history.ExecutionStatus;
import io.stepunit.internal.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskMockTest {
  private static final String CALLBACK = "arn:aws:states:::sqs:sendMessage.waitForTaskToken";
  private static final String ACTIVITY = "arn:aws:states:us-east-1:123456789012:activity:charge";
  private static final String JOB = "arn:aws:states:::batch:submitJob.sync";
  private static final String INVOKE = "arn:aws:states:::lambda:invoke";

  @Nested
  class Results {
    private final TestStateMachine order = Machines.charge();

    @Test
    void results_are_json_in_any_form() {
      assertThat(resultOf("{\"a\": [1, 2.50, null]}")).isEqualTo("{\"a\":[1,2.50,null]}");
      assertThat(resultOf(Json.parse("[true]"))).isEqualTo("[true]");
      assertThat(resultOf(Map.of("b", 1, "a", List.of(2)))).isEqualTo("{\"a\":[2],\"b\":1}");
      assertThat(resultOf(List.of(1, "two"))).isEqualTo("[1,\"two\"]");
      assertThat(resultOf(new Receipt("r-1", 3))).isEqualTo("{\"id\":\"r-1\",\"items\":3}");
      assertThat(resultOf(null)).isEqualTo("null");
    }

    @Test
    void results_are_taken_when_they_are_said() {
      List<Integer> items = new ArrayList<>(List.of(1));
      order.mock("Charge").returns(items);

      items.add(2);

      assertThat(order.run("{}").output()).hasToString("Optional[[1]]");
    }

    @Test
    void results_that_are_text_must_be_json() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> order.mock("Charge").returns("paid"))
          .withMessageStartingWith(
              "The result of order.mock(\"Charge\") is a String that is not JSON text: ")
          .withMessageEndingWith(
              """
              found: paid
              A String is read as JSON text. To give a JSON string, quote it: "\\"paid\\"\"\
              """);
    }

    private String resultOf(Object result) {
      order.mock("Charge").returns(result);
      return Json.text(order.run("{}").output().orElseThrow());
    }
  }

  record Receipt(String id, int items) {}

  @Nested
  class Failures {
    @Test
    void failures_have_an_error_and_a_cause_or_less() {
      TestStateMachine order = Machines.charge();

      order.mock("Charge").fails("Gateway.Busy", "503");
      assertThat(order.run("{}"))
          .extracting(Execution::error, Execution::cause)
          .hasToString("[Optional[Gateway.Busy], Optional[503]]");

      order.mock("Charge").fails("Gateway.Busy");
      assertThat(order.run("{}"))
          .extracting(Execution::error, Execution::cause)
          .hasToString("[Optional[Gateway.Busy], Optional.empty]");
    }

    @Test
    void happen_at_the_step_that_is_said() {
      TestStateMachine order = Machines.charge(JOB);

      order.mock("Charge").fails("Batch.Refused").at(FailedStep.SUBMIT);

      assertThat(order.run("{}").events())
          .extracting(event -> event.type().toString())
          .anyMatch(type -> type.replace("_", "").equalsIgnoreCase("TaskSubmitFailed"));
    }

    @Test
    void only_have_a_step() {
      assertThatIllegalStateException()
          .isThrownBy(() -> Machines.charge().mock("Charge").returns(1).at(FailedStep.START))
          .withMessage(
              "order.mock(\"Charge\") does not fail there: at(START) belongs after fails(…)");
    }
  }

  @Nested
  class LambdaPayloads {
    @Test
    void come_in_the_envelope_of_the_invoke_api() {
      TestStateMachine order = Machines.charge(INVOKE);

      order.mock("Charge").returnsPayload(Map.of("paid", true));
      JsonNode output = order.run("{}").output().orElseThrow();

      assertThat(output.fieldNames())
          .toIterable()
          .containsExactly(
              "ExecutedVersion", "Payload", "SdkHttpMetadata", "SdkResponseMetadata", "StatusCode");
      assertThat(output.get("ExecutedVersion").asText()).isEqualTo("$LATEST");
      assertThat(output.get("Payload")).hasToString("{\"paid\":true}");
      assertThat(output.at("/SdkHttpMetadata/HttpStatusCode").asInt()).isEqualTo(200);
      assertThat(output.at("/SdkHttpMetadata/AllHttpHeaders/Content-Length"))
          .hasToString("[\"13\"]");
      assertThat(output.at("/SdkHttpMetadata/HttpHeaders/Content-Type").asText())
          .isEqualTo("application/json");
      assertThat(output.at("/SdkResponseMetadata/RequestId").isTextual()).isTrue();
      assertThat(output.get("StatusCode").asInt()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "arn:aws:lambda:us-east-1:123456789012:function:charge",
          "arn:aws:states:::lambda:invoke.waitForTaskToken",
          JOB
        })
    void lambda_payloads_are_refused_where_the_result_has_no_envelope(String resource) {
      assertThatIllegalStateException()
          .isThrownBy(() -> Machines.charge(resource).mock("Charge").returnsPayload(1))
          .withMessage(
              "returnsPayload(…) does not fit 'Charge' (order:4): its Resource "
                  + resource
                  + " is not arn:aws:states:::lambda:invoke, so its result has no envelope. "
                  + "Write returns(…).");
    }
  }

  @Nested
  class Callbacks {
    @ParameterizedTest
    @ValueSource(strings = {CALLBACK, ACTIVITY})
    void bring_an_output_after_a_virtual_time(String resource) {
      TestStateMachine order = Machines.charge(resource);

      order.mock("Charge").isCalledBackAfter(ofHours(2)).with(Map.of("by", "kim"));
      Execution run = order.run("{}");

      assertThat(run.output()).hasToString("Optional[{\"by\":\"kim\"}]");
      assertThat(run.duration()).isEqualTo(ofHours(2));
    }

    @Test
    void bring_a_failure_after_a_virtual_time() {
      TestStateMachine order = Machines.charge(CALLBACK);

      order.mock("Charge").isCalledBackAfter(ofHours(2)).failingWith("Refused", "too much");
      Execution run = order.run("{}");

      assertThat(run.error()).contains("Refused");
      assertThat(run.cause()).contains("too much");
      assertThat(run.duration()).isEqualTo(ofHours(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"arn:aws:lambda:us-east-1:123456789012:function:charge", JOB, INVOKE})
    void callbacks_are_refused_where_nothing_is_sent_back(String resource) {
      assertThatIllegalStateException()
          .isThrownBy(() -> Machines.charge(resource).mock("Charge").isCalledBackAfter(ofHours(2)))
          .withMessage(
              "isCalledBackAfter(…) does not fit 'Charge' (order:4): its Resource "
                  + resource
                  + " neither ends in .waitForTaskToken nor is an activity, so nothing is sent to"
                  + " it while it runs. For an answer that takes time write "
                  + "returns(…).taking(duration).");
    }

    @Test
    void can_be_left_to_the_token() {
      TestStateMachine order = Machines.charge(CALLBACK);

      order.mock("Charge").waitsForToken();
      var run = order.start("{}").runUntilParked();
      run.token("Charge").fail("Refused", "too much");

      assertThat(run.finish().error()).contains("Refused");
    }
  }

  @Nested
  class TheCallItself {
    @ParameterizedTest
    @ValueSource(strings = {CALLBACK, JOB})
    void submits_what_is_said(String resource) {
      TestStateMachine order = Machines.charge(resource);

      order.mock("Charge").returns(1).submits(Map.of("MessageId", "m-1"));

      assertThat(order.run("{}").historyJson()).contains("MessageId", "m-1");
    }

    @Test
    void submits_nothing_where_its_answer_is_the_result() {
      assertThatIllegalStateException()
          .isThrownBy(() -> Machines.charge().mock("Charge").returns(1).submits("{}"))
          .withMessage(
              "submits(…) does not fit 'Charge' (order:4): its Resource "
                  + "arn:aws:lambda:us-east-1:123456789012:function:charge ends neither in .sync "
                  + "nor in .waitForTaskToken, so the call's own answer is the result. "
                  + "Write returns(…).");
    }
  }

  @Nested
  class Time {
    @Test
    void time_is_zero_unless_it_is_said() {
      TestStateMachine order = Machines.charge();

      order.mock("Charge").returns(1);
      assertThat(order.run("{}").duration()).isEqualTo(ZERO);

      order.mock("Charge").fails("Any").taking(ofSeconds(3));
      assertThat(order.run("{}").duration()).isEqualTo(ofSeconds(3));

      order.mock("Charge").answers(call -> 1).taking(ofSeconds(4));
      assertThat(order.run("{}").duration()).isEqualTo(ofSeconds(4));
    }

    @Test
    void time_is_not_negative() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Machines.charge().mock("Charge").returns(1).taking(ofSeconds(-1)))
          .withMessage("The time that an answer takes is negative: PT-1S");
    }

    @Test
    void time_is_not_taken_by_what_never_comes() {
      assertThatIllegalStateException()
          .isThrownBy(() -> Machines.charge().mock("Charge").neverAnswers().taking(ofSeconds(1)))
          .withMessage("order.mock(\"Charge\") never answers there, so that answer takes no time");
    }
  }

  @Nested
  class HeartbeatsOfAMock {
    private final TestStateMachine order =
        StepFunctionsEnvironment.create()
            .define(
                "order",
                """
                {
                  "StartAt": "Charge",
                  "States": {
                    "Charge": {
                      "Type": "Task",
                      "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                      "HeartbeatSeconds": 600,
                      "End": true
                    }
                  }
                }
                """);

    @Test
    void keep_the_task_alive_until_its_answer() {
      order.mock("Charge").isCalledBackAfter(ofHours(2)).with(1).heartbeatsEvery(ofMinutes(9));

      assertThat(order.run("{}").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }

    @Test
    void stop_after_a_number_of_times() {
      order.mock("Charge").neverAnswers().heartbeatsEvery(ofMinutes(9), 3);

      Execution run = order.run("{}");

      assertThat(run.error()).contains("States.Timeout");
      assertThat(run.duration()).isEqualTo(ofMinutes(9 * 3 + 10));
    }

    @Test
    void must_have_an_end() {
      assertThatIllegalStateException()
          .isThrownBy(() -> order.mock("Charge").neverAnswers().heartbeatsEvery(ofMinutes(9)))
          .withMessage(
              "order.mock(\"Charge\") never answers there: say how many heartbeats come, "
                  + "heartbeatsEvery(interval, times)");
    }

    @Test
    void heartbeats_of_amock_that_are_too_many_are_refused() {
      order
          .mock("Charge")
          .isCalledBackAfter(ofHours(24))
          .with(1)
          .heartbeatsEvery(ofSeconds(1).dividedBy(2));

      assertThatThrownBy(() -> order.run("{}"))
          .isInstanceOf(MockAnswerError.class)
          .hasMessageMatching(
              Texts.pattern(
                  "The answer of mock(\"Charge\") at TaskMockTest.java:# to 'Charge' (order:4), "
                      + "attempt 1, has 172799 heartbeats before it, more than 100000: "
                      + "use a longer interval, or give their number."));
    }

    @Test
    void need_a_task_that_has_a_token() {
      assertThatIllegalStateException()
          .isThrownBy(
              () -> Machines.charge().mock("Charge").returns(1).heartbeatsEvery(ofMinutes(1)))
          .withMessageStartingWith("heartbeatsEvery(…) does not fit 'Charge' (order:4)");
    }
  }

  @Test
  void an_answer_is_not_said_twice_in_one_place() {
    TaskMock mock = Machines.charge().mock("Charge");
    mock.returns(1);

    assertThatIllegalStateException()
        .isThrownBy(() -> mock.returns(2))
        .withMessage(
            "order.mock(\"Charge\") already has an answer here. Continue it with then(), "
                + "thenReturns(…) or thenFails(…); to replace it, make a new mock.");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void an_answer_is_given_at_least_once(int times) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Machines.charge().mock("Charge").returns(1).times(times))
        .withMessage("The number of times must be positive, but is " + times);
  }
}
