package io.stepunit.internal.jsonata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.stepunit.internal.json.Json;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignatureTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "<s-nn?:s>   | ['a',1]        | 'ctx' | ['a',1,-]",
        "<s-nn?:s>   | [1]            | 'ctx' | ['ctx',1,-]",
        "<s-nn?:s>   | [1,2]          | 'ctx' | ['ctx',1,2]",
        "<s-:s>      | []             | 'ctx' | ['ctx']",
        "<a<n>:n>    | [7]            | null  | [[7]]",
        "<a+>        | [[1],2]        | null  | [[1],[2]]",
        "<(sn)n?:s>  | ['a']          | null  | ['a',-]",
        "<af?:a>     | [[1]]          | null  | [[1],-]",
        "<:n>        | []             | null  | []"
      })
  void arguments_as_the_function_gets_them(
      String signature, String given, String context, String expected) {
    JsonNode[] arguments = Signature.of(signature).arguments(values(given), value(context));

    assertThat(shown(arguments)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "<s-nn?:s>   | ['a','b']      | 'ctx' | T0410 | Argument 2 of function \"f\" does not match function signature",
        "<s-:s>      | []             | 1     | T0411 | Context value is not a compatible type with argument 1 of function \"f\"",
        "<a<s>s?:s>  | [[1,2]]        | null  | T0412 | Argument 1 of function \"f\" must be an array of \"strings\"",
        "<n:n>       | [1,2]          | null  | T0410 | Argument 2 of function \"f\" does not match function signature",
        "<a<a<n>>:n> | [1]            | null  | T0412 | Argument 1 of function \"f\" must be an array of undefined"
      })
  void arguments_that_do_not_fit(
      String signature, String given, String context, String code, String text) {
    Signature parsed = Signature.of(signature);

    JsonataError error =
        catchThrowableOfType(
            () -> parsed.arguments(values(given), value(context)), JsonataError.class);

    assertThat(error.code()).isEqualTo(code);
    assertThat(error.in("f").text()).isEqualTo(text);
  }

  @Test
  void only_arrays_and_functions_have_type_parameters() {
    SignatureProblem problem =
        catchThrowableOfType(() -> Signature.of("<n<n>>"), SignatureProblem.class);

    assertThat(problem.code()).isEqualTo("S0401");
    assertThat(problem.offset()).isEqualTo(2);
  }

  private static JsonNode value(String text) {
    return Json.parse(text.replace('\'', '"'));
  }

  private static JsonNode[] values(String text) {
    List<JsonNode> values = new ArrayList<>();
    ((ArrayNode) value(text)).forEach(values::add);
    return values.toArray(new JsonNode[0]);
  }

  private static String shown(JsonNode[] values) {
    List<String> texts = new ArrayList<>();
    for (JsonNode value : values) {
      texts.add(value == MissingNode.getInstance() ? "-" : Json.text(value).replace('"', '\''));
    }
    return "[" + String.join(",", texts) + "]";
  }
}
