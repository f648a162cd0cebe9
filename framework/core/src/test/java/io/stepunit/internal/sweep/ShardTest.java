package io.stepunit.internal.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShardTest {
  private static final List<Integer> CASES = IntStream.range(0, 20).boxed().toList();

  @Test
  void a_job_does_every_eighth_case_beginning_with_its_own() {
    Shard third = Shard.parse("3/8", "--shard");

    assertThat(third.of(CASES)).containsExactly(2, 10, 18);
    assertThat(third.of(CASES.stream())).containsExactly(2, 10, 18);
    assertThat(third).hasToString("3/8");
  }

  @ParameterizedTest
  @CsvSource({"1, 20", "7, 20", "8, 3", "20, 20", "3, 0"})
  void each_case_is_done_by_exactly_one_job(int jobs, int cases) {
    List<Integer> all = CASES.subList(0, cases);
    List<Integer> done = new ArrayList<>();
    for (int number = 1; number <= jobs; number++) {
      Shard shard = new Shard(number, jobs);
      List<Integer> mine = shard.of(all);

      assertThat(mine).hasSize(shard.sizeOf(cases)).allMatch(shard::has);
      assertThat(shard.of(all.stream())).isEqualTo(mine);
      done.addAll(mine);
    }

    assertThat(done).containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void the_whole_has_all_cases() {
    assertThat(Shard.WHOLE.of(CASES)).isEqualTo(CASES);
    assertThat(Shard.WHOLE.isWhole()).isTrue();
    assertThat(Shard.parse(" 1 / 2 ", "--shard").isWhole()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "3", "3 of 8", "three/8", "3/8/9", "-1/8", "3/8000000000"})
  void a_text_that_is_no_part_of_a_whole_is_refused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Shard.parse(text, "--shard"))
        .withMessage(
            "--shard is \"%s\"; expected a part of a whole, such as 3/8 for the third of eight jobs.",
            text);
  }

  @Test
  void a_job_that_is_none_of_them_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Shard.parse("9/8", "stepunit.shard"))
        .withMessage(
            "stepunit.shard is \"9/8\"; jobs are counted from 1 to their number, so that of 8 there are 1/8 to 8/8.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Shard.parse("0/1", "stepunit.shard"))
        .withMessageEndingWith("so that of 1 there are 1/1 only.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Shard.parse("0/0", "stepunit.shard"))
        .withMessageEndingWith("so that of 0 there are none.");
    assertThatIllegalArgumentException().isThrownBy(() -> new Shard(0, 4));
  }
}
