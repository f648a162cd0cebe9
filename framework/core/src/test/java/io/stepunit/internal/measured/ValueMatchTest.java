package io.stepunit.internal.measured;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.internal.json.Json;
import io.stepunit.internal.measured.ValueMatch.Extent;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a measured value is compared with one of the product. */
class ValueMatchTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final Bindings bindings = new Bindings(START);
  private final ValueMatch values =
      new ValueMatch(bindings, () -> START.plusSeconds(9), new Findings(), Extent.EXACT);

  private boolean same(String measured, String found) {
    return values.isSame(Json.parse(measured), Json.parse(found));
  }

  @Nested
  class A_text {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "\"{\\\"a\\\": 1}\" | \"{\\\"a\\\": 1}\" | true",
          "\"{\\\"a\\\": 1}\" | \"{\\\"a\\\":1}\" | false",
          "\"{\\\"a\\\":1,\\\"b\\\":2}\" | \"{\\\"b\\\":2,\\\"a\\\":1}\" | false",
          "\"[1,2]\" | [1,2] | false",
          "\"a<any>z\" | \"a to z\" | true",
          "\"{\\\"at\\\":\\\"<any>\\\"}\" | \"{\\\"at\\\":12}\" | true",
          "\"${size} bytes\" | \"17 bytes\" | true",
          "\"${size} bytes\" | \"many bytes\" | false",
        })
    void counts_to_the_letter_but_for_its_placeholders(
        String measured, String found, boolean same) {
      assertThat(same(measured, found)).isEqualTo(same);
    }

    @Test
    void has_bound_names_filled_in() {
      bindings.bind("executionArn", "arn:run-1");

      assertThat(same("\"of ${executionArn}\"", "\"of arn:run-1\"")).isTrue();
      assertThat(same("\"of ${executionArn}\"", "\"of arn:run-2\"")).isFalse();
    }

    @Test
    void that_AWS_made_up_is_the_same_wherever_it_comes_again() {
      assertThat(same("\"<created>\"", "\"monday\"")).isTrue();

      assertThat(same("\"<created>\"", "\"monday\"")).isTrue();
      assertThat(same("\"<created>\"", "\"tuesday\"")).isFalse();
    }
  }

  @Nested
  class An_instant {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "{\"at\": \"at 4.4\"} | {\"at\": \"2026-01-01T00:00:04.400Z\"} | true",
          "{\"at\": \"at 4.4\"} | {\"at\": 1767225604.4} | true",
          "{\"at\": \"at 4.4\"} | {\"at\": \"2026-01-01T00:00:04.500Z\"} | false",
          "{\"at\": \"= now\"} | {\"at\": \"2026-01-01T00:00:09Z\"} | true",
          "{\"stopDate\": 3.0} | {\"stopDate\": \"2026-01-01T00:00:03Z\"} | true",
          "{\"stopDate\": 3.0} | {\"stopDate\": \"2026-01-01T00:00:04Z\"} | false",
        })
    void is_told_in_seconds_after_the_start(String measured, String found, boolean same) {
      assertThat(same(measured, found)).isEqualTo(same);
    }
  }

  @Nested
  class A_member {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "{\"error\": null} | {} | true",
          "{\"error\": null} | {\"error\": \"Late\"} | false",
          "{\"redriveTime\": \"absent\"} | {\"redriveTime\": \"now\"} | false",
          "{\"absent\": [\"output\"]} | {\"output\": 1} | false",
          "{\"a\": 1} | {\"a\": 1.0} | true",
          "{\"a\": 1} | {\"a\": 1, \"b\": 2} | false",
          "{\"a\": [1, 2]} | {\"a\": [2, 1]} | false",
        })
    void must_be_as_given(String measured, String found, boolean same) {
      assertThat(same(measured, found)).isEqualTo(same);
    }

    @Test
    void that_is_not_given_may_be_there_where_only_the_given_ones_count() {
      ValueMatch given = values.with(Extent.MEMBERS_GIVEN);

      assertThat(given.isSame(Json.parse("{\"a\": 1}"), Json.parse("{\"a\": 1, \"b\": 2}")))
          .isTrue();
    }
  }
}
