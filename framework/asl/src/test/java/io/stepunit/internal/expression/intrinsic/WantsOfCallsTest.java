package io.stepunit.internal.expression.intrinsic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.EvaluationException;
import io.stepunit.internal.expression.Expr;
import io.stepunit.internal.expression.Granted;
import io.stepunit.internal.expression.TestScope;
import io.stepunit.internal.expression.Want;
import io.stepunit.internal.expression.Wants;
import io.stepunit.internal.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WantsOfCallsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          States.StringToJson($.body)                       | {"status": "DONE"}
          States.JsonToString($.body)                       | "{\\"a\\":1}"
          States.ArrayLength($.list)                        | 3
          States.ArrayContains($.list, 'x')                 | true
          States.ArrayContains($.list, 1)                   | false
          States.ArrayGetItem($.list, 1)                    | "second"
          States.ArrayPartition($.list, 2)                  | [[1,2],[3]]
          States.ArrayUnique($.list)                        | [1,2]
          States.Array($.a, $.b)                            | [1,"two"]
          States.MathAdd($.n, 2)                            | 10
          States.MathAdd(-1, $.n)                           | 0
          States.Format('job-{}.csv', $.name)               | "job-7.csv"
          States.StringSplit($.key, '/')                    | ["a","b"]
          States.ArrayGetItem(States.StringSplit($.key, '.'), 1) | "pdf"
          States.Base64Encode($.text)                       | "YQ=="
          States.Base64Decode($.text)                       | "a"
          States.ArrayLength(States.StringToJson($.body))   | 2
          """)
  void calls_say_what_it_takes_to_have_a_value(String call, String wanted) {
    Expr expr = IntrinsicCall.compile(call);
    JsonNode input = Json.parse("{\"list\": [1], \"n\": 1, \"key\": \"a.b\"}");

    Wants wants = expr.wants(TestScope.of(input), List.of(), new Want.Value.Is(Json.parse(wanted)));

    assertThat(wants.ways()).isNotEmpty();
    assertThat(expr.evaluate(TestScope.of(Granted.in(input, wants.ways().get(0)))))
        .isEqualTo(Json.parse(wanted));
  }

  @Test
  void a_text_that_is_no_json_is_wanted_somewhere_in_the_json() {
    Expr expr = IntrinsicCall.compile("States.JsonToString($.item)");

    Wants wants =
        expr.wants(TestScope.of("{}"), List.of(), new Want.Value.Is(Json.parse("\"xZx\"")));

    assertThat(wants.ways())
        .hasSize(3)
        .allSatisfy(
            way ->
                assertThat(
                        expr.evaluate(TestScope.of(Granted.in(Json.NODES.objectNode(), way)))
                            .textValue())
                    .contains("xZx"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          States.MathRandom($.n, $.one)
          States.ArrayGetItem($.list, 3)
          States.ArrayRange(1, $.n, $.zero)
          States.ArrayPartition($.list, $.zero)
          States.MathRandom(1, States.StringToJson($.text))
          """)
  void calls_that_fail_say_what_it_takes_to_succeed(String call) {
    Expr expr = IntrinsicCall.compile(call);
    JsonNode input =
        Json.parse(
            "{\"list\": [1], \"n\": 1, \"one\": 1, \"zero\": 0, \"key\": \"a.b\", \"text\": \"1\"}");

    assertThatThrownBy(() -> expr.evaluate(TestScope.of(input)))
        .isInstanceOf(EvaluationException.class);
    assertThat(expr.toSucceed(TestScope.of(input)).ways())
        .anySatisfy(way -> expr.evaluate(TestScope.of(Granted.in(input, way))));
  }

  @ParameterizedTest
  @CsvSource({"States.UUID()", "States.Hash($.a 'MD5')", "States.ArrayLength($.a) "})
  void what_cannot_be_worked_back_is_impossible(String call) {
    String text = call.strip().replace(" '", ", '");

    Wants wants =
        IntrinsicCall.compile(text)
            .wants(TestScope.of("{}"), List.of(), new Want.Value.Is(Json.parse("\"text\"")));

    assertThat(wants).isEqualTo(Wants.IMPOSSIBLE);
  }
}
