package io.stepunit.internal.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.stepunit.internal.sweep.ProgressOutput.Log;
import io.stepunit.internal.sweep.ProgressOutput.Nowhere;
import io.stepunit.internal.sweep.ProgressOutput.Terminal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private Duration now = Duration.ZERO;

  private Progress progress(ProgressOutput output, int total) {
    return new Progress(output, () -> now.toNanos(), "pays", "failed", OptionalInt.of(total));
  }

  private void pass(long millis) {
    now = now.plusMillis(millis);
  }

  @Nested
  class On_a_terminal {
    private final StringWriter terminal = new StringWriter();

    private Progress progress(int columns, boolean fromTheStart, int total) {
      return ProgressTest.this.progress(
          new Terminal(new PrintWriter(terminal), columns, fromTheStart), total);
    }

    @Test
    void one_line_is_written_over_and_goes_away() {
      Progress progress = progress(80, true, 2);

      pass(4_000);
      progress.add("TellCustomer", true);
      pass(4_000);
      progress.add("Ship", false);

      String first = "pays: 1 of 2, 1 failed, about 4 s left: TellCustomer";
      String second = "pays: 2 of 2, 1 failed: Ship";
      assertThat(terminal)
          .hasToString(
              "\r"
                  + first
                  + "\r"
                  + second
                  + " ".repeat(first.length() - second.length())
                  + "\r"
                  + " ".repeat(second.length())
                  + "\r");
    }

    @Test
    void a_short_test_is_not_worth_a_word() {
      Progress progress = progress(80, false, 2);

      pass(400);
      progress.add("TellCustomer", false);
      pass(400);
      progress.add("Ship", false);

      assertThat(terminal.toString()).isEmpty();
    }

    @Test
    void a_long_test_is_told_of_after_its_first_second() {
      Progress progress = progress(80, false, 100);

      pass(999);
      progress.add("Charge", false);
      pass(1);
      progress.add("Ship", false);

      assertThat(terminal.toString())
          .isEqualTo("\rpays: 2 of 100, 0 failed, about 49 s left: Ship");
    }

    @Test
    void it_is_not_written_more_often_than_can_be_read() {
      Progress progress = progress(80, true, 1_000);

      for (int i = 0; i < 100; i++) {
        pass(10);
        progress.add("Ship", false);
      }

      assertThat(terminal.toString().split("\r")).hasSizeBetween(8, 12);
    }

    @Test
    void a_line_never_wraps() {
      Progress progress = progress(40, true, 3_000);

      pass(1_000_000);
      progress.add("AStateWithAVeryLongNameThatTellsEverything", false);

      assertThat(terminal.toString()).hasSize(40).endsWith("…");
    }
  }

  @Nested
  class In_a_log {
    private final StringBuilder log = new StringBuilder();

    private Progress progress(boolean fromTheStart, int total) {
      return ProgressTest.this.progress(
          new Log(line -> log.append(line).append('\n'), fromTheStart), total);
    }

    private String text() {
      return log.toString();
    }

    @Test
    void a_test_of_less_than_ten_seconds_is_not_worth_a_word() {
      Progress progress = progress(false, 2);

      pass(5_000);
      progress.add("Charge", false);
      pass(4_000);
      progress.add("Ship", true);

      assertThat(text()).isEmpty();
    }

    @Test
    void a_line_is_written_ever_more_seldom() {
      Progress progress = progress(false, 1_000);

      for (int second = 1; second <= 200; second++) {
        pass(1_000);
        progress.add("Ship", second == 7);
      }

      assertThat(text())
          .isEqualTo(
              """
              StepUnit: pays: 10 of 1,000, 1 failed, about 17 min left: Ship
              StepUnit: pays: 30 of 1,000, 1 failed, about 16 min left: Ship
              StepUnit: pays: 70 of 1,000, 1 failed, about 16 min left: Ship
              StepUnit: pays: 130 of 1,000, 1 failed, about 15 min left: Ship
              StepUnit: pays: 190 of 1,000, 1 failed, about 14 min left: Ship
              """);
    }

    @Test
    void who_asks_for_it_gets_a_line_at_once() {
      Progress progress = progress(true, 2);

      progress.add("Charge × times out", false);

      assertThat(text()).isEqualTo("StepUnit: pays: 1 of 2, 0 failed: Charge × times out\n");
    }
  }

  @Test
  void nothing_is_told_to_who_does_not_want_it() {
    assertThat(ProgressOutput.of(Optional.of(false), line -> fail(line))).isEqualTo(new Nowhere());
  }

  @Test
  void work_of_unknown_length_counts_what_is_done() {
    StringWriter terminal = new StringWriter();
    Progress progress =
        new Progress(
            new Terminal(new PrintWriter(terminal), 80, true),
            () -> now.toNanos(),
            "replay",
            "go another way",
            OptionalInt.empty());

    progress.add("a.json", true);
    pass(4_000);
    progress.add("b.json", false);

    assertThat(terminal.toString().split("\r"))
        .containsExactly(
            "", "replay: 1, 1 go another way: a.json", "replay: 2, 1 go another way: b.json");
  }

  @Test
  void names_cannot_write_over_the_terminal() {
    StringWriter terminal = new StringWriter();
    Progress progress =
        new Progress(
            new Terminal(new PrintWriter(terminal), 80, true),
            () -> 0,
            "pays\u001b[2J",
            "failed",
            OptionalInt.of(2));

    progress.add("Ship\r\n", false);

    assertThat(terminal.toString().substring(1)).doesNotContain("\u001b", "\r", "\n");
  }
}
