package io.stepunit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.Execution;
import io.stepunit.TaskHandler;
import io.stepunit.TestStateMachine;
import io.stepunit.junit.testkit.TestKit;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What users read when they did something wrong, and that none of it hangs. */
class UserMistakesTest {

  @Nested
  class A_definition {
    @Test
    void a_definition_that_is_no_json_is_told_by_line_and_column() {
      assertThat(TestKit.run(NoJsonTestCases.class))
          .failsAContainerWith()
          .contains("/broken/no-json.asl.json:6", "was expecting comma", "column ");
    }

    @Test
    void without_a_start_is_told_what_is_missing() {
      assertThat(TestKit.run(NoStartTestCases.class))
          .failsAContainerWith()
          .contains("/broken/no-start.asl.json:1", "StartAt");
    }

    @Test
    void with_a_next_to_nowhere_is_told_the_place_and_the_near_name() {
      assertThat(TestKit.run(NextToNowhereTestCases.class))
          .failsAContainerWith()
          .contains("/broken/next-to-nowhere.asl.json:6", "Shipp", "did you mean 'Ship'?");
    }
  }

  @StateMachineTest("/broken/no-json.asl.json")
  static class NoJsonTestCases {
    @Test
    void never_runs() {}
  }

  @StateMachineTest("/broken/no-start.asl.json")
  static class NoStartTestCases {
    @Test
    void never_runs() {}
  }

  @StateMachineTest("/broken/next-to-nowhere.asl.json")
  static class NextToNowhereTestCases {
    @Test
    void never_runs() {}
  }

  @Nested
  class A_parameter {
    @Test
    void whose_definition_is_not_there_is_told_once_where_it_was_looked_for() {
      assertThat(TestKit.run(NoDefinitionTestCases.class))
          .failsATestPrinting()
          .containsOnlyOnce("No definition \"ordr.asl.json\"")
          .containsOnlyOnce("Put it into src/test/resources");
    }
  }

  @StateMachineTest("order.asl.json")
  static class NoDefinitionTestCases {
    @Test
    void never_runs(@StateMachine("ordr.asl.json") TestStateMachine order) {}
  }

  @Nested
  class A_mock_of_a_parameter {
    @Test
    void whose_state_is_not_there_is_told_once_with_the_near_name() {
      assertThat(TestKit.run(NoStateOfMockTestCases.class))
          .failsATestPrinting()
          .containsOnlyOnce("has no state 'Chrage'. Did you mean 'Charge'?");
    }
  }

  @StateMachineTest("order.asl.json")
  static class NoStateOfMockTestCases {
    @Test
    void never_runs(@MockTask("Chrage") TaskHandler charge) {}
  }

  @Nested
  class A_test {
    @Test
    void whose_input_is_no_json_is_told_where_it_breaks() {
      assertThat(TestKit.run(InputTestCases.class))
          .failsATestWith()
          .contains("The input of 'order'", "line 1, column");
    }

    @Test
    void a_test_that_mocks_a_state_that_does_not_exist_is_told_the_near_name() {
      assertThat(TestKit.run(UnknownStateTestCases.class))
          .failsATestWith()
          .contains("Chrage")
          .containsIgnoringCase("did you mean 'Charge'?");
    }

    @Test
    void a_test_that_forgets_a_mock_is_told_how_to_write_it() {
      assertThat(TestKit.run(UnmockedTestCases.class))
          .failsATestWith()
          .contains("Ship", "order.asl.json:13", "order.mock(\"Ship\")");
    }

    @Test
    void a_test_of_a_machine_that_never_ends_ends_by_the_limit_of_events() {
      assertThat(TestKit.run(EndlessTestCases.class)).hasOnlySucceeded(1);
    }
  }

  @StateMachineTest("order.asl.json")
  static class InputTestCases {
    @Test
    void runs(TestStateMachine order) {
      order.run("{\"id\": }");
    }
  }

  @StateMachineTest("order.asl.json")
  static class UnknownStateTestCases {
    @Test
    void runs(TestStateMachine order) {
      order.mock("Chrage").returns(Map.of());
    }
  }

  @StateMachineTest("order.asl.json")
  static class UnmockedTestCases {
    @Test
    void runs(TestStateMachine order) {
      order.mock("Charge").returns(Map.of());

      order.run("{}");
    }
  }

  @StateMachineTest("endless.asl.json")
  static class EndlessTestCases {
    @Test
    void runs(TestStateMachine endless) {
      Execution run = endless.run("{}");

      assertThat(run.events()).hasSize(25_000);
      assertThat(run.cause().orElseThrow()).contains("maximum number of history events (25000)");
    }
  }

  @Nested
  class An_answer {
    @Test
    void an_answer_that_throws_is_shown_with_its_own_line() {
      assertThat(TestKit.run(ThrowingTestCases.class))
          .failsATestPrinting()
          .contains(
              "Charge",
              "IllegalStateException: broken mailer",
              "UserMistakesTest$ThrowingTestCases");
    }

    @Test
    void whose_assertion_fails_fails_the_test_with_it() {
      assertThat(TestKit.run(AssertingTestCases.class))
          .failsATestPrinting()
          .contains("the amount is wrong");
    }

    @Test
    void an_answer_that_is_no_json_is_told_so() {
      assertThat(TestKit.run(NoJsonAnswerTestCases.class))
          .failsATestWith()
          .contains("Charge")
          .containsIgnoringCase("JSON");
    }

    @Test
    void an_answer_that_changes_its_input_is_told_so() {
      assertThat(TestKit.run(MutatingTestCases.class))
          .failsATestWith()
          .contains("Charge")
          .containsIgnoringCase("changed its input");
    }

    @Test
    void an_answer_that_never_comes_is_cut_off_and_shown_where_it_hung() {
      assertThat(TestKit.run(HangingTestCases.class, Map.of("stepunit.userCodeLimit", "PT0.2S")))
          .failsATestPrinting()
          .contains("Charge", "UserMistakesTest$HangingTestCases.wait_for_ever");
    }
  }

  @StateMachineTest("order.asl.json")
  static class ThrowingTestCases {
    @Test
    void runs(TestStateMachine order) {
      order
          .mock("Charge")
          .answers(
              call -> {
                throw new IllegalStateException("broken mailer");
              });

      order.run("{}");
    }
  }

  @StateMachineTest("order.asl.json")
  static class AssertingTestCases {
    @Test
    void runs(TestStateMachine order) {
      order
          .mock("Charge")
          .answers(
              call -> {
                throw new AssertionError("the amount is wrong");
              });

      order.run("{}");
    }
  }

  @StateMachineTest("order.asl.json")
  static class NoJsonAnswerTestCases {
    @Test
    void runs(TestStateMachine order) {
      order.mock("Charge").answers(call -> "{\"paid\": ");

      order.run("{}");
    }
  }

  @StateMachineTest("order.asl.json")
  static class MutatingTestCases {
    @Test
    void runs(TestStateMachine order) {
      order.mock("Charge").answers(call -> ((ObjectNode) call.input()).put("paid", true));

      order.run("{}");
    }
  }

  @StateMachineTest("order.asl.json")
  static class HangingTestCases {
    @Test
    void runs(TestStateMachine order) {
      order.mock("Charge").answers(call -> wait_for_ever());

      order.run("{}");
    }

    private static Object wait_for_ever() throws InterruptedException {
      new CountDownLatch(1).await();
      return "{}";
    }
  }
}
