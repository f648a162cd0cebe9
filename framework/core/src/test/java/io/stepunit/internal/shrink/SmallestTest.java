package io.stepunit.internal.shrink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class SmallestTest {
  private final List<Integer> ran = new ArrayList<>();

  /** Even numbers show the same. */
  private Smallest<Integer, Integer> of(int found, int runs) {
    return new Smallest<>(
        found,
        UnaryOperator.identity(),
        (smaller, former) -> {
          ran.add(smaller);
          return Optional.of(smaller).filter(number -> number % 2 == former % 2);
        },
        runs);
  }

  @Test
  void takes_a_case_that_shows_the_same() {
    Smallest<Integer, Integer> smallest = of(8, 10);

    assertThat(smallest.keeps(6)).isTrue();

    assertThat(smallest.given()).isEqualTo(6);
    assertThat(smallest.trial()).isEqualTo(6);
  }

  @Test
  void stays_with_the_case_before_where_another_does_not() {
    Smallest<Integer, Integer> smallest = of(8, 10);

    assertThat(smallest.keeps(7)).isFalse();

    assertThat(smallest.given()).isEqualTo(8);
  }

  @Test
  void runs_no_case_that_is_the_smallest_already() {
    Smallest<Integer, Integer> smallest = of(8, 10);

    assertThat(smallest.keeps(8)).isTrue();
    assertThat(smallest.changesTo(8)).isFalse();

    assertThat(ran).isEmpty();
  }

  @Test
  void runs_no_more_cases_than_it_may() {
    Smallest<Integer, Integer> smallest = of(8, 2);

    assertThat(List.of(7, 6, 4)).map(smallest::keeps).containsExactly(false, true, false);

    assertThat(ran).containsExactly(7, 6);
    assertThat(smallest.given()).isEqualTo(6);
  }
}
