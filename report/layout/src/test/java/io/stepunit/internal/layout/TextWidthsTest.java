package io.stepunit.internal.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TextWidthsTest {
  @Test
  void each_letter_has_a_width_of_its_own() {
    assertThat(TextWidths.of("iiii", 13)).isLessThan(TextWidths.of("MMMM", 13) / 3);
  }

  @Test
  void widths_grow_with_the_size() {
    assertThat(TextWidths.of("Charge", 26)).isEqualTo(2 * TextWidths.of("Charge", 13));
  }

  @Test
  void there_is_room_for_fonts_that_are_wider_by_some_percent() {
    // What a browser takes with Noto Sans.
    assertThat(TextWidths.of("WaitForShippingSlot", 13)).isCloseTo(124.4 * 1.08, within(0.5));
  }

  @Test
  void signs_of_chinese_and_emoji_are_squares_and_accents_take_no_room() {
    assertThat(TextWidths.of("注", 10))
        .isEqualTo(TextWidths.of("😀", 10))
        .isCloseTo(10.8, within(0.01));
    assertThat(TextWidths.of("e\u0301", 10)).isEqualTo(TextWidths.of("e", 10));
  }

  @Test
  void nothing_takes_no_room() {
    assertThat(TextWidths.of("", 13)).isZero();
  }
}
