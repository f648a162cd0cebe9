package io.stepunit.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class InputConditionsTest {
  private final TestStateMachine order = Machines.charge();

  private String outcome(Object input) {
    var run = order.run(input);
    return run.error().orElseGet(() -> run.output().orElseThrow().asText());
  }

  @Nested
  class A_value_at_a_path {
    @Test
    void decides_which_mock_answers() {
      order.mock("Charge").returns("\"any\"");
      order.mock("Charge").whenInput("$.amount", 12).returns("\"twelve\"");
      order.mock("Charge").whenInput("$.lines[1].sku", "b").returns("\"line b\"");

      assertThat(outcome("{\"amount\": 12.0}")).isEqualTo("twelve");
      assertThat(outcome("{\"amount\": 12, \"lines\": [{}, {\"sku\": \"b\"}]}"))
          .isEqualTo("line b");
      assertThat(outcome("{\"amount\": \"12\"}")).isEqualTo("any");
      assertThat(outcome("{}")).isEqualTo("any");
    }

    @Test
    void may_be_null_an_object_or_found_by_a_filter() {
      order.mock("Charge").returns("\"any\"");
      order.mock("Charge").whenInput("$.coupon", null).returns("\"null\"");
      order.mock("Charge").whenInput("$.customer", Map.of("id", 7)).returns("\"seven\"");
      order.mock("Charge").whenInput("$.lines[?(@.n > 1)].n", List.of(2, 3)).returns("\"many\"");

      assertThat(outcome("{\"coupon\": null}")).isEqualTo("null");
      assertThat(outcome("{\"customer\": {\"id\": 7}}")).isEqualTo("seven");
      assertThat(outcome("{\"lines\": [{\"n\": 1}, {\"n\": 2}, {\"n\": 3}]}")).isEqualTo("many");
      assertThat(outcome("{}")).isEqualTo("any");
    }

    @Test
    void a_value_at_a_path_is_refused_at_once_if_its_path_is_none() {
      assertThatThrownBy(() -> order.mock("Charge").whenInput("amount", 12))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("'amount' is not a JSONPath into a document");
      assertThatThrownBy(() -> order.mock("Charge").whenInput("$.a[?(@.b", 12))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("'$.a[?(@.b' is not a JSONPath into a document");
    }
  }

  @Nested
  class A_part_of_the_input {
    @Test
    void leaves_other_members_alone_at_any_depth() {
      order.mock("Charge").returns("\"any\"");
      order
          .mock("Charge")
          .whenInput("{\"customer\": {\"id\": 7}, \"lines\": [{\"sku\": \"a\"}]}")
          .returns("\"match\"");

      assertThat(
              outcome(
                  """
                  {"customer": {"id": 7, "name": "Kim"}, "lines": [{"sku": "a", "n": 1}], "x": 1}"""))
          .isEqualTo("match");
      assertThat(outcome("{\"customer\": {\"id\": 7}, \"lines\": [{\"sku\": \"a\"}, {}]}"))
          .isEqualTo("any");
      assertThat(outcome("{\"customer\": {\"id\": 7}}")).isEqualTo("any");
      assertThat(outcome("[]")).isEqualTo("any");
    }

    @Test
    void may_be_given_as_an_object() {
      record Order(int id) {}
      order.mock("Charge").whenInput(new Order(7)).returns("\"seven\"");

      assertThat(outcome("{\"id\": 7, \"amount\": 1}")).isEqualTo("seven");
    }
  }

  @Nested
  class A_predicate {
    @Test
    void sees_the_call() {
      order.mock("Charge").returns("\"any\"");
      order
          .mock("Charge")
          .whenCall(call -> call.input().path("amount").asInt() > 100)
          .fails("Card.Declined");

      assertThat(outcome("{\"amount\": 101}")).isEqualTo("Card.Declined");
      assertThat(outcome("{\"amount\": 100}")).isEqualTo("any");
    }

    @Test
    void aborts_the_test_by_what_it_throws() {
      order.mock("Charge").whenCall(call -> call.inputAt("$.amount").asInt() > 100).returns(1);

      assertThatThrownBy(() -> order.start("{}", "run-1").finish())
          .isInstanceOf(MockAnswerError.class)
          .hasCauseInstanceOf(IllegalArgumentException.class)
          .hasMessageMatching(
              Texts.pattern(
                  """
                  The condition of mock("Charge").whenCall(…) at InputConditionsTest.java:# for \
                  'Charge' (order:4), attempt 1, threw java.lang.IllegalArgumentException: \
                  The input of 'Charge' has nothing at $.amount

                    execution  run-1
                    attempt    1
                    resource   arn:aws:lambda:us-east-1:123456789012:function:charge
                    input      { }

                  A condition only decides whether the mock answers the call. To look at a member \
                  that may be missing write call.input().path("name")."""));
    }

    @Test
    void a_predicate_that_asserts_fails_the_test_by_its_own_error() {
      AssertionError own = new AssertionError("mine");
      order
          .mock("Charge")
          .whenCall(
              call -> {
                throw own;
              })
          .returns(1);

      assertThatThrownBy(() -> order.run("{}")).isSameAs(own);
    }

    @Test
    void a_predicate_that_hangs_is_ended() {
      StepFunctionsEnvironment env =
          StepFunctionsEnvironment.builder().userCodeLimit(Duration.ofMillis(50)).build();
      TestStateMachine slow = env.define("order", Machines.ORDER);
      CountDownLatch never = new CountDownLatch(1);
      slow.mock("Charge")
          .whenCall(
              call -> {
                try {
                  never.await();
                } catch (InterruptedException e) {
                  return false;
                }
                return true;
              })
          .returns(1);

      assertThatThrownBy(() -> slow.run("{}"))
          .isInstanceOf(UserCodeTimeoutError.class)
          .hasMessageContaining("The condition of mock(\"Charge\").whenCall(…)");
    }

    @Test
    void cannot_change_what_the_answer_gets() {
      order
          .mock("Charge")
          .whenCall(
              call ->
                  ((com.fasterxml.jackson.databind.node.ObjectNode) call.input()).remove("a")
                      != null)
          .answers(call -> call.input());

      assertThat(order.run("{\"a\": 1}").output()).hasToString("Optional[{\"a\":1}]");
    }
  }

  @Test
  void several_conditions_hold_together() {
    order.mock("Charge").returns("\"any\"");
    order
        .mock("Charge")
        .whenInput("$.a", 1)
        .whenInput("{\"b\": 2}")
        .whenCall(call -> call.attempt() == 1)
        .returns("\"all\"");

    assertThat(outcome("{\"a\": 1, \"b\": 2}")).isEqualTo("all");
    assertThat(outcome("{\"a\": 1, \"b\": 3}")).isEqualTo("any");
    assertThat(outcome("{\"a\": 2, \"b\": 2}")).isEqualTo("any");
  }

  @Test
  void a_mock_with_a_condition_wins_over_one_without_in_whichever_order_they_are_made() {
    order.mock("Charge").whenInput("$.a", 1).returns("\"one\"");
    order.mock("Charge").returns("\"any\"");

    assertThat(outcome("{\"a\": 1}")).isEqualTo("one");
    assertThat(outcome("{\"a\": 2}")).isEqualTo("any");
  }

  @Test
  void a_mock_by_state_wins_over_one_by_resource_with_a_condition() {
    order.mockResource("*").whenInput("$.a", 1).returns("\"resource\"");
    order.mock("Charge").returns("\"state\"");

    assertThat(outcome("{\"a\": 1}")).isEqualTo("state");
  }

  @Test
  void each_mock_counts_the_calls_that_it_answers() {
    TestStateMachine lines = Machines.order();
    lines.mock("Charge").returns("{\"lines\": [1, 2, 1, 2]}");
    lines.mock("Store").returnsPayload("{\"lines\": [1, 2, 1, 2]}");
    lines.mock("AwaitApproval").returns("{\"lines\": [1, 2, 1, 2]}");
    lines.mock("Pick").whenInput("$", 1).returns("\"a\"").thenReturns("\"b\"");
    lines.mock("Pick").whenInput("$", 2).returns("\"c\"").thenReturns("\"d\"");
    lines.mock("Notify").returns(1);

    var run = lines.run("{}");

    assertThat(run.visits("Lines").get(0).output().orElseThrow())
        .hasToString("[\"a\",\"c\",\"b\",\"d\"]");
  }

  @Test
  void a_condition_after_an_answer_is_refused() {
    TaskMock next = order.mock("Charge").returns(1).then();

    assertThatThrownBy(() -> next.whenInput("$.a", 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "order.mock(\"Charge\") already has an answer: a condition on the input comes before it,"
                + " as in mock(…).whenInput(…).returns(…). For other inputs declare another mock.");
  }

  @Test
  void a_call_that_no_mock_wants_is_told_why_by_each() {
    order.mock("Charge").whenInput("$.amount", 12).returns(1);
    order.mock("Charge").whenInput("{\"customer\": {\"id\": 7}}").returns(1);
    order.mock("Charge").whenCall(call -> false).returns(1);

    assertThatThrownBy(() -> order.start("{\"amount\": 13, \"customer\": {}}", "run-1").finish())
        .isInstanceOf(UnmockedTaskError.class)
        .hasMessageMatching(
            Texts.pattern(
                """
                No mock answers the Task 'Charge' (order:4).

                  execution  run-1
                  attempt    1
                  resource   arn:aws:lambda:us-east-1:123456789012:function:charge
                  input      {
                               "amount" : 13,
                               "customer" : { }
                             }

                Mocks that do not match:
                  mock("Charge").whenInput("$.amount", 12) at InputConditionsTest.java:#: the input has 13 at $.amount, not 12
                  mock("Charge").whenInput("{\\"customer\\":{\\"id\\":7}}") at InputConditionsTest.java:#: the input has no /customer/id, expected 7
                  mock("Charge").whenCall(…) at InputConditionsTest.java:#: its condition does not hold for this call

                Add to the test:
                  order.mock("Charge").returns(Map.of());"""));
  }

  @Test
  void every_kind_of_miss_is_told_by_its_place() {
    List<List<String>> misses =
        Arrays.asList(
            List.of("{\"a\": 1}", "[]", "has [] at its root, not {\"a\":1}"),
            List.of("{\"a/b\": {\"c~\": 1}}", "{\"a/b\": {}}", "has no /a~1b/c~0, expected 1"),
            List.of("[1, 2]", "[1]", "has 1 items at its root, not 2"),
            List.of(
                "{\"a\": [1, {\"b\": 2}]}", "{\"a\": [1, {\"b\": 3}]}", "has 3 at /a/1/b, not 2"));

    assertThat(misses)
        .allSatisfy(
            miss -> {
              TestStateMachine machine = Machines.charge();
              machine.mock("Charge").whenInput(miss.get(0)).returns(1);
              assertThatThrownBy(() -> machine.run(miss.get(1)))
                  .hasMessageContaining(": the input " + miss.get(2) + "\n");
            });
  }

  @Test
  void an_unused_mock_tells_what_the_calls_were_like() {
    order.mock("Charge").returns(1);
    order.mock("Charge").whenInput("$.amount", 12).returns(1);

    order.run("{\"amount\": 13}");
    assertThatThrownBy(() -> order.mocks().verifyUsed())
        .hasMessageContaining("order.mock(\"Charge\").whenInput(\"$.amount\", 12)\n")
        .hasMessageContaining(
            "It received one call that it does not match: the input has 13 at $.amount, not 12.");

    order.run("{}");
    assertThatThrownBy(() -> order.mocks().verifyUsed())
        .hasMessageContaining(
            "It received 2 calls that it does not match; of the last, the input has nothing at $.amount, not 12.");
  }

  @Test
  void a_later_mock_of_the_same_input_replaces_the_earlier() {
    order.mock("Charge").whenInput("$.amount", 12).returns("\"first\"");
    order.mock("Charge").whenInput("$.amount", 12).returns("\"second\"");

    assertThat(outcome("{\"amount\": 12}")).isEqualTo("second");
    assertThatThrownBy(() -> order.mocks().verifyUsed())
        .hasMessageContaining("It was replaced at InputConditionsTest.java:");
  }
}
