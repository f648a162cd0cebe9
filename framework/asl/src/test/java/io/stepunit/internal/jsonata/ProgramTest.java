package io.stepunit.internal.jsonata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.jsonata.LimitExceeded.Limit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The language without its functions. */
class ProgramTest {
  private static final String ARROW = "  ==> ";
  private static final String DATA = "# data ";
  private static final String SYNTAX = "error S";
  private static final String ERROR = "error ";
  private static final String NUMBER = "number ";

  @ParameterizedTest
  @MethodSource("expressions")
  void evaluates_as_the_reference_implementation_does(String text, String expected) {
    Map<String, JsonNode> variables = Map.of("given", Json.parse("{\"x\": 1}"));

    if (expected.startsWith(SYNTAX)) {
      assertThatThrownBy(() -> Programs.value(text))
          .isInstanceOf(SyntaxProblem.class)
          .hasMessage(expected.substring(expected.indexOf(':') + 2));
      return;
    }
    if (expected.startsWith(ERROR)) {
      JsonataError error =
          catchThrowableOfType(() -> Programs.value(text, data(), variables), JsonataError.class);
      assertThat(error).as(text).isNotNull();
      assertThat(error.code() + ": " + error.text()).isEqualTo(expected.substring(ERROR.length()));
      return;
    }
    JsonNode value = Programs.value(text, data(), variables);
    if (expected.equals("undefined")) {
      assertThat(value).isSameAs(Values.UNDEFINED);
    } else if (expected.startsWith(NUMBER)) {
      assertThat(Double.toString(value.doubleValue()))
          .isEqualTo(expected.substring(NUMBER.length()));
    } else {
      assertThat(Json.sameValue(value, Json.parse(expected)))
          .as("%s = %s, expected %s", text, value, expected)
          .isTrue();
    }
  }

  static Stream<Arguments> expressions() {
    return lines()
        .filter(line -> !line.startsWith("#"))
        .map(
            line -> {
              int arrow = line.lastIndexOf(ARROW);
              return Arguments.of(line.substring(0, arrow), line.substring(arrow + ARROW.length()));
            });
  }

  private static JsonNode data() {
    return lines()
        .filter(line -> line.startsWith(DATA))
        .map(line -> Json.parse(line.substring(DATA.length())))
        .findFirst()
        .orElseThrow();
  }

  private static Stream<String> lines() {
    try (InputStream file = ProgramTest.class.getResourceAsStream("core.txt")) {
      byte[] bytes = Objects.requireNonNull(file).readAllBytes();
      return List.of(new String(bytes, StandardCharsets.UTF_8).split("\n")).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[1!2]                       | Unknown operator: \"!\"",
        "λ($arg)<n<n>>{$arg}(5)      | Type parameters can only be applied to functions and arrays",
        "λ($arg)<(sa<n>)>{$arg}(5)   | Choice groups containing parameterized types are not supported",
        "$x{'b': 1}[0]               | A predicate cannot follow a grouping expression in a step",
        "a{'b': 1}{'c': 2}           | Each step can only have one grouping expression",
        "a[0]@$x                     | A context variable binding must precede any predicates on a step",
        "a^(b)@$x                    | A context variable binding must precede the 'order-by' clause on a step",
        "a.1.b                       | The literal value 1 cannot be used as a step within a path expression",
        "a.true                      | The literal value true cannot be used as a step within a path expression",
        "%                           | The object representing the 'parent' cannot be derived from this expression",
        "a.%.%.%                     | The object representing the 'parent' cannot be derived from this expression",
        "a[] / 2                     | No terminating / in regular expression"
      })
  void texts_that_mean_nothing(String text, String problem) {
    assertThatThrownBy(() -> Program.compile(Parser.parse(text), FunctionTable.NONE))
        .isInstanceOf(SyntaxProblem.class)
        .hasMessage(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "($f := function($n) { 1 + $f($n + 1) }; $f(0)) | DEPTH",
        "($f := function($n) { $f($n + 1) }; $f(0)) | TIME",
        "[1..873783] | MEMORY",
        "[1..300000].([1..300000]) | MEMORY",
        "($d := function($s, $n) { $n = 0 ? $s : $d($s & $s, $n - 1) }; $d('a', 23)) | MEMORY",
        "($d := function($s, $n) { $n = 0 ? $s : $d($s & $s, $n - 1) }; [1..3000].($d('a', 18))) | MEMORY",
        "{'a': [1..5000]}.(a.(%.a)) | TIME",
        "{'a': [1..5000]}.[a.({'x': %.a.{'y': $}})] | TIME",
        "[1..5000].[[1..5000]] | TIME",
        "/^(?:(a+)\\1?)+c$/('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab') | TIME"
      })
  void what_would_not_end_is_ended(String text, Limit limit) {
    LimitExceeded exceeded = catchThrowableOfType(() -> Programs.value(text), LimitExceeded.class);

    assertThat(exceeded.limit()).isEqualTo(limit);
  }

  @Test
  void descendants_of_descendants_are_counted() {
    JsonNode deep = Json.parse("{\"a\":".repeat(100) + "1" + "}".repeat(100));

    LimitExceeded exceeded =
        catchThrowableOfType(
            () -> Programs.value("**.**.**.**.**.**", deep, Map.of()), LimitExceeded.class);

    assertThat(exceeded.limit()).isEqualTo(Limit.TIME);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a{'k': $}", "a[$]", "a^($)", "a.{'x': $}", "[a]", "a ~> |$|{'b': 1}|"})
  void what_is_given_stays_as_it_is(String text) {
    JsonNode given = Json.parse("{\"a\": [3, 1, 2]}");

    try {
      Programs.value(text, given, Map.of());
    } catch (JsonataError e) {
      assertThat(e.code()).isEqualTo("T2013");
    }

    assertThat(given).isEqualTo(Json.parse("{\"a\": [3, 1, 2]}"));
  }
}
