package io.stepunit.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.stepunit.Execution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.history.StateVisit;
import io.stepunit.internal.json.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MockConfigFileTest {
  private static final String FILE = "MockConfigFile.json";

  private static MockConfigFile config(String states, String responses) {
    return MockConfigFile.parse(
        FILE,
        """
        {
          "StateMachines": {"Orders": {"TestCases": {"Case": %s}}},
          "MockedResponses": %s
        }
        """
            .formatted(states, responses));
  }

  private static Execution run(TestStateMachine machine, String states, String responses) {
    config(states, responses).testCase("Orders", "Case").mockIn(machine::mock);
    return machine.run(Map.of("items", List.of(1, 2, 3)));
  }

  private static TestStateMachine machine(String states) {
    return StepFunctionsEnvironment.create()
        .define("orders", "{\"StartAt\": \"Charge\", \"States\": %s}".formatted(states));
  }

  private static TestStateMachine task(String resource, String more) {
    return machine(
        "{\"Charge\": {\"Type\": \"Task\", \"Resource\": \"%s\", %s \"End\": true}}"
            .formatted(resource, more));
  }

  @Nested
  class A_response {
    private final TestStateMachine order =
        task(
            "arn:aws:states:::sqs:sendMessage",
            "\"Retry\": [{\"ErrorEquals\": [\"States.ALL\"], \"MaxAttempts\": 5}],");

    @Test
    void returns_and_throws_by_number_and_by_range() {
      Execution run =
          run(
              order,
              "{\"Charge\": \"Retried\"}",
              """
              {
                "Retried": {
                  "3": {"Return": {"paid": true}},
                  "0": {"Throw": {"Error": "Lambda.Timeout", "Cause": "slow"}},
                  "1-2": {"Throw": {"Error": "Lambda.Busy", "Cause": "busy"}}
                }
              }
              """);

      assertThat(run.output()).contains(Json.parse("{\"paid\": true}"));
      assertThat(run.visits("Charge").get(0).attempts()).hasSize(4);
    }

    @Test
    void without_an_entry_for_a_call_fails_the_execution_for_good() {
      Execution run =
          run(
              order,
              "{\"Charge\": \"Once\"}",
              "{\"Once\": {\"0\": {\"Throw\": {\"Error\": \"E\", \"Cause\": \"C\"}}}}");

      assertThat(run.error()).contains("States.Runtime");
      assertThat(run.cause())
          .contains(
              "The mocked response 'Once' (MockConfigFile.json:3) answers 1 calls of 'Charge', and"
                  + " there was one more. Add an entry \"1\".");
      assertThat(run.visits("Charge").get(0).attempts()).hasSize(2);
    }

    @Test
    void counts_the_iterations_of_a_Map() {
      TestStateMachine order =
          machine(
              """
              {
                "Charge": {
                  "Type": "Map",
                  "ItemsPath": "$.items",
                  "ItemProcessor": {
                    "StartAt": "Line",
                    "States": {
                      "Line": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "End": true}
                    }
                  },
                  "End": true
                }
              }
              """);

      Execution run =
          run(
              order,
              "{\"Line\": \"Lines\"}",
              "{\"Lines\": {\"0-1\": {\"Return\": \"a\"}, \"2\": {\"Return\": \"b\"}}}");

      assertThat(run.output()).contains(Json.parse("[\"a\", \"a\", \"b\"]"));
    }

    @Test
    void counts_from_0_in_each_execution() {
      MockConfigCase once =
          config("{\"Charge\": \"Once\"}", "{\"Once\": {\"0\": {\"Return\": 1}}}")
              .testCase("Orders", "Case");
      once.mockIn(order::mock);

      assertThat(order.run(Map.of()).error()).isEmpty();
      assertThat(order.run(Map.of()).error()).isEmpty();
    }

    @Test
    void answers_callbacks_jobs_and_activities() {
      for (String resource :
          List.of(
              "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
              "arn:aws:states:::batch:submitJob.sync",
              "arn:aws:states:us-east-1:123456789012:activity:charge")) {
        Execution run =
            run(
                task(resource, ""),
                "{\"Charge\": \"Done\"}",
                "{\"Done\": {\"0\": {\"Return\": \"done\"}}}");

        assertThat(run.output()).as(resource).contains(Json.parse("\"done\""));
      }
    }

    @Test
    void a_response_of_a_function_called_by_its_ARN_may_have_Lambdas_envelope() {
      Execution run =
          run(
              Machines.charge(),
              "{\"Charge\": \"Paid\"}",
              "{\"Paid\": {\"0\": {\"Return\": {\"StatusCode\": 200, \"Payload\": {\"paid\":"
                  + " true}}}}}");

      assertThat(run.output()).contains(Json.parse("{\"paid\": true}"));
    }
  }

  @Nested
  class A_case {
    @Test
    void leaves_other_tasks_to_the_mocks_of_the_test() {
      TestStateMachine order =
          machine(
              """
              {
                "Charge": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Next": "Ship"},
                "Ship": {"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true}
              }
              """);
      order.mock("Ship").returns("{\"shipped\": true}");

      Execution run = run(order, "{\"Charge\": \"Paid\"}", "{\"Paid\": {\"0\": {\"Return\": 1}}}");

      assertThat(run.visits()).extracting(StateVisit::name).containsExactly("Charge", "Ship");
    }

    @Test
    void may_mock_what_is_never_called() {
      TestStateMachine order = Machines.order();

      config("{\"Notify\": \"Sent\"}", "{\"Sent\": {\"0\": {\"Return\": 1}}}")
          .testCase("Orders", "Case")
          .mockIn(order::mock);

      order.environment().verifyMocksUsed();
      assertThat(order.mocks().declarations()).hasSize(1);
    }

    @Test
    void a_case_of_a_state_that_is_not_there_is_refused_with_its_place() {
      MockConfigCase wrong =
          config("{\"Chrage\": \"Paid\"}", "{\"Paid\": {\"0\": {\"Return\": 1}}}")
              .testCase("Orders", "Case");

      assertThatExceptionOfType(MockConfigException.class)
          .isThrownBy(() -> wrong.mockIn(Machines.charge()::mock))
          .withMessageStartingWith(
              "MockConfigFile.json:2 (/StateMachines/Orders/TestCases/Case/Chrage): the test case"
                  + " 'Case' mocks 'Chrage'. The machine 'order' (order) has no state 'Chrage'. Did"
                  + " you mean 'Charge'?");
    }

    @Test
    void a_case_is_found_by_its_name() {
      MockConfigFile file = config("{}", "{}");

      assertThat(file.machines()).containsExactly("Orders");
      assertThat(file.testCases()).hasToString("[Orders#Case of MockConfigFile.json]");
      assertThatExceptionOfType(MockConfigException.class)
          .isThrownBy(() -> file.testCase("Orders", "Caes"))
          .withMessage(
              "The machine 'Orders' has no test case 'Caes' in the mock configuration"
                  + " 'MockConfigFile.json'. Did you mean 'Case'? It has: Case.");
      assertThatExceptionOfType(MockConfigException.class)
          .isThrownBy(() -> file.testCase("Payments", "Case"))
          .withMessageContaining("has no test cases of a machine 'Payments'")
          .withMessageContaining("Machines that have: Orders.");
    }
  }

  @Nested
  class A_wrong_file {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '~',
        value = {
          "{\"\": {\"Return\": 1}}                 | expected the number of a call or a range,"
              + " \"0\" or \"1-2\", found ''",
          "{\"2-1\": {\"Return\": 1}}              | found '2-1'",
          "{\"-1\": {\"Return\": 1}}               | found '-1'",
          "{\"9999999999\": {\"Return\": 1}}       | found '9999999999'",
          "{\"1\": {\"Return\": 1}}                | has no entry for call 0; calls are counted"
              + " from 0",
          "{\"0\": {\"Return\": 1}, \"2\": {\"Return\": 1}}   | has no entry for call 1",
          "{\"0-1\": {\"Return\": 1}, \"1\": {\"Return\": 1}} | has two entries for call 1",
          "{}                                      | has no entries; expected \"0\"",
          "{\"0\": {}}                             | the entry '0' needs either Return or Throw",
          "{\"0\": {\"Return\": 1, \"Throw\": {}}} | the entry '0' needs either Return or Throw",
          "{\"0\": {\"Retrun\": 1}}                | unknown field 'Retrun'. Did you mean"
              + " 'Return'?",
          "{\"0\": {\"Throw\": {\"Error\": \"E\"}}} | expected a string in 'Cause', found none",
          "{\"0\": {\"Throw\": {\"Error\": 7, \"Cause\": \"C\"}}} | expected a string in 'Error',"
              + " found 7",
          "{\"0\": {\"Throw\": 1}}                 | Throw must be an object, found 1",
          "{\"0\": 1}                              | The entry '0' must be an object, found 1",
          "[]                                      | The mocked response 'Paid' must be an object,"
              + " found []",
        })
    void a_wrong_file_has_its_response_refused_with_the_place(String response, String problem) {
      assertThatExceptionOfType(MockConfigException.class)
          .isThrownBy(() -> config("{\"Charge\": \"Paid\"}", "{\"Paid\": " + response + "}"))
          .withMessageStartingWith("The mock configuration 'MockConfigFile.json' has ")
          .withMessageContaining("MockConfigFile.json:3 (/MockedResponses/Paid")
          .withMessageContaining(problem);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '~',
        value = {
          "[]                       | MockConfigFile.json:1: A mock configuration must be an"
              + " object, found []",
          "{\"StateMachines\": {}}  | the field 'MockedResponses' is missing",
          "{\"StateMachines\": {}, \"MockedResponse\": {}} | unknown field 'MockedResponse'. Did"
              + " you mean 'MockedResponses'?",
          "{\"StateMachines\": {\"A\": {}}, \"MockedResponses\": {}} | the field 'TestCases' is"
              + " missing",
          "{\"StateMachines\": {\"A\": 1}, \"MockedResponses\": {}}  | The machine 'A' must be an"
              + " object, found 1",
          "{\"StateMachines\": {\"A\": {\"TestCases\": {\"C\": 1}}}, \"MockedResponses\": {}} | The"
              + " test case 'C' must be an object, found 1",
          "{\"StateMachines\": {\"A\": {\"TestCases\": {\"C\": {\"S\": 1}}}}, \"MockedResponses\":"
              + " {}} | expected the name of a mocked response, found 1",
          "{\"StateMachines\": {\"A\": {\"TestCases\": {\"C\": {\"S\": \"R\"}}}},"
              + " \"MockedResponses\": {}} | there is no mocked response 'R'. There is none.",
        })
    void a_wrong_file_is_refused_with_the_place(String text, String problem) {
      assertThatExceptionOfType(MockConfigException.class)
          .isThrownBy(() -> MockConfigFile.parse(FILE, text))
          .withMessageContaining("MockConfigFile.json:1")
          .withMessageContaining(problem);
    }

    @Test
    void tells_all_its_problems_at_once() {
      assertThatExceptionOfType(MockConfigException.class)
          .isThrownBy(() -> config("{\"Charge\": \"Piad\"}", "{\"Paid\": {\"x\": {}}}"))
          .withMessageContaining("has 2 problems:")
          .withMessageContaining("there is no mocked response 'Piad'. Did you mean 'Paid'?");
    }

    @Test
    void a_wrong_file_that_is_no_JSON_is_refused_with_the_line() {
      assertThatExceptionOfType(MockConfigException.class)
          .isThrownBy(() -> MockConfigFile.parse(FILE, "{\n\"StateMachines\": nothing"))
          .withMessageStartingWith("The mock configuration MockConfigFile.json:2 is not JSON:");
    }

    @Test
    void a_wrong_file_that_is_not_there_is_told() {
      assertThatExceptionOfType(MockConfigException.class)
          .isThrownBy(() -> MockConfigFile.load(Path.of("no/such.json")))
          .withMessageContaining("such.json could not be read");
    }
  }
}
