package io.stepunit.internal.recording;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.history.HistoryJson;
import io.stepunit.recording.Difference;
import io.stepunit.recording.Difference.Level;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The comparison of histories that are to be the same, which assertions use. */
class SameHistoriesTest {
  private static final String SCHEDULED =
      """
      {"timestamp": "2026-01-01T00:00:00.250000+00:00", "type": "TaskScheduled", "id": 1,
       "previousEventId": 0, "taskScheduledEventDetails": %s}
      """;

  @Test
  void what_says_nothing_about_the_machine_does_not_count() {
    assertThat(
            differing(
                "{\"resource\": \"run\", \"region\": \"eu-west-1\", \"roleArn\": \"arn:a\"}",
                "{\"roleArn\": \"arn:b\", \"resource\": \"run\", \"timeoutInSeconds\": null}"))
        .isEmpty();
  }

  @Test
  void json_in_text_is_compared_as_json() {
    assertThat(
            differing(
                "{\"parameters\": \"{\\\"a\\\": 1, \\\"b\\\": 2}\"}",
                "{\"parameters\": \"{\\\"b\\\":2.0,\\\"a\\\":1}\"}"))
        .isEmpty();
    assertThat(
            differing(
                "{\"cause\": \"{\\\"code\\\": 1}\", \"error\": \"1\"}",
                "{\"cause\": \"{\\\"code\\\":1}\", \"error\": \"1\"}"))
        .isEmpty();
  }

  @Test
  void names_errors_and_causes_stay_text() {
    assertThat(differing("{\"error\": \"1\"}", "{\"error\": \"1.0\"}")).containsExactly("error");
    assertThat(differing("{\"cause\": \"1\"}", "{\"cause\": \"1.0\"}")).containsExactly("cause");
    assertThat(differing("{\"cause\": \"{x\"}", "{\"cause\": \"{y\"}")).containsExactly("cause");
  }

  @Test
  void words_that_stand_for_a_value_and_times_are_texts_like_others() {
    assertThat(differing("{\"output\": \"\\\"<a>\\\"\"}", "{\"output\": \"\\\"x\\\"\"}"))
        .containsExactly("output");
    assertThat(
            differing(
                "{\"cause\": \"2026-01-01T00:00:00Z\"}", "{\"cause\": \"2026-01-01T00:00:01Z\"}"))
        .containsExactly("cause");
  }

  @Test
  void a_missing_and_an_additional_member_count() {
    assertThat(differing("{\"resource\": \"run\"}", "{}")).containsExactly("resource");
    assertThat(differing("{}", "{\"resource\": \"run\"}")).containsExactly("resource");
  }

  @Test
  void a_difference_in_data_is_told_by_its_pointer() {
    assertThat(
            differing(
                "{\"parameters\": \"{\\\"a\\\": [1, {\\\"b/c\\\": 2}]}\"}",
                "{\"parameters\": \"{\\\"a\\\": [1, {\\\"b/c\\\": 3}]}\"}"))
        .containsExactly("parameters/a/1/b~1c");
  }

  @Test
  void events_are_taken_in_the_order_of_their_ids() {
    JsonNode forward = history(event(1, "A") + "," + event(2, "B"));
    JsonNode backward = history(event(2, "B") + "," + event(1, "A"));

    assertThat(HistoryComparison.ofSame(backward, forward, false)).isEmpty();
    assertThat(HistoryComparison.labels(backward)).containsExactly("A", "B");
  }

  @Test
  void an_event_too_few_or_too_many_is_a_difference() {
    JsonNode one = history(event(1, "A"));
    JsonNode two = history(event(1, "A") + "," + event(2, "B"));

    Difference missing = HistoryComparison.ofSame(two, one, false).get(0);
    Difference additional = HistoryComparison.ofSame(one, two, false).get(0);

    assertThat(missing.event()).hasValue(2);
    assertThat(missing.expected()).isEqualTo("B");
    assertThat(missing.found()).isEqualTo("no further event");
    assertThat(additional.event()).hasValue(2);
    assertThat(additional.found()).isEqualTo("B");
  }

  @Test
  void another_previous_event_is_a_difference() {
    JsonNode history = history(event(1, "A") + "," + event(2, "B"));
    JsonNode chained = history(event(1, "A") + "," + event(2, "B").replace(": 0}", ": 1}"));

    assertThat(HistoryComparison.ofSame(history, chained, false))
        .extracting(Difference::level)
        .containsExactly(Level.IDS);
  }

  @Test
  void timestamps_are_instants_in_any_form() {
    JsonNode iso = history(timed("\"2026-01-01T01:00:00.250000+01:00\""));
    JsonNode seconds = history(timed("1767225600.25"));
    JsonNode later = history(timed("1767225600.26"));

    assertThat(HistoryComparison.ofSame(iso, seconds, true)).isEmpty();
    assertThat(HistoryComparison.ofSame(iso, later, true))
        .extracting(Difference::field)
        .containsExactly("/timestamp");
    assertThat(HistoryComparison.ofSame(iso, later, false)).isEmpty();
  }

  private static List<String> differing(String recorded, String found) {
    return HistoryComparison.ofSame(
            history(SCHEDULED.formatted(recorded)), history(SCHEDULED.formatted(found)), false)
        .stream()
        .map(difference -> difference.field().replace("/taskScheduledEventDetails/", ""))
        .toList();
  }

  private static String event(int id, String type) {
    return "{\"type\": \"%s\", \"id\": %s, \"previousEventId\": 0}".formatted(type, id);
  }

  private static String timed(String timestamp) {
    return "{\"timestamp\": %s, \"type\": \"A\", \"id\": 1, \"previousEventId\": 0}"
        .formatted(timestamp);
  }

  private static JsonNode history(String events) {
    return HistoryJson.read("{\"events\": [" + events + "]}");
  }
}
