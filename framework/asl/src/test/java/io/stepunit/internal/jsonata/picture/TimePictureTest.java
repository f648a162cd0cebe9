package io.stepunit.internal.jsonata.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepunit.internal.jsonata.JsonataError;
import io.stepunit.internal.jsonata.LimitExceeded;
import java.time.Instant;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times by XPath's pictures, and the weeks that JSONata adds. */
class TimePictureTest {
  private static final double TIME = millis("2024-12-30T15:04:05.067Z");
  private static final double NOW = millis("2024-12-30T15:04:05.067Z");

  private static double millis(String instant) {
    return Instant.parse(instant).toEpochMilli();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[Y0001]-[M01]-[D01] | 2024-12-30",
        "[D1o] [MNn] [Y] | 30th December 2024",
        "[FNn,3-3], [D] [Mn] [Y01] | Mon, 30 december 24",
        "[FN] [MN,*-3] | MONDAY DEC",
        "[h]:[m01] [P] | 3:04 pm",
        "[h#1]:[m] [PN] | 3:04 PM",
        "[H01]:[m01]:[s01].[f001] | 15:04:05.067",
        "[X]-W[W01]-[F1] | 2025-W01-1",
        "[w] of [xNn] | 1 of January",
        "day [d001] | day 365",
        "[Yw] | two thousand and twenty-four",
        "[YI] [Ma] | MMXXIV l",
        "[Dwo] of [MNn] | thirtieth of December",
        "[Y,2-2] | 24",
        "[Y,*-3] | 024",
        "[M,2] | 12",
        "[Z] [z] | +00:00 GMT+00:00",
        "[Z0101] [Z0] [Z01:01t] | +0000 +0 Z",
        "[[[Y]]] | [2024]",
        "[C] [E] | ISO ISO",
        "[ Y 0001 ] | 2024",
        "[Y9,999,*] | 2,024"
      })
  void writes_times(String picture, String expected) {
    assertThat(TimePicture.of(picture).format(TIME, null)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[H01]:[m01] [Z] | +0530 | 20:34 +05:30",
        "[D] [H01]:[m01] [z0101] | -0800 | 30 07:04 GMT-0800",
        "[H01] [Z0] | +0530 | 20 +5:30",
        "[H01] [Z0] | -0500 | 10 -5",
        "[H01]:[m01] [Z01:01t] | +0000 | 15:04 Z",
        "[Y] [H] | nowhere | NaN NaN"
      })
  void writes_times_of_a_zone(String picture, String zone, String expected) {
    assertThat(TimePicture.of(picture).format(TIME, zone)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "2005-01-01 | 2004 53 12 5 1 6",
        "2008-12-29 | 2009 1 1 1 364 1",
        "2010-01-03 | 2009 53 12 5 3 7",
        "2020-12-31 | 2020 53 12 5 366 4",
        "2021-01-03 | 2020 53 12 5 3 7",
        "2021-01-04 | 2021 1 1 1 4 1",
        "2023-12-31 | 2023 52 12 4 365 7",
        "2024-09-01 | 2024 35 8 5 245 7",
        "2024-09-02 | 2024 36 9 1 246 1",
        "2024-02-29 | 2024 9 2 5 60 4"
      })
  void knows_to_which_year_and_month_a_week_belongs(String day, String expected) {
    TimePicture picture = TimePicture.of("[X] [W] [x] [w] [d] [F1]");

    assertThat(picture.format(millis(day + "T00:00:00Z"), null)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[YN] | D3133",
        "[Q] | D3132",
        "[Y | D3135",
        "[Z00000] | D3134",
        "[M0٠] | D3131",
        "[Mx] | D3130"
      })
  void refuses_what_is_no_picture(String picture, String code) {
    assertThatThrownBy(() -> TimePicture.of(picture).format(TIME, null))
        .isInstanceOfSatisfying(
            JsonataError.class, error -> assertThat(error.code()).isEqualTo(code));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "2024-12-30 | [Y0001]-[M01]-[D01] | 2024-12-30T00:00:00.000Z",
        "30th December 2024 | [D1o] [MNn] [Y] | 2024-12-30T00:00:00.000Z",
        "30 Dec 24 | [D] [MNn,3-3] [Y0001] | undefined",
        "2024-366 | [Y]-[d] | 2024-12-31T00:00:00.000Z",
        "2023-366 | [Y]-[d] | 2023-01-01T00:00:00.000Z",
        "7:05pm 1/2/2024 | [h]:[m][P] [D]/[M]/[Y] | 2024-02-01T19:05:00.000Z",
        "12:05AM 1/2/2024 | [h]:[m][PN] [D]/[M]/[Y] | 2024-02-01T00:05:00.000Z",
        "2024-12-30T15:04:05.067+05:30 | [Y]-[M]-[D]T[H]:[m]:[s].[f][Z01:01] | 2024-12-30T09:34:05.067Z",
        "2024-12-30 15 -0530 | [Y]-[M]-[D] [H] [Z0101] | 2024-12-30T19:30:00.000Z",
        "2024-12-30 15 GMT+02 | [Y]-[M]-[D] [H] [z0] | 2024-12-30T13:00:00.000Z",
        "MMXXIV c | [YI] [Ma] | 2024-03-01T00:00:00.000Z",
        "twenty-first 3 2024 | [Dwo] [M] [Y] | 2024-03-21T00:00:00.000Z",
        "50-01-02 | [Y]-[M]-[D] | 1950-01-02T00:00:00.000Z",
        "2024-02-31 | [Y]-[M]-[D] | 2024-03-02T00:00:00.000Z",
        "2024 | [Y] | 2024-01-01T00:00:00.000Z",
        "20241230 | [Y0001][M01][D01] | 2024-12-30T00:00:00.000Z",
        "15:05 | [Y] | undefined",
        "hello | hello | undefined"
      })
  void reads_times(String text, String picture, String expected) {
    OptionalDouble read = read(text, picture, NOW);

    assertThat(read.isPresent() ? Instant.ofEpochMilli((long) read.getAsDouble()) : "undefined")
        .asString()
        .isEqualTo(expected.replace(".000Z", "Z"));
  }

  private static OptionalDouble read(String text, String picture, double now) {
    return TimePicture.of(picture).reader().read(text, now);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "30 december 2024 | [D] [MNn] [Y] | D3136",
        "2024-W52-1 | [X]-W[W]-[F1] | D3136",
        "2024 15 | [Y] [H] | D3136",
        "2024 | [YN] | D3133",
        "2024 | [Q1] | D3133",
        "12 | [M#] | D3130"
      })
  void refuses_to_read_what_it_cannot_put_together(String text, String picture, String code) {
    assertThatThrownBy(() -> read(text, picture, NOW))
        .isInstanceOfSatisfying(
            JsonataError.class, error -> assertThat(error.code()).isEqualTo(code));
  }

  @ParameterizedTest
  @CsvSource({
    "06:30,    [H01]:[m01],  2024-12-30T06:30:00Z",
    "7,        [D],          2024-12-07T00:00:00Z",
    "3 7,      [M] [D],      2024-03-07T00:00:00Z",
    "11:30,    [h]:[m],      2024-12-30T11:30:00Z",
    "9,        [s],          2024-12-30T15:04:09Z"
  })
  void takes_what_is_missing_in_front_from_today(String text, String picture, String expected) {
    assertThat(read(text, picture, NOW)).hasValue(millis(expected));
  }

  @Test
  void writes_a_time_that_does_not_exist_as_not_a_number() {
    assertThat(TimePicture.iso().format(1e18, null)).isEqualTo("0NaN-NaN-NaNTNaN:NaN:NaN.NaNZ");
  }

  @Test
  void writes_no_text_without_end() {
    TimePicture picture = TimePicture.of("[Y,2000000000]");

    assertThatThrownBy(() -> picture.format(TIME, null)).isInstanceOf(LimitExceeded.class);
  }
}
