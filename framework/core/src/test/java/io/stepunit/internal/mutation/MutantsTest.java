package io.stepunit.internal.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.load.DefinitionLoader;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MutantsTest {
  private static final String TASK =
      "'Type': 'Task', 'Resource': 'arn:aws:lambda:us-east-1:123456789012:function:charge'";

  private static CompiledDefinition definition(String asl) {
    return CompiledDefinition.of(
        DefinitionLoader.fromText("order.asl.json", asl.replace('\'', '"')));
  }

  private static List<Mutant> mutants(String asl) {
    return Mutants.of(definition(asl));
  }

  private static List<String> of(MutationOperator operator, String asl) {
    return mutants(asl).stream()
        .filter(mutant -> mutant.operator() == operator)
        .map(Mutant::description)
        .toList();
  }

  /** One Task with further fields, and two ways to end. */
  private static String task(String fields) {
    return """
        {'StartAt': 'Charge', 'States': {
          'Charge': {%s, %s, 'Next': 'Check'},
          'Check': {'Type': 'Choice', 'Choices': [{'Variable': '$.ok', 'IsPresent': false, 'Next': 'Refuse'}],
            'Default': 'Done'},
          'Refuse': {'Type': 'Fail', 'Error': 'Refused'},
          'Done': {'Type': 'Pass', 'End': true}}}"""
        .formatted(TASK, fields);
  }

  private static final String RETRY_AND_CATCH =
      """
      'Retry': [{'ErrorEquals': ['Busy', 'Slow'], 'IntervalSeconds': 2, 'BackoffRate': 3, 'MaxAttempts': 2}],
      'Catch': [{'ErrorEquals': ['Declined'], 'Next': 'Refuse'}, {'ErrorEquals': ['States.ALL'], 'Next': 'Done'}]""";

  @Test
  void each_is_a_definition_that_differs_from_the_original() {
    CompiledDefinition original = definition(task(RETRY_AND_CATCH));

    List<Mutant> mutants = Mutants.of(original);

    assertThat(mutants)
        .hasSizeGreaterThan(10)
        .allSatisfy(
            mutant ->
                assertThat(mutant.in(original).source())
                    .isEqualTo(mutant.in(original.source()))
                    .isNotEqualTo(original.source()));
  }

  @Test
  void ids_are_unique_and_the_same_each_time() {
    List<String> ids = mutants(task(RETRY_AND_CATCH)).stream().map(Mutant::id).toList();

    assertThat(ids)
        .doesNotHaveDuplicates()
        .contains("DropCatcher/States/Charge/Catch/0", "ChangeNext/States/Charge/Catch/0/Next")
        .isEqualTo(mutants(task(RETRY_AND_CATCH)).stream().map(Mutant::id).toList());
  }

  @Test
  void tell_what_a_test_has_to_reach() {
    List<Mutant> mutants = mutants(task(RETRY_AND_CATCH));

    assertThat(mutants)
        .filteredOn(mutant -> mutant.operator() == MutationOperator.DROP_CATCHER)
        .extracting(Mutant::reach)
        .containsExactly("/States/Charge/Catch/0", "/States/Charge/Catch/1");
    assertThat(mutants)
        .filteredOn(mutant -> mutant.operator() == MutationOperator.CHANGE_MAX_ATTEMPTS)
        .extracting(Mutant::reach)
        .containsExactly("/States/Charge/Retry/0#used", "/States/Charge/Retry/0#exhausted");
  }

  @Nested
  class Handlers {
    @Test
    void are_left_out_changed_and_put_in_another_order() {
      assertThat(mutants(task(RETRY_AND_CATCH)))
          .extracting(Mutant::description)
          .contains(
              "Retry[0] of Charge is left out",
              "Retry[0].MaxAttempts of Charge: 2 became 1",
              "Retry[0].MaxAttempts of Charge: 2 became 3",
              "Retry[0].IntervalSeconds of Charge: 2 became 4",
              "Retry[0].BackoffRate of Charge: 3 became 1.0",
              "Retry[0].ErrorEquals[1] of Charge is left out",
              "Retry[0].ErrorEquals of Charge: [\"Busy\",\"Slow\"] became [\"States.ALL\"]",
              "Catch[0] of Charge is left out",
              "Catch[0].Next of Charge: Refuse became Done",
              "Catch[1].ResultPath of Charge became null");
    }

    @Test
    void have_no_other_order_where_no_error_matches_both() {
      String both =
          "'Catch': [{'ErrorEquals': ['A'], 'Next': 'Refuse'}, {'ErrorEquals': ['%s'], 'Next': 'Done'}]";

      assertThat(of(MutationOperator.SWAP_CATCHERS, task(both.formatted("B")))).isEmpty();
      assertThat(of(MutationOperator.SWAP_CATCHERS, task(both.formatted("States.TaskFailed"))))
          .containsExactly("Catch of Charge: [0] and [1] change places");
    }

    @Test
    void that_no_error_reaches_stay_as_they_are() {
      String unreachable =
          "'Retry': [{'ErrorEquals': ['States.HeartbeatTimeout'], 'MaxAttempts': 2}]";

      assertThat(mutants(task(unreachable)))
          .extracting(Mutant::pointer)
          .noneMatch(pointer -> pointer.contains("/Retry"));
    }

    @Test
    void have_no_other_backoff_rate_where_there_is_one_retry() {
      String once = "'Retry': [{'ErrorEquals': ['Busy'], 'MaxAttempts': 1}]";

      assertThat(of(MutationOperator.CHANGE_BACKOFF_RATE, task(once))).isEmpty();
    }

    @Test
    void lose_a_longest_delay_only_where_a_delay_would_be_longer() {
      String longest =
          "'Retry': [{'ErrorEquals': ['Busy'], 'MaxAttempts': 4, 'MaxDelaySeconds': %s}]";

      assertThat(of(MutationOperator.DROP_MAX_DELAY, task(longest.formatted(3)))).hasSize(1);
      assertThat(of(MutationOperator.DROP_MAX_DELAY, task(longest.formatted(60)))).isEmpty();
    }
  }

  @Nested
  class Times {
    @Test
    void are_left_out() {
      String limits = "'TimeoutSeconds': 60, 'HeartbeatSeconds': 10";

      assertThat(mutants(task(limits)))
          .extracting(Mutant::description)
          .contains(
              "TimeoutSeconds of Charge is left out", "HeartbeatSeconds of Charge is left out");
    }

    @Test
    void of_the_machine_are_left_out() {
      String asl = "{'TimeoutSeconds': 9, 'StartAt': 'A', 'States': {'A': {'Type': 'Succeed'}}}";

      assertThat(mutants(asl))
          .singleElement()
          .satisfies(
              mutant -> {
                assertThat(mutant.description())
                    .isEqualTo("TimeoutSeconds of the machine is left out");
                assertThat(mutant.reach()).isEqualTo("/TimeoutSeconds#hit");
              });
    }

    @Test
    void of_waiting_become_nothing() {
      String asl = "{'StartAt': 'A', 'States': {'A': {'Type': 'Wait', 'Seconds': 9, 'End': true}}}";

      assertThat(of(MutationOperator.DROP_WAIT, asl)).containsExactly("Seconds of A: 9 became 0");
    }
  }

  @Nested
  class Data {
    @Test
    void goes_elsewhere() {
      String fields =
          "'InputPath': '$.order.lines', 'ResultPath': '$.paid', 'OutputPath': '$',"
              + " 'Parameters': {'id.$': '$.order.id', 'limit': 5, 'deep': {'test': true}}";

      assertThat(mutants(task(fields)))
          .extracting(Mutant::description)
          .contains(
              "InputPath of Charge is left out",
              "InputPath of Charge: $.order.lines became $.order",
              "ResultPath of Charge is left out",
              "ResultPath of Charge: $.paid became null",
              "Parameters.id.$ of Charge: $.order.id became $.order",
              "Parameters.id.$ of Charge is left out",
              "Parameters.limit of Charge: 5 became 6",
              "Parameters.deep.test of Charge: true became false")
          .doesNotContain("OutputPath of Charge is left out");
    }

    @Test
    void that_nobody_reads_is_left_alone() {
      String caught = "'Catch': [{'ErrorEquals': ['A'], 'ResultPath': '$.e', 'Next': 'Refuse'}]";

      assertThat(of(MutationOperator.CHANGE_RESULT_PATH, task(caught)))
          .containsExactly("ResultPath of Charge became null");
    }

    @Test
    void of_variables_is_not_assigned() {
      String assigned = "'Assign': {'paid': true}";

      assertThat(of(MutationOperator.DROP_ASSIGN, task(assigned)))
          .containsExactly("Assign.paid of Charge is left out");
    }

    @Test
    void of_an_error_is_another() {
      assertThat(
              of(
                  MutationOperator.CHANGE_ERROR,
                  task("'Catch': [{'ErrorEquals': ['A'], 'Next': 'Refuse'}]")))
          .containsExactly("Error of Refuse: Refused became Refused?");
    }
  }

  @Nested
  class Choices {
    private static String choice(String rules) {
      return """
          {'StartAt': 'How', 'States': {
            'How': {'Type': 'Choice', 'Choices': [%s], 'Default': 'C'},
            'A': {'Type': 'Pass', 'Next': 'C'}, 'B': {'Type': 'Pass', 'Next': 'C'},
            'C': {'Type': 'Pass', 'End': true}}}"""
          .formatted(rules);
    }

    @Test
    void are_negated_shifted_left_out_and_put_in_another_order() {
      String rules =
          "{'And': [{'Variable': '$.n', 'NumericLessThan': 5}, {'Variable': '$.x', 'IsPresent': true}],"
              + " 'Next': 'A'},"
              + " {'Variable': '$.n', 'NumericGreaterThanEqualsPath': '$.m', 'Next': 'B'}";

      assertThat(mutants(choice(rules)))
          .filteredOn(mutant -> mutant.state().equals("/States/How"))
          .extracting(Mutant::description)
          .contains(
              "Choices[0].And[0] of How: the condition is negated",
              "Choices[0].And[0] of How: NumericLessThan became NumericLessThanEquals",
              "Choices[0].And[1].IsPresent of How: true became false",
              "Choices[0] of How: And became Or",
              "Choices[1] of How: NumericGreaterThanEqualsPath became NumericGreaterThanPath",
              "Choices of How: [0] and [1] change places",
              "Default of How is left out",
              "Choices[0].Next of How: A became C");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{'Variable': '$.x', 'StringEquals': 'a', 'Next': 'A'},"
              + " {'Variable': '$.x', 'StringEquals': 'b', 'Next': 'B'}",
          "{'Variable': '$.x', 'IsNull': true, 'Next': 'A'},"
              + " {'Variable': '$.y', 'IsNull': true, 'Next': 'A'}"
        })
    void have_no_other_order_where_it_makes_no_difference(String rules) {
      String all =
          choice(rules)
              .replace("'StartAt': 'How'", "'StartAt': 'B'")
              .replace(
                  "'B': {'Type': 'Pass', 'Next': 'C'}", "'B': {'Type': 'Pass', 'Next': 'How'}");

      assertThat(of(MutationOperator.SWAP_RULES, all)).isEmpty();
    }

    @Test
    void of_jsonata_are_negated_too() {
      String asl =
          choice(
                  "{'Condition': '{% $states.input.n > 3 and $states.input.go %}', 'Next': 'A'},"
                      + " {'Condition': '{% $states.input.n = 1 %}', 'Next': 'B'}")
              .replace("{'StartAt'", "{'QueryLanguage': 'JSONata', 'StartAt'");

      assertThat(of(MutationOperator.NEGATE_CONDITION, asl)).hasSize(2);
      assertThat(of(MutationOperator.CHANGE_EXPRESSION, asl))
          .extracting(text -> text.substring(0, text.indexOf(" in ")))
          .containsExactly(
              "Choices[0].Condition of How: > became >=",
              "Choices[0].Condition of How: 3 became 4",
              "Choices[0].Condition of How: and became or",
              "Choices[1].Condition of How: = became !=",
              "Choices[1].Condition of How: 1 became 2");
    }
  }

  @Nested
  class Maps {
    private static final String MAP =
        """
        {'StartAt': 'Lines', 'States': {'Lines': {'Type': 'Map', 'ItemsPath': '$.lines', %s,
          'ItemProcessor': {'StartAt': 'One', 'States': {
            'One': {'Type': 'Wait', 'Seconds': 3, 'End': true}}}, 'End': true}}}""";

    @Test
    void have_another_concurrency_and_tolerance() {
      assertThat(mutants(MAP.formatted("'MaxConcurrency': 4, 'ToleratedFailureCount': 2")))
          .extracting(Mutant::description)
          .contains(
              "MaxConcurrency of Lines is left out",
              "MaxConcurrency of Lines: 4 became 1",
              "ToleratedFailureCount of Lines is left out",
              "ToleratedFailureCount of Lines: 2 became 3",
              "ItemsPath of Lines is left out");
    }

    @Test
    void have_mistakes_inside() {
      assertThat(mutants(MAP.formatted("'Comment': 'x'")))
          .extracting(Mutant::id)
          .contains("DropWait/States/Lines/ItemProcessor/States/One/Seconds");
    }
  }

  @Nested
  class Transitions {
    private static final String LINE =
        """
        {'StartAt': 'A', 'States': {'A': {'Type': 'Pass', 'Next': 'B'},
          'B': {'Type': 'Pass', 'Next': 'C'}, 'C': {'Type': 'Pass', 'Next': 'D'},
          'D': {'Type': 'Pass', 'End': true}}}""";

    @Test
    void lead_past_the_right_state() {
      assertThat(of(MutationOperator.CHANGE_NEXT, LINE))
          .containsExactly(
              "Next of A: B became C",
              "Next of A: B became D",
              "Next of B: C became D",
              "Next of B: C became A",
              "Next of C: D became A",
              "Next of C: D became B");
    }
  }
}
