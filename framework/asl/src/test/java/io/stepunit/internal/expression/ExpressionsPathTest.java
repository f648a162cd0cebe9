package io.stepunit.internal.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionsPathTest {
  private final TestScope scope =
      TestScope.of(
              """
              {"order": {"id": 7, "lines": [{"sku": "a"}, {"sku": "b"}], "none": null},
               "delivery-partner": "DHL"}\
              """)
          .withContext("{\"Execution\": {\"Name\": \"run-1\"}}")
          .withVariable("limits", "{\"max\": [10, 20]}")
          .withVariable("größe", "3");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$.order.id                  | 7",
        "$['order']['lines'][1].sku  | \"b\"",
        "$.order.lines[-1].sku       | \"b\"",
        "$.order.none                | null",
        "$.delivery-partner          | \"DHL\"",
        "$.order.lines[*].sku        | [\"a\",\"b\"]",
        "$.order.lines[?(@.sku == 'x')] | []",
        "$$.Execution.Name           | \"run-1\"",
        "$$..Name                    | [\"run-1\"]",
        "$limits.max[1]              | 20",
        "$limits['max'][0]           | 10",
        "$limits.max[*]              | [10,20]",
        "$größe                      | 3"
      })
  void finds_input_context_and_variables(String path, String expected) {
    JsonNode value = Expressions.path(path).evaluate(scope);

    assertThat(Json.text(value)).isEqualTo(expected);
  }

  @Test
  void the_root_is_the_very_document() {
    assertThat(Expressions.path("$").evaluate(scope)).isSameAs(scope.input());
    assertThat(Expressions.path("$$").evaluate(scope)).isSameAs(scope.context());
    assertThat(Expressions.path("$limits").evaluate(scope)).isSameAs(scope.variable("limits"));
  }

  @Test
  void blanks_after_a_path_do_not_count() {
    assertThat(Expressions.path("$.order.id ").evaluate(scope)).hasToString("7");
  }

  @Test
  void a_backslash_in_a_quoted_name_escapes_only_the_quote_and_itself() {
    TestScope odd = TestScope.of("{\"a\\\\\\\"b\": 1, \"it's\": 2, \"c\\\\d\": 3}");

    assertThat(Expressions.path("$['a\\\"b']").evaluate(odd)).hasToString("1");
    assertThat(Expressions.path("$['it\\'s']").evaluate(odd)).hasToString("2");
    assertThat(Expressions.path("$['c\\\\d']").evaluate(odd)).hasToString("3");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "$.x              | Invalid path '$.x' : No results for path: $['x']",
        "$.order.x        | Invalid path '$.order.x' : No results for path: $['order']['x']",
        "$.no.such.path   | Invalid path '$.no.such.path' : Missing property in path $['no']",
        "$.order.lines[2] | Invalid path '$.order.lines[2]' : No results for path:"
            + " $['order']['lines'][2]",
        "$.order.id[0]    | Invalid path '$.order.id[0]' : Filter: [0] can only be applied to"
            + " arrays. Current context is: 7",
        "$.order.id.x     | Invalid path '$.order.id.x' : Property ['x'] not found in path"
            + " $['order']['id']",
        "$.order.lines.sku | Invalid path '$.order.lines.sku' : Property ['sku'] not found in path"
            + " $['order']['lines']",
        "$$.Nope          | Invalid path '$$.Nope' : No results for path: $['Nope']",
        "$nope.a          | Invalid path '$nope.a' : The variable 'nope' is not assigned"
      })
  void a_path_that_finds_nothing_fails_with_the_library_s_reason(String path, String cause) {
    Expr expr = Expressions.path(path);

    assertThatThrownBy(() -> expr.evaluate(scope))
        .isInstanceOfSatisfying(
            EvaluationException.class,
            e -> {
              assertThat(e.error()).isEqualTo("States.Runtime");
              assertThat(e.causeText()).isEqualTo(cause);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"order", "", "States.UUID()", "$.a b", "$-x", "$.a..", "$$x"})
  void a_text_that_is_no_path_is_refused(String text) {
    assertThatThrownBy(() -> Expressions.path(text))
        .isInstanceOfSatisfying(
            ExpressionSyntaxException.class,
            e -> {
              assertThat(e.problem()).isEqualTo("Value is not a valid JSONPath");
              assertThat(e.detail()).startsWith("found '" + text + "'; ");
              assertThat(e.pointer()).isEmpty();
            });
  }
}
