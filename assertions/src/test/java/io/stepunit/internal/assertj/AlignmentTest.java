package io.stepunit.internal.assertj;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AlignmentTest {
  @Test
  void equal_names_stand_in_the_same_row() {
    Alignment alignment =
        Alignment.of(List.of("A", "B", "C", "D", "E"), List.of("A", "C", "X", "D", "E"));

    assertThat(alignment.text().lines())
        .containsExactly(
            "    expected  found",
            "    A         A",
            "  - B",
            "    C         C",
            "  +           X",
            "    D         D",
            "    E         E");
    assertThat(alignment.firstDifference()).isEqualTo(1);
  }

  @Test
  void a_repeated_name_that_is_missing_once_is_one_row() {
    Alignment alignment = Alignment.of(List.of("A", "B", "A", "B"), List.of("A", "B", "B"));

    assertThat(alignment.text().lines().filter(line -> line.startsWith("  - "))).hasSize(1);
    assertThat(alignment.text().lines().filter(line -> line.startsWith("  + "))).isEmpty();
  }

  @Test
  void nothing_stands_against_everything() {
    assertThat(Alignment.of(List.of(), List.of("A")).text())
        .isEqualTo("    expected  found\n  +           A");
    assertThat(Alignment.of(List.of("A"), List.of()).text())
        .isEqualTo("    expected  found\n  - A");
    assertThat(Alignment.of(List.of(), List.of()).text()).isEqualTo("    expected  found");
  }

  @Test
  void only_the_rows_around_the_first_difference_are_shown() {
    List<String> expected = Collections.nCopies(100, "Loop");
    List<String> found = IntStream.range(0, 100).mapToObj(i -> i == 50 ? "Other" : "Loop").toList();

    List<String> lines = Alignment.of(expected, found).text().lines().toList();

    assertThat(lines).hasSize(23).contains("  +           Other");
    assertThat(lines.get(1)).isEqualTo("    ... 40 before");
    assertThat(lines.get(22)).isEqualTo("    ... 41 after");
  }

  @Test
  void paths_too_long_to_search_are_set_against_each_other_as_they_are() {
    List<String> expected = Collections.nCopies(3_000, "A");
    List<String> found = Collections.nCopies(3_000, "B");

    Alignment alignment = Alignment.of(expected, found);

    assertThat(alignment.firstDifference()).isZero();
    assertThat(alignment.text()).endsWith("    ... 5980 after");
  }
}
