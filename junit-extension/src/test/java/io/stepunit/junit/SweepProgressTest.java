package io.stepunit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SweepProgressTest {
  private final StringWriter terminal = new StringWriter();

  @Test
  void one_line_is_written_over() {
    SweepProgress progress = new SweepProgress(Optional.of(new PrintWriter(terminal)), "pays", 2);

    progress.add("TellCustomer", true);
    progress.add("Ship", false);

    String first = "pays: TellCustomer, 1 of 2, 1 failed";
    String second = "pays: Ship, 2 of 2, 1 failed";
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
  void without_a_terminal_nothing_is_written() {
    SweepProgress progress = new SweepProgress(Optional.empty(), "pays", 2);

    progress.add("Ship", false);

    assertThat(terminal.toString()).isEmpty();
  }
}
