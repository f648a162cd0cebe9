package io.stepunit.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339Test {
  @ParameterizedTest
  @CsvSource({
    "2016-08-18T17:33:00Z, 2016-08-18T17:33:00Z",
    "2016-08-18T17:33:00.5Z, 2016-08-18T17:33:00.500Z",
    "2016-08-18T17:33:00.1234567891234Z, 2016-08-18T17:33:00.123456789Z",
    "2016-08-18T17:33:00+02:00, 2016-08-18T15:33:00Z",
    "2024-02-29T23:59:59-08:00, 2024-03-01T07:59:59Z"
  })
  void reads_the_instant(String text, Instant instant) {
    assertThat(Rfc3339.parse(text)).contains(instant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2016-08-18",
        "2016-08-18T17:33Z",
        "2016-08-18T17:33:00",
        "2016-08-18t17:33:00Z",
        "2016-08-18T17:33:00z",
        "2016-08-18 17:33:00Z",
        "2016-08-18T17:33:00.Z",
        "2016-08-18T17:33:00+0200",
        "2016-08-18T17:33:00+25:00",
        "2016-13-05T21:29:29Z",
        "2016-12-05T25:29:29Z",
        "2023-02-29T00:00:00Z",
        "05-12-2016T21:29:29Z",
        "2016-08-18T17:33:00Z "
      })
  void refuses_anything_else(String text) {
    assertThat(Rfc3339.parse(text)).isEmpty();
  }
}
