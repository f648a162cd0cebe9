package io.stepunit;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.stepunit.api.StepFunctionsException;
import io.stepunit.asl.WorkflowType;
import io.stepunit.history.ExecutionStatus;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExecutionNamesTest {
  private static final String WAIT =
      """
      {"StartAt": "W", "States": {"W": {"Type": "Wait", "Seconds": 60, "End": true}}}
      """;
  private static final String ARN = "arn:aws:states:us-east-1:123456789012:execution:slow:one";

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();
  private final TestStateMachine slow = env.define("slow", WAIT);

  private void assertExists(String input) {
    assertThatExceptionOfType(StepFunctionsException.class)
        .isThrownBy(() -> slow.start(input, "one"))
        .withMessage("ExecutionAlreadyExists: Execution Already Exists: '" + ARN + "'")
        .satisfies(refused -> assertThat(refused.error()).isEqualTo("ExecutionAlreadyExists"));
  }

  @Nested
  class The_name_of_one_that_runs {
    @Test
    void gives_the_same_execution_for_the_same_input() {
      RunningExecution first = slow.start("{\"a\": 1, \"b\": [2]}", "one");
      first.advance(ofSeconds(10));

      RunningExecution again = slow.start("{\"b\": [2.0], \"a\": 1}", "one");

      assertThat(again.arn()).isEqualTo(first.arn()).isEqualTo(ARN);
      assertThat(again.finish().duration()).isEqualTo(ofSeconds(60));
      assertThat(env.executions()).hasSize(1);
    }

    @Test
    void the_name_of_one_that_runs_is_refused_for_another_input() {
      slow.start("{\"a\": 1}", "one");

      assertExists("{\"a\": 2}");
    }

    @Test
    void the_name_of_one_that_runs_is_free_for_another_machine() {
      slow.start("{}", "one");

      assertThatCode(() -> env.define("other", WAIT).start("{}", "one")).doesNotThrowAnyException();
    }
  }

  @Nested
  class The_name_of_one_that_has_ended {
    @Test
    void the_name_of_one_that_has_ended_is_refused_even_with_the_same_input() {
      slow.start("{}", "one").finish();

      assertExists("{}");
    }

    @Test
    void the_name_of_one_that_has_ended_is_free_again_after_ninety_days() {
      slow.start("{}", "one").finish();
      env.advance(ofDays(90));
      assertExists("{}");

      env.advance(ofSeconds(1));
      Execution second = slow.start("{}", "one").finish();

      assertThat(second.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }
  }

  @Test
  void names_of_express_executions_are_never_taken() {
    TestStateMachine quick = env.define("quick", WAIT, WorkflowType.EXPRESS);
    quick.start("{}", "one");

    assertThatCode(() -> quick.start("{\"a\": 1}", "one")).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a b",
        "a\tb",
        "<a>",
        "{a}",
        "[a]",
        "a?",
        "a*",
        "a\"",
        "a#",
        "a%",
        "a\\",
        "a^",
        "a|",
        "a~",
        "a`",
        "a$",
        "a&",
        "a,",
        "a;",
        "a:",
        "a/",
        "a\u0007",
        "a\u0085",
        "a\uFFFE",
        "\uD83D\uDE00"
      })
  void a_name_has_no_white_space_brackets_wildcards_or_special_characters(String name) {
    assertThatExceptionOfType(StepFunctionsException.class)
        .isThrownBy(() -> slow.start("{}", name))
        .returns("InvalidName", StepFunctionsException::error)
        .returns("Invalid Name: '" + name + "'", StepFunctionsException::reason);
    assertThat(env.executions()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "order-7_B.x", "(a)=+@!'", "größe", "注文"})
  void a_name_may_have_all_other_characters(String name) {
    assertThat(slow.start("{}", name).name()).isEqualTo(name);
  }

  @Test
  void a_name_has_between_1_and_80_characters() {
    String longest = "x".repeat(80);

    assertThat(slow.start("{}", longest).name()).hasSize(80);
    assertThatExceptionOfType(StepFunctionsException.class)
        .isThrownBy(() -> slow.start("{}", longest + "x"))
        .withMessage(
            "ValidationException: 1 validation error detected: Value '%sx' at 'name' failed to"
                + " satisfy constraint: Member must have length less than or equal to 80",
            longest);
    assertThatExceptionOfType(StepFunctionsException.class)
        .isThrownBy(() -> slow.start("{}", ""))
        .withMessageContaining("Member must have length greater than or equal to 1");
  }
}
