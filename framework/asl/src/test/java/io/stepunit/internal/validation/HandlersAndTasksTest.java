package io.stepunit.internal.validation;

import static io.stepunit.internal.validation.Machines.problems;
import static io.stepunit.internal.validation.Machines.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.asl.Rule;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Retriers, Catchers, deadlines, and what is risky about a Task. */
class HandlersAndTasksTest {
  private static final String SQS = "\"Resource\": \"arn:aws:states:::sqs:sendMessage\"";

  private static String retrying(String... errorEquals) {
    StringBuilder retriers = new StringBuilder();
    for (String names : errorEquals) {
      retriers
          .append(retriers.isEmpty() ? "" : ", ")
          .append("{\"ErrorEquals\": [\"")
          .append(names.replace(" ", "\", \""))
          .append("\"]}");
    }
    return task(SQS + ", \"Retry\": [" + retriers + "]");
  }

  @Nested
  class Error_names {
    @ParameterizedTest
    @CsvSource({
      "States.ALL, 0",
      "States.ALL;A, 1",
      "A;States.ALL, 0",
      "States.ALL A, 1",
      "A States.ALL, 1"
    })
    void error_names_of_all_errors_stand_alone_and_last(String entries, int expected) {
      assertThat(problems(Rule.STATES_ALL_PLACE, retrying(entries.split(";")))).hasSize(expected);
    }

    @ParameterizedTest
    @CsvSource({
      "A;A,                                       1",
      "A B;B;C,                                   1",
      "A;A B,                                     0",
      "States.TaskFailed;Some.Error,              1",
      "States.TaskFailed;States.Timeout,          0",
      "States.TaskFailed;States.HeartbeatTimeout, 0",
      "States.Timeout;States.HeartbeatTimeout,    1",
      "States.HeartbeatTimeout;States.Timeout,    0",
      "States.TaskFailed;States.ALL,              0"
    })
    void error_names_that_entries_before_handle_are_never_reached(String entries, int expected) {
      assertThat(problems(Rule.HANDLER_NEVER_REACHED, retrying(entries.split(";"))))
          .hasSize(expected);
    }

    @ParameterizedTest
    @CsvSource({
      "States.Timeuot,                UNKNOWN_ERROR_NAME, did you mean 'States.Timeout'?",
      "Lambda.*,                      UNKNOWN_ERROR_NAME, compared exactly",
      "States.Http.StatusCode.4XX,    UNKNOWN_ERROR_NAME, reserved for the service",
      "States.Runtime,                UNCATCHABLE_ERROR,  States.Runtime",
      "States.NoChoiceMatched,        UNCATCHABLE_ERROR,  States.Runtime"
    })
    void error_names_that_never_match_are_warned_of(String name, Rule rule, String hint) {
      assertThat(problems(rule, retrying(name)))
          .singleElement()
          .satisfies(problem -> assertThat(problem.hint().orElse("")).contains(hint));
    }

    @ParameterizedTest
    @CsvSource({"States.Http.StatusCode.404", "States.Permissions", "Custom", "Lambda.Unknown"})
    void error_names_of_the_service_or_of_ones_own_are_fine(String name) {
      assertThat(problems(Rule.UNKNOWN_ERROR_NAME, retrying(name))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"States.Custom, 1", "Custom, 0"})
    void error_names_of_a_fail_state_are_ones_own(String name, int expected) {
      String fail = "\"S\": {\"Type\": \"Fail\", \"Error\": \"" + name + "\"}";

      assertThat(problems(Rule.RESERVED_ERROR_NAME, fail)).hasSize(expected);
    }
  }

  @Nested
  class Deadlines_of_a_task {
    @ParameterizedTest
    @CsvSource({"10, 10, 1", "10, 11, 1", "10, 9, 0"})
    void deadlines_of_a_task_have_the_heartbeat_first(int timeout, int heartbeat, int expected) {
      String task =
          task(
              SQS
                  + ", \"TimeoutSeconds\": %s, \"HeartbeatSeconds\": %s"
                      .formatted(timeout, heartbeat));

      assertThat(problems(Rule.HEARTBEAT_NOT_BELOW_TIMEOUT, task)).hasSize(expected);
    }

    @ParameterizedTest
    @CsvSource({
      "sqs:sendMessage,                  '',                     TASK_WITHOUT_TIMEOUT",
      "sqs:sendMessage,                  ', \"HeartbeatSeconds\": 5', TASK_WITHOUT_TIMEOUT",
      "sqs:sendMessage.waitForTaskToken, '',                     CALLBACK_WITHOUT_TIMEOUT"
    })
    void deadlines_of_a_task_are_missed(String call, String fields, Rule rule) {
      String task = task("\"Resource\": \"arn:aws:states:::" + call + "\"" + fields);

      assertThat(problems(task)).extracting(p -> p.rule()).containsExactly(rule);
    }

    @ParameterizedTest
    @CsvSource({
      "sqs:sendMessage,                  TimeoutSeconds\": 5",
      "sqs:sendMessage,                  TimeoutSecondsPath\": \"$.t\"",
      "sqs:sendMessage.waitForTaskToken, HeartbeatSeconds\": 5",
      "sqs:sendMessage.waitForTaskToken, TimeoutSeconds\": 5"
    })
    void deadlines_of_a_task_are_enough(String call, String field) {
      String task = task("\"Resource\": \"arn:aws:states:::" + call + "\", \"" + field);

      assertThat(problems(task)).isEmpty();
    }
  }

  @Nested
  class Risks {
    private static final String LAMBDA =
        "\"Resource\": \"arn:aws:states:::lambda:invoke\", \"Parameters\": {\"FunctionName\": \"f\"}";

    @ParameterizedTest
    @CsvSource({
      "'',                                                                       1",
      "Custom,                                                                   1",
      "Lambda.ServiceException,                                                  1",
      "Lambda.ServiceException Lambda.AWSLambdaException Lambda.SdkClientException, 0",
      "States.ALL,                                                               0",
      "States.TaskFailed,                                                        0"
    })
    void risks_of_lambda_are_covered_by_a_retrier(String names, int expected) {
      String retry =
          names.isEmpty()
              ? ""
              : ", \"Retry\": [{\"ErrorEquals\": [\"" + names.replace(" ", "\", \"") + "\"]}]";

      assertThat(problems(Rule.LAMBDA_WITHOUT_RETRY, task(LAMBDA + retry))).hasSize(expected);
    }

    @ParameterizedTest
    @CsvSource({
      "sqs:sendMessage,           '{\"QueueUrl\": \"q\"}',                               States.ALL, 1",
      "aws-sdk:sqs:sendMessage,   '{\"QueueUrl\": \"q\"}',                               States.TaskFailed, 1",
      "sqs:sendMessage,           '{\"MessageDeduplicationId.$\": \"$.id\"}',            States.ALL, 0",
      "sqs:sendMessage,           '{\"QueueUrl\": \"q\"}',                               Sqs.Throttled, 0",
      "states:startExecution.sync:2, '{\"StateMachineArn\": \"a\"}',                     States.ALL, 1",
      "states:startExecution,     '{\"Name\": \"n\"}',                                   States.ALL, 0",
      "http:invoke,               '{\"Method\": \"POST\"}',                              States.ALL, 1",
      "http:invoke,               '{\"Method\": \"GET\"}',                               States.ALL, 0",
      "dynamodb:getItem,          '{\"TableName\": \"t\"}',                              States.ALL, 0"
    })
    void risks_of_doing_things_twice_are_warned_of(
        String call, String parameters, String name, int expected) {
      String task =
          task(
              "\"Resource\": \"arn:aws:states:::%s\", \"Parameters\": %s, \"Retry\": [{\"ErrorEquals\": [\"%s\"]}]"
                  .formatted(call, parameters, name));

      assertThat(problems(Rule.EFFECT_REPEATED_BY_RETRY, task)).hasSize(expected);
    }

    @ParameterizedTest
    @CsvSource({
      "'',                                    1",
      "', \"ResultPath\": \"$\"',             1",
      "', \"ResultPath\": \"$.error\"',       0",
      "', \"ResultPath\": null',              0",
      "', \"Assign\": {\"e.$\": \"$.Error\"}', 0"
    })
    void risks_of_losing_the_input_in_a_catcher_are_warned_of(String fields, int expected) {
      String task =
          task(SQS + ", \"Catch\": [{\"ErrorEquals\": [\"E\"], \"Next\": \"Z\"" + fields + "}]")
              + ", \"Z\": {\"Type\": \"Succeed\"}";

      assertThat(problems(Rule.CATCH_LOSES_INPUT, task)).hasSize(expected);
    }
  }
}
