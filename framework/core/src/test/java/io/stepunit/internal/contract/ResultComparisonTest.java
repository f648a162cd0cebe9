package io.stepunit.internal.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.internal.json.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultComparisonTest {
  private static String differences(String assumed, String given, boolean exact) {
    return ResultComparison.of(Json.parse(assumed), Json.parse(given), exact).toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'a': 1}                    | {'a': 2.5, 'b': true}",
        "{'a': 'x'}                  | {'a': ''}",
        "true                        | false",
        "null                        | null",
        "[]                          | [1, 'two']",
        "[1, 'two']                  | ['three']",
        "[{'a': 1}, {'b': 'x'}]      | [{'b': 'y'}, {'a': 2, 'c': 3}]",
        "{'a': {'b': [1]}}           | {'a': {'b': [2, 3]}}"
      })
  void the_same_shape_is_as_assumed(String assumed, String given) {
    assertThat(differences(assumed.replace('\'', '"'), given.replace('\'', '"'), false))
        .isEqualTo("[]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'a': 1}      | {}             | /a: assumed is the number 1, given is nothing",
        "{'a': 1}      | {'a': '1'}     | /a: assumed is the number 1, given is the string '1'",
        "{'a': 'x'}    | {'a': null}    | /a: assumed is the string 'x', given is null",
        "{'a': null}   | {'a': 'x'}     | /a: assumed is null, given is the string 'x'",
        "{'a/b': true} | {'a/b': 0}     | /a~1b: assumed is true, given is the number 0",
        "[1]           | []             | the whole result: assumed are items, given is an empty array",
        "[{'a': 1}]    | [{'a': 1}, {}] | /1/a: assumed is the number 1, given is nothing",
        "{}            | []             | the whole result: assumed is the object {}, given is the array []"
      })
  void another_shape_is_told_by_its_place(String assumed, String given, String told) {
    assertThat(differences(assumed.replace('\'', '"'), given.replace('\'', '"'), false))
        .isEqualTo("[" + told.replace('\'', '"') + "]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'a': 1, 'b': 2} | {'b': 2.0, 'a': 1} | ",
        "{'a': 1}         | {'a': 2}           | /a: assumed is 1, given is 2",
        "{}               | {'a': 2}           | /a: assumed is nothing, given is the number 2",
        "[1, 2]           | [1]                | the whole result: assumed are 2 items, given are 1",
        "[1, 2]           | [1, 3]             | /1: assumed is 2, given is 3"
      })
  void exact_values_count(String assumed, String given, String told) {
    assertThat(differences(assumed.replace('\'', '"'), given.replace('\'', '"'), true))
        .isEqualTo("[" + (told == null ? "" : told) + "]");
  }
}
