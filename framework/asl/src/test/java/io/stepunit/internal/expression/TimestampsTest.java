package io.stepunit.internal.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {
  @ParameterizedTest
  @CsvSource({
    "2016-08-18T17:33:00Z, 2016-08-18T17:33:00Z",
    "2016-08-18T19:33:00+02:00, 2016-08-18T17:33:00Z",
    "2016-08-18T17:33:00.5Z, 2016-08-18T17:33:00.500Z",
    "2016-08-18T17:33:00.123456789123Z, 2016-08-18T17:33:00.123456789Z",
    "2016-08-18T12:03:00.000-05:30, 2016-08-18T17:33:00Z"
  })
  void reads_instants(String text, String instant) {
    assertThat(Timestamps.parse(text)).contains(Instant.parse(instant));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2016-08-18",
        "2016-08-18T17:33Z",
        "2016-08-18t17:33:00Z",
        "2016-08-18T17:33:00z",
        "2016-08-18 17:33:00Z",
        "2016-08-18T17:33:00",
        "2016-08-18T17:33:00.Z",
        "2016-02-30T17:33:00Z",
        "2016-08-18T25:33:00Z",
        "2016-08-18T17%3A33%3A00Z",
        "1471541580",
        "2016-08-18T17:33:00+02:00:30"
      })
  void refuses_what_is_not_in_the_profile(String text) {
    assertThat(Timestamps.parse(text)).isEmpty();
  }
}
