package io.stepunit.internal.validation;

import static io.stepunit.internal.validation.Machines.problems;
import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.asl.Diagnostic;
import io.stepunit.asl.Rule;
import io.stepunit.asl.WorkflowType;
import io.stepunit.load.DefinitionLoader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that AWS accepts and that can only fail. */
class DoubtfulExpressionsTest {
  private static String pass(String call) {
    return "\"S\": {\"Type\": \"Pass\", \"End\": true, \"Parameters\": {\"x.$\": \""
        + call
        + "\"}}";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "States.MathAdd(1, '-1')                       | argument 2 of States.MathAdd is \"-1\", but must be a number",
        "States.StringSplit($.a, 1)                    | argument 2 of States.StringSplit is 1, but must be a string",
        "States.Format('{} and {}', $.a)               | Invalid arguments in States.Format",
        "States.Format('{}', States.Hash($.a, 'MD6'))  | Invalid arguments in States.Hash",
        "States.ArrayRange(1, 1001, 1)                 | Invalid arguments in States.ArrayRange",
        "States.MathRandom(5, 1)                       | Invalid arguments in States.MathRandom"
      })
  void literals_that_a_function_does_not_take_are_warned_of(String call, String problem) {
    assertThat(problems(Rule.INTRINSIC_ARGUMENT, pass(call)))
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.message())
                  .isEqualTo("The function '" + call + "' always fails: " + problem);
              assertThat(warning.location().pointer()).isEqualTo("/States/S/Parameters");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "States.MathAdd(1, $.a)",
        "States.Format('{} and {}', $.a, States.UUID())",
        "States.StringSplit($.a, ',')",
        "States.ArrayPartition($.a, 4)",
        "States.Array()",
        "States.UUID()"
      })
  void what_depends_on_the_input_is_not_judged(String call) {
    assertThat(problems(pass(call))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{% $eval('1') %}                                     | $eval",
        "{% $nope($states.input.a) %}                         | $nope",
        "{% $map($states.input.a, function($v) { $f($v) }) %} | $f"
      })
  void functions_that_there_are_not_are_warned_of(String expression, String function) {
    assertThat(jsonata(expression))
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.rule()).isEqualTo(Rule.UNKNOWN_FUNCTION);
              assertThat(warning.message())
                  .isEqualTo("There is no function '" + function + "' in Step Functions");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{% $sum([1, 2]) %}",
        "{% $partition([1, 2], 1) %}",
        "{% $uuid() %}",
        "{% ($f := function($x) { $x }; $f(1)) %}",
        "{% $map([1], $string) %}"
      })
  void functions_that_there_are_or_that_are_defined_are_fine(String expression) {
    assertThat(jsonata(expression)).isEmpty();
  }

  private static Iterable<Diagnostic> jsonata(String expression) {
    return DefinitionLoader.validate(
        "m",
        """
        {"QueryLanguage": "JSONata", "StartAt": "S", "States": {
          "S": {"Type": "Succeed", "Output": "%s"}}}
        """
            .formatted(expression),
        WorkflowType.STANDARD);
  }
}
