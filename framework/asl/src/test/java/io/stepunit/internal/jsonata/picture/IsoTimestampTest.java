package io.stepunit.internal.jsonata.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepunit.internal.jsonata.JsonataError;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Timestamps without a picture. */
class IsoTimestampTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "2024 | 2024-01-01T00:00:00.000Z",
        "2024-12 | 2024-12-01T00:00:00.000Z",
        "2024-12-30 | 2024-12-30T00:00:00.000Z",
        "2024-12-30T15:04:05 | 2024-12-30T15:04:05.000Z",
        "2024-12-30T15:04:05.0678 | 2024-12-30T15:04:05.067Z",
        "2024-12-30T15:04:05+0130 | 2024-12-30T13:34:05.000Z",
        "2024-12-30T15:04:05-01:30 | 2024-12-30T16:34:05.000Z",
        "2024-12-30T24:00:00Z | 2024-12-31T00:00:00.000Z",
        "2024-02-30 | 2024-03-01T00:00:00.000Z",
        "2024-13-01 | NaN",
        "2024-12-32 | NaN",
        "2024-12-30T25:00:00 | NaN",
        "2024-12-30T15:04:05+25:00 | NaN",
        "2024-12-30-30 | NaN"
      })
  void reads_timestamps(String text, String expected) {
    double millis = IsoTimestamp.millis(text);

    assertThat(Double.isNaN(millis) ? "NaN" : Instant.ofEpochMilli((long) millis))
        .asString()
        .isEqualTo(expected.replace(".000Z", "Z"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {"24-12-30 | D3110", "2024-12-30T15:04 | D3110"})
  void refuses_what_is_no_timestamp(String text, String code) {
    assertThatThrownBy(() -> IsoTimestamp.millis(text))
        .isInstanceOfSatisfying(
            JsonataError.class, error -> assertThat(error.code()).isEqualTo(code));
  }
}
