package io.stepunit.internal.report.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LineChangeTest {
  private static final List<String> LINES =
      List.of(
          "{",
          "  \"Retry\": [",
          "    { \"ErrorEquals\": [\"A\"] },",
          "    { \"ErrorEquals\": [\"B\"] }",
          "  ]",
          "}");

  @Test
  void of_a_list_only_the_items_that_change_are_shown() {
    LineChange change =
        LineChange.of(
            LINES,
            new SourcePlace(2, 12, 5, 4),
            "[{\"ErrorEquals\":[\"A\"]},{\"ErrorEquals\":[\"C\"]}]");

    assertThat(change.removed()).containsExactly("\"ErrorEquals\" : [ \"B\" ]");
    assertThat(change.added()).containsExactly("\"ErrorEquals\" : [ \"C\" ]");
  }

  @Test
  void what_is_left_out_is_shown_without_the_blanks_before_it() {
    LineChange change = LineChange.of(LINES, new SourcePlace(2, 3, 5, 4), "");

    assertThat(change.removed())
        .containsExactly(
            "\"Retry\": [",
            "  { \"ErrorEquals\": [\"A\"] },",
            "  { \"ErrorEquals\": [\"B\"] }",
            "]");
    assertThat(change.added()).isEmpty();
  }

  @Test
  void what_is_no_json_is_not_shown() {
    assertThat(LineChange.of(List.of("  MaxAttempts: 2"), new SourcePlace(1, 1, 1, 17), "1"))
        .isEqualTo(LineChange.UNKNOWN);
    assertThat(LineChange.of(List.of(), new SourcePlace(1, 1, 1, 1), "1"))
        .isEqualTo(LineChange.UNKNOWN);
  }
}
