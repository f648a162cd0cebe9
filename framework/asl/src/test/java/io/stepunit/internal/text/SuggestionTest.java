package io.stepunit.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {
  private static final List<String> KNOWN = List.of("StringEquals", "StringLessThan", "IsNull");

  @ParameterizedTest
  @CsvSource({
    "StringEqual, StringEquals",
    "stringequals, StringEquals",
    "StrinqLesThan, StringLessThan",
    "IsNul, IsNull",
    "isnull, IsNull"
  })
  void finds_what_was_probably_meant(String written, String meant) {
    assertThat(Suggestion.of(written, KNOWN).name()).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"Next", "''", "Completely"})
  void finds_nothing_for_a_text_that_is_like_none(String written) {
    assertThat(Suggestion.of(written, KNOWN).name()).isEmpty();
  }

  @Test
  void first_of_equally_near_names_is_taken() {
    assertThat(Suggestion.of("Abx", List.of("Aby", "Abz")).name()).contains("Aby");
  }

  @Test
  void is_said_as_the_end_of_a_message_or_of_a_hint() {
    Suggestion suggestion = Suggestion.of("IsNul", KNOWN);

    assertThat(suggestion.asSentence()).isEqualTo(" Did you mean 'IsNull'?");
    assertThat(suggestion.asClause()).isEqualTo("; did you mean 'IsNull'?");
    assertThat(suggestion.asQuestion()).contains("did you mean 'IsNull'?");
  }

  @Test
  void leaves_a_message_as_it_is_where_there_is_none() {
    Suggestion none = Suggestion.of("Completely", KNOWN);

    assertThat(none.asSentence()).isEmpty();
    assertThat(none.asClause()).isEmpty();
    assertThat(none.asClauseOr(() -> "; known are A, B")).isEqualTo("; known are A, B");
  }
}
