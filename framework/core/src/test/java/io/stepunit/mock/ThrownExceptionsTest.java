package io.stepunit.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.stepunit.Execution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TaskFailure;
import io.stepunit.TestStateMachine;
import io.stepunit.internal.mock.ThrownReport;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What users' code throws inside of an execution is kept for the messages of failed tests. */
class ThrownExceptionsTest {
  private static final String CHARGE =
      """
      {"StartAt": "Charge", "States": {"Charge": {"Type": "Task", "End": true,
        "Resource": "arn:aws:lambda:us-east-1:123456789012:function:charge",
        "Retry": [{"ErrorEquals": ["java.lang.NullPointerException"], "MaxAttempts": 1}]}}}
      """;

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();

  static class BrokenHandler implements RequestHandler<Map<String, String>, Integer> {
    @Override
    public Integer handleRequest(Map<String, String> order, Context context) {
      return order.get("missing").length();
    }
  }

  @Nested
  class An_execution {
    @Test
    void knows_what_a_handler_threw_at_each_attempt() {
      TestStateMachine order = env.define("order", CHARGE);
      order.lambda("charge").handledBy(new BrokenHandler());

      Execution run = order.run("{}");

      assertThat(run.thrown())
          .extracting(ThrownException::state, ThrownException::path, ThrownException::attempt)
          .containsExactly(tuple("Charge", "Charge", 1), tuple("Charge", "Charge", 2));
      assertThat(run.thrown().get(0).exception())
          .isInstanceOf(NullPointerException.class)
          .satisfies(
              thrown ->
                  assertThat(thrown.getStackTrace()[0].getMethodName()).isEqualTo("handleRequest"));
      assertThat(run.thrown().get(0).mock())
          .startsWith("lambda(\"charge\") at ThrownExceptionsTest.java:");
    }

    @Test
    void knows_what_a_function_threw_whose_result_nobody_waits_for() {
      TestStateMachine order =
          env.define(
              "order",
              """
              {"StartAt": "Charge", "States": {"Charge": {"Type": "Task", "End": true,
                "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {
                  "FunctionName": "charge", "InvocationType": "Event", "Payload.$": "$"}}}}
              """);
      order.lambda("charge").handledBy(new BrokenHandler());

      assertThat(order.run("{}").thrown()).hasSize(1);
    }

    @Test
    void knows_the_failures_that_answers_throw() {
      TestStateMachine order = env.define("order", CHARGE);
      order
          .mock("Charge")
          .answers(
              call -> {
                throw new TaskFailure("Card.Declined", "expired");
              });

      assertThat(order.run("{}").thrown())
          .extracting(ThrownException::exception)
          .hasOnlyElementsOfType(TaskFailure.class)
          .hasSize(1);
    }

    @Test
    void knows_what_was_thrown_in_its_child_executions_and_not_in_others() {
      TestStateMachine each =
          env.define(
              "each",
              """
              {"StartAt": "Each", "States": {"Each": {"Type": "Map", "End": true,
                "ToleratedFailurePercentage": 100,
                "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED"}, "StartAt": "Charge",
                  "States": {"Charge": {"Type": "Task", "End": true,
                    "Resource": "arn:aws:lambda:us-east-1:123456789012:function:charge"}}}}}}
              """);
      each.lambda("charge").handledBy(new BrokenHandler());

      Execution run = each.run("[{}, {\"missing\": \"no\"}]");
      Execution other = each.run("[{\"missing\": \"no\"}]");

      assertThat(run.thrown()).extracting(ThrownException::path).containsExactly("Each[0]/Charge");
      assertThat(run.mapRuns().get(0).child(0).thrown()).hasSize(1);
      assertThat(run.mapRuns().get(0).child(1).thrown()).isEmpty();
      assertThat(other.thrown()).isEmpty();
    }
  }

  @Nested
  class A_failure {
    @Test
    void shows_each_exception_with_its_state_and_its_own_lines() {
      TestStateMachine order = env.define("order", CHARGE);
      order.lambda("charge").handledBy(new BrokenHandler());
      AssertionError failure = new AssertionError("the amount is wrong");

      ThrownReport.addTo(failure, order.run("{}").thrown());

      assertThat(printed(failure))
          .contains(
              "Suppressed: StepUnit: thrown in Charge, attempt 1, by lambda(\"charge\") at"
                  + " ThrownExceptionsTest.java:",
              "Suppressed: StepUnit: thrown in Charge, attempt 2, by lambda(\"charge\") at",
              "Caused by: java.lang.NullPointerException: ",
              "BrokenHandler.handleRequest(ThrownExceptionsTest.java:");
    }

    @Test
    void shows_the_latest_three_and_nothing_twice() {
      AssertionError failure = new AssertionError("broken");
      RuntimeException known = new IllegalStateException("4");
      failure.initCause(known);
      List<ThrownException> thrown =
          List.of(thrown("1"), thrown("2"), thrown("3"), thrown("4", known), thrown("5"));

      ThrownReport.addTo(failure, thrown);
      ThrownReport.addTo(failure, thrown.subList(2, 5));

      assertThat(failure.getSuppressed())
          .extracting(suppressed -> suppressed.getCause().getMessage())
          .containsExactly("2", "3", "5");
    }
  }

  private static ThrownException thrown(String message) {
    return thrown(message, new IllegalStateException(message));
  }

  private static ThrownException thrown(String state, Throwable exception) {
    return new ThrownException(state, state, 1, "mock(\"X\")", exception);
  }

  private static String printed(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }
}
