package io.stepunit.assertj;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.assertj.HistoryComparison.Mismatch;
import io.stepunit.internal.history.HistoryJson;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HistoryComparisonTest {
  private static final String SCHEDULED =
      """
      {"timestamp": "2026-01-01T00:00:00.250000+00:00", "type": "TaskScheduled", "id": 1,
       "previousEventId": 0, "taskScheduledEventDetails": %s}
      """;

  @Test
  void what_says_nothing_about_the_machine_does_not_count() {
    assertThat(
            mismatch(
                "{\"resource\": \"run\", \"region\": \"eu-west-1\", \"roleArn\": \"arn:a\"}",
                "{\"roleArn\": \"arn:b\", \"resource\": \"run\", \"timeoutInSeconds\": null}"))
        .isEmpty();
  }

  @Test
  void json_in_text_is_compared_as_json() {
    assertThat(
            mismatch(
                "{\"parameters\": \"{\\\"a\\\": 1, \\\"b\\\": 2}\"}",
                "{\"parameters\": \"{\\\"b\\\":2.0,\\\"a\\\":1}\"}"))
        .isEmpty();
    assertThat(
            mismatch(
                "{\"cause\": \"{\\\"code\\\": 1}\", \"error\": \"1\"}",
                "{\"cause\": \"{\\\"code\\\":1}\", \"error\": \"1\"}"))
        .isEmpty();
  }

  @Test
  void names_errors_and_causes_stay_text() {
    assertThat(pointer("{\"error\": \"1\"}", "{\"error\": \"1.0\"}")).contains("error");
    assertThat(pointer("{\"cause\": \"1\"}", "{\"cause\": \"1.0\"}")).contains("cause");
    assertThat(pointer("{\"cause\": \"{x\"}", "{\"cause\": \"{y\"}")).contains("cause");
  }

  @Test
  void a_missing_and_an_additional_member_count() {
    assertThat(pointer("{\"resource\": \"run\"}", "{}")).contains("resource");
    assertThat(pointer("{}", "{\"resource\": \"run\"}")).contains("resource");
  }

  @Test
  void events_are_taken_in_the_order_of_their_ids() {
    JsonNode forward = history(event(1, "A") + "," + event(2, "B"));
    JsonNode backward = history(event(2, "B") + "," + event(1, "A"));

    assertThat(HistoryComparison.of(backward, forward, false).firstMismatch()).isEmpty();
    assertThat(HistoryComparison.of(backward, forward, false).recordedTypes())
        .containsExactly("A", "B");
  }

  @Test
  void an_event_too_few_or_too_many_is_a_difference() {
    JsonNode one = history(event(1, "A"));
    JsonNode two = history(event(1, "A") + "," + event(2, "B"));

    Mismatch missing = HistoryComparison.of(two, one, false).firstMismatch().orElseThrow();
    Mismatch additional = HistoryComparison.of(one, two, false).firstMismatch().orElseThrow();

    assertThat(missing.index()).isEqualTo(1);
    assertThat(missing.difference().found()).isEmpty();
    assertThat(additional.index()).isEqualTo(1);
    assertThat(additional.difference().expected()).isEmpty();
  }

  @Test
  void timestamps_are_instants_in_any_form() {
    JsonNode iso = history(timed("\"2026-01-01T01:00:00.250000+01:00\""));
    JsonNode seconds = history(timed("1767225600.25"));
    JsonNode later = history(timed("1767225600.26"));

    assertThat(HistoryComparison.of(iso, seconds, true).firstMismatch()).isEmpty();
    assertThat(HistoryComparison.of(iso, later, true).firstMismatch()).isPresent();
    assertThat(HistoryComparison.of(iso, later, false).firstMismatch()).isEmpty();
  }

  private static Optional<String> pointer(String recorded, String found) {
    return mismatch(recorded, found)
        .map(mismatch -> mismatch.difference().pointer())
        .map(pointer -> pointer.replace("/taskScheduledEventDetails/", ""));
  }

  private static Optional<Mismatch> mismatch(String recorded, String found) {
    return HistoryComparison.of(
            history(SCHEDULED.formatted(recorded)), history(SCHEDULED.formatted(found)), false)
        .firstMismatch();
  }

  private static String event(int id, String type) {
    return "{\"type\": \"%s\", \"id\": %d, \"previousEventId\": 0}".formatted(type, id);
  }

  private static String timed(String timestamp) {
    return "{\"timestamp\": %s, \"type\": \"A\", \"id\": 1, \"previousEventId\": 0}"
        .formatted(timestamp);
  }

  private static JsonNode history(String events) {
    return HistoryJson.read("{\"events\": [" + events + "]}");
  }
}
