package io.stepunit.internal.report.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepunit.internal.coverage.PointKind;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThresholdsTest {
  @Test
  void kinds_that_are_not_named_may_have_holes() {
    Thresholds thresholds = Thresholds.parse("states=100, choiceRules=80");

    assertThat(thresholds.of(PointKind.STATE)).contains(100);
    assertThat(thresholds.of(PointKind.CHOICE_RULE)).contains(80);
    assertThat(thresholds.of(PointKind.CATCHER)).isEmpty();
  }

  @Test
  void all_stands_for_the_kinds_that_are_not_named() {
    Thresholds thresholds = Thresholds.of(Map.of("states", "100", "all", "50"));

    assertThat(thresholds.of(PointKind.STATE)).contains(100);
    assertThat(thresholds.of(PointKind.HEARTBEAT)).contains(50);
  }

  @Test
  void of_a_definition_replace_the_general_ones_kind_by_kind() {
    Thresholds own =
        Thresholds.parse("states=100,catchers=80").replacedBy(Thresholds.parse("catchers=0"));

    assertThat(own.percents()).isEqualTo(Map.of(PointKind.STATE, 100, PointKind.CATCHER, 0));
  }

  @Test
  void an_unknown_kind_is_refused_with_those_that_there_are() {
    assertThatThrownBy(() -> Thresholds.parse("lines=80"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("'lines' is no kind of coverage. Kinds: states, transitions, ")
        .hasMessageEndingWith(", or all for each of them.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"101", "-1", "half", "", "99.5", "1000"})
  void what_is_no_percentage_is_refused(String text) {
    assertThatThrownBy(() -> Thresholds.parse("states=" + text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The threshold of states is '%s', and has to be a whole number of per cent from 0 to 100.",
            text);
  }

  @Test
  void a_kind_without_a_percentage_is_refused() {
    assertThatThrownBy(() -> Thresholds.parse("states"))
        .hasMessage("'states' is no threshold: write KIND=PERCENT, such as states=100.");
  }
}
