package io.stepunit.internal.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.internal.json.Json;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadsOfPathsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          $                                      | INPUT
          $.order.id                             | INPUT.order.id
          $['order']['a b']                      | INPUT.order.a b
          $.lines[0].price                       | INPUT.lines[].price
          $.lines[*].price                       | INPUT.lines[].price
          $.lines[-1:]                           | INPUT.lines[]
          $..price                               | INPUT.price
          $.lines.length()                       | INPUT.lines[]
          $.lines[?(@.paid == true)].id          | INPUT.lines[].id, INPUT.lines[].paid
          $.lines[?(@.a.b > 1 && @['c'] == 'd')] | INPUT.lines[], INPUT.lines[].a.b, INPUT.lines[].c
          $$.Execution.Input.id                  | CONTEXT.Execution.Input.id
          $total.amount                          | VARIABLE.total.amount
          """)
  void reads_of_paths_are_the_fields_and_items_on_the_way(String path, String expected) {
    Stream<Read> reads = Expressions.path(path).reads(ValueKind.ANY);

    assertThat(reads.map(ReadPaths::text)).isEqualTo(List.of(expected.split(", ")));
  }

  @Test
  void reads_of_paths_of_a_filter_have_values_on_both_sides_of_its_literal() {
    List<Read> reads =
        Expressions.path("$.jobs[?(@.state == 'IN PROGRESS')]").reads(ValueKind.ANY).toList();

    assertThat(reads.get(1).deciding())
        .extracting(Json::text)
        .containsExactly("\"IN PROGRESS\"", "\"not IN PROGRESS\"");
  }

  @Test
  void reads_of_paths_of_a_template_go_on_under_the_names_of_its_fields() {
    Expr template =
        Expressions.template(
            Json.parse(
                """
                {"id.$": "$.order.id", "text.$": "States.Format('{}', $.name)", "in": ["x", {"y.$": "$.z"}]}
                """));

    assertThat(template.reads(ValueKind.ANY))
        .extracting(
            read -> ReadPaths.text(read) + " " + read.kind() + " " + read.handedOnAs().orElse("-"))
        .containsExactlyInAnyOrder("INPUT.order.id ANY id", "INPUT.name TEXT -", "INPUT.z ANY y");
  }

  @Test
  void reads_of_paths_have_the_kind_that_the_field_expects() {
    assertThat(Expressions.path("$.seconds").reads(ValueKind.NUMBER))
        .extracting(Read::kind)
        .containsExactly(ValueKind.NUMBER);
  }
}
