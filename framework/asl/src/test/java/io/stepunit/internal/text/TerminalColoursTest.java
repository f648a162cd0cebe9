package io.stepunit.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalColoursTest {
  private static boolean wanted(Map<String, String> environment) {
    return TerminalColours.wanted(Optional.empty(), environment, true, false);
  }

  @Test
  void a_terminal_has_colours_and_a_file_has_none() {
    assertThat(wanted(Map.of("TERM", "xterm"))).isTrue();
    assertThat(TerminalColours.wanted(Optional.empty(), Map.of(), false, false)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"NO_COLOR, 1", "CI, true", "TERM, dumb"})
  void an_environment_can_refuse_them(String variable, String value) {
    assertThat(wanted(Map.of(variable, value))).isFalse();
  }

  @Test
  void an_empty_no_color_refuses_nothing() {
    assertThat(wanted(Map.of("NO_COLOR", ""))).isTrue();
  }

  @Test
  void a_console_of_windows_has_them_only_if_it_knows_them() {
    assertThat(TerminalColours.wanted(Optional.empty(), Map.of(), true, true)).isFalse();
    assertThat(TerminalColours.wanted(Optional.empty(), Map.of("WT_SESSION", "1"), true, true))
        .isTrue();
  }

  @Test
  void who_asks_gets_what_he_asks_for() {
    assertThat(TerminalColours.wanted(Optional.of("always"), Map.of("NO_COLOR", "1"), false, true))
        .isTrue();
    assertThat(TerminalColours.wanted(Optional.of("never"), Map.of(), true, false)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "'+00:00:03.000  #7  Charge  LambdaFunctionFailed, attempt 1: Busy', 31",
    "'+00:00:03.000  #7  Nap  FailStateEntered (order.asl.json:30): Boom', 31",
    "'+00:00:08.000  #11  Charge  TaskStateExited, caught by Catch[0], next Refund', 33",
    "'+00:00:08.000      Charge  fault: lost reply', 35",
    "'+00:00:08.000  #12          ExecutionSucceeded', 32",
    "'... the 2 lines above 4 more times', 2",
  })
  void what_a_line_is_about_has_a_colour(String line, String code) {
    assertThat(TerminalColours.of(List.of(line)))
        .isEqualTo("\u001B[" + code + "m" + line + "\u001B[0m");
  }

  @Test
  void of_other_lines_the_time_steps_back() {
    assertThat(TerminalColours.of(List.of("+00:00:00.000  #2  Validate  PassStateEntered")))
        .isEqualTo("\u001B[2m+00:00:00.000  #2\u001B[0m  Validate  PassStateEntered");
  }
}
