package io.stepunit.internal.expression.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.EvaluationException;
import io.stepunit.internal.expression.ExpressionSyntaxException;
import io.stepunit.internal.expression.Expressions;
import io.stepunit.internal.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferencePathTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$           | {\"a\":1}              | 9",
        "$           | 5                      | 9",
        "$.a         | {\"a\":1,\"b\":2}      | {\"a\":9,\"b\":2}",
        "$.c         | {\"a\":1}              | {\"a\":1,\"c\":9}",
        "$.x.y.z     | {\"a\":1}              | {\"a\":1,\"x\":{\"y\":{\"z\":9}}}",
        "$.a.c       | {\"a\":{\"b\":1}}      | {\"a\":{\"b\":1,\"c\":9}}",
        "$['a b'].c  | {}                     | {\"a b\":{\"c\":9}}",
        "$.l[1]      | {\"l\":[1,2,3]}        | {\"l\":[1,9,3]}",
        "$.l[0].k    | {\"l\":[{\"j\":1}]}    | {\"l\":[{\"j\":1,\"k\":9}]}",
        "$[0].k      | [{}]                   | [{\"k\":9}]",
        "$.a         | {\"a\":null}           | {\"a\":9}"
      })
  void puts_a_value_in_its_place(String path, String document, String expected) {
    JsonNode result = Expressions.resultPath(path).put(Json.parse(document), Json.parse("9"));

    assertThat(result).hasToString(expected);
  }

  @Test
  void the_document_stays_as_it_is_and_shares_what_was_not_touched() {
    JsonNode document = Json.parse("{\"big\": {\"x\": [1, 2]}, \"a\": {\"b\": 1}}");
    JsonNode before = document.deepCopy();

    JsonNode result = ReferencePath.compile("$.a.c").put(document, Json.parse("2"));

    assertThat(document).isEqualTo(before);
    assertThat(result.get("big")).isSameAs(document.get("big"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$.a       | \"text\"",
        "$.a       | [1]",
        "$.a       | null",
        "$.a.b     | {\"a\":1}",
        "$.a.b     | {\"a\":null}",
        "$[0]      | {}",
        "$.l[2]    | {\"l\":[1,2]}",
        "$.x[0]    | {}"
      })
  void a_document_without_such_a_place_fails_with_the_text_of_aws(String path, String document) {
    ReferencePath reference = ReferencePath.compile(path);

    assertThatThrownBy(() -> reference.put(Json.parse(document), Json.parse("9")))
        .isInstanceOfSatisfying(
            EvaluationException.class,
            e -> {
              assertThat(e.error()).isEqualTo("States.ReferencePathConflict");
              assertThat(e.causeText())
                  .isEqualTo("Unable to apply ReferencePath " + path + " to input " + document);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "$$.a",
        "$$",
        "$v",
        "$v.a",
        "$.a[*]",
        "$..a",
        "$.a[1:]",
        "$.a[?(@.b)]",
        "$.a[-1]",
        "$['a','b']",
        "$.",
        "$.a..b",
        "States.UUID()"
      })
  void what_names_no_single_place_of_the_input_is_refused(String text) {
    assertThatThrownBy(() -> Expressions.resultPath(text))
        .isInstanceOfSatisfying(
            ExpressionSyntaxException.class,
            e -> {
              assertThat(e.problem()).isEqualTo("Value is not a Reference Path");
              assertThat(e.detail()).contains("found '" + text + "'").contains("$.order.items[0]");
            });
  }

  @Test
  void keeps_its_text() {
    assertThat(ReferencePath.compile("$.a['b'] ").text()).isEqualTo("$.a['b']");
  }
}
