package io.stepunit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.MockValidation;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.junit.testkit.TestKit;
import io.stepunit.mock.TaskMock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationTest {

  @Test
  void configuration_parameters_are_the_defaults() {
    Map<String, String> configuration =
        Map.of("stepunit.seed", "99", "stepunit.startTime", "2031-01-01T00:00:00Z");

    assertThat(TestKit.run(ConfiguredTestCases.class, configuration)).hasOnlySucceeded(1);
  }

  @StateMachineTest("pass.asl.json")
  static class ConfiguredTestCases {
    @Test
    void takes_the_defaults(StepFunctionsEnvironment environment) {
      assertThat(environment.seed()).isEqualTo(99);
      assertThat(environment.now()).isEqualTo("2031-01-01T00:00:00Z");
    }
  }

  @Test
  void what_the_annotation_says_counts_more() {
    Map<String, String> configuration =
        Map.of("stepunit.seed", "99", "stepunit.startTime", "2031-01-01T00:00:00Z");

    assertThat(TestKit.run(ExplicitTestCases.class, configuration)).hasOnlySucceeded(1);
  }

  @StateMachineTest(value = "pass.asl.json", seed = 0, startTime = "2030-01-01T00:00:00Z")
  static class ExplicitTestCases {
    @Test
    void takes_its_own(StepFunctionsEnvironment environment) {
      assertThat(environment.seed()).isZero();
      assertThat(environment.now()).isEqualTo("2030-01-01T00:00:00Z");
    }
  }

  @Test
  void without_any_the_environment_has_its_own_defaults() {
    assertThat(TestKit.run(DefaultTestCases.class)).hasOnlySucceeded(1);
  }

  @StateMachineTest("pass.asl.json")
  static class DefaultTestCases {
    @Test
    void takes_those(StepFunctionsEnvironment environment) {
      assertThat(environment.seed()).isEqualTo(StepFunctionsEnvironment.DEFAULT_SEED);
      assertThat(environment.now()).isEqualTo(StepFunctionsEnvironment.DEFAULT_START);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "stepunit.seed | lucky | a whole number of 64 bits",
        "stepunit.startTime | tomorrow | an ISO-8601 instant such as 2026-01-01T00:00:00Z",
        "stepunit.lenient | yes | true or false",
        "stepunit.mockValidation | strict | STRICT, PRESENT or NONE",
        "stepunit.requestValidation | warn | STRICT, WARN or OFF",
        "stepunit.userCodeLimit | 10s | an ISO-8601 duration such as PT10S"
      })
  void a_configuration_parameter_that_cannot_be_read_is_named(
      String key, String value, String expected) {
    assertThat(TestKit.run(DefaultTestCases.class, Map.of(key, value)))
        .failsAContainerWith()
        .isEqualTo("The configuration parameter %s is \"%s\"; expected %s.", key, value, expected);
  }

  @Test
  void the_validation_of_mocks_is_strict_unless_the_class_or_else_a_parameter_says_so() {
    Map<String, String> none = Map.of("stepunit.mockValidation", "NONE");

    assertThat(TestKit.run(UncheckedTestCases.class))
        .failsATestWith()
        .contains("Field 'MessageId' must be a string", "validation(MockValidation.NONE)");
    assertThat(TestKit.run(UncheckedTestCases.class, none)).hasOnlySucceeded(1);
    assertThat(TestKit.run(PresentTestCases.class, none))
        .failsATestWith()
        .contains("Field 'MessageId' must be a string");
  }

  private static TaskMock send(StepFunctionsEnvironment environment) {
    return environment
        .define(
            "sends",
            """
            {
              "StartAt": "Send",
              "States": {
                "Send": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "End": true}
              }
            }
            """)
        .mock("Send");
  }

  @StateMachineTest("pass.asl.json")
  static class UncheckedTestCases {
    @Test
    void promises_what_sqs_never_sends(StepFunctionsEnvironment environment) {
      send(environment).returns("{\"MessageId\": 7}").lenient();
    }
  }

  @StateMachineTest(value = "pass.asl.json", mockValidation = MockValidation.PRESENT)
  static class PresentTestCases {
    @Test
    void promises_what_sqs_never_sends(StepFunctionsEnvironment environment) {
      send(environment).returns("{\"MessageId\": 7}").lenient();
    }
  }

  @Test
  void a_start_time_that_cannot_be_read_is_named() {
    assertThat(TestKit.run(WrongStartTestCases.class))
        .failsAContainerWith()
        .isEqualTo(
            "startTime of @StateMachineTest(\"pass.asl.json\") on"
                + " io.stepunit.junit.ConfigurationTest$WrongStartTestCases is \"2030-01-01\";"
                + " expected an ISO-8601 instant such as 2026-01-01T00:00:00Z.");
  }

  @StateMachineTest(value = "pass.asl.json", startTime = "2030-01-01")
  static class WrongStartTestCases {
    @Test
    void never_runs(TestStateMachine machine) {}
  }
}
