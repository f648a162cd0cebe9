package io.stepunit.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KnownNamesTest {
  private static KnownNames states(int count) {
    return new KnownNames(
        "Its states", IntStream.range(0, count).mapToObj(i -> "State" + i).toList());
  }

  @Test
  void few_are_listed_beside_the_nearest() {
    assertThat(new KnownNames("Its states", List.of("Charge", "Ship")).hintFor("Chrage"))
        .isEqualTo(" Did you mean 'Charge'? Its states: Charge, Ship.");
  }

  @Test
  void of_many_only_the_nearest_is_told() {
    assertThat(states(300).hintFor("Stat7")).isEqualTo(" Did you mean 'State7'?");
  }

  @Test
  void of_many_without_a_near_one_ten_are_listed() {
    assertThat(states(300).hintFor("Something else"))
        .isEqualTo(
            " Its states: State0, State1, State2, State3, State4, State5, State6, State7, State8,"
                + " State9 and 290 more.");
    assertThat(states(10).listed()).endsWith("State8, State9.");
  }

  @Test
  void of_none_nothing_is_said() {
    assertThat(states(0).hintFor("Charge")).isEmpty();
  }

  @Test
  void a_name_cannot_begin_a_line_of_its_own() {
    assertThat(new KnownNames("Its states", List.of("a\nb")).listed())
        .isEqualTo(" Its states: a\\nb.");
  }
}
