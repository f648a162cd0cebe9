package io.stepunit.internal.recording;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.asl.WorkflowType;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.recording.RecordedAttempt.End;
import io.stepunit.internal.recording.RecordedCase.Stop;
import io.stepunit.recording.RecordingException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a case of the corpus: one JSON object with definition, input, mocks and expectation. */
final class CaseFile {
  private static final String ACCOUNT = "111111111111";
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("dd-MM-uuuu", Locale.ROOT);

  private static final Pattern PARAMETER = Pattern.compile("\\[([^\\[\\]]*)]$");

  private CaseFile() {}

  /** The text of a case with the two placeholders filled in that have one value everywhere. */
  static String withPartition(String text) {
    return text.replace("<partition>", "aws").replace("<region>", "us-east-1");
  }

  static RecordedCase read(JsonNode json) {
    return readResolved(ResourceNames.resolved(json));
  }

  private static RecordedCase readResolved(JsonNode json) {
    JsonNode expected = json.path("expected");
    if (!json.has("definition") || !expected.isObject()) {
      throw new RecordingException(
          "A recorded case is a JSON object with 'definition' and 'expected', found the fields "
              + names(json));
    }
    List<RecordedEvent> events = RecordedEvent.listOf(expected.path("events"));
    return new RecordedCase(
        json.path("id").asText("case"),
        Optional.of(definition(json.get("definition"))),
        WorkflowType.valueOf(json.path("type").asText(WorkflowType.STANDARD.name())),
        Optional.of(ACCOUNT),
        Optional.empty(),
        input(json),
        text(json, "executionName").map(CaseFile::accepted),
        Optional.empty(),
        recordedOn(json),
        withWorkers(attempts(json.path("mocks")), HistoryAttempts.of(events)),
        stop(json),
        order(json, events),
        outcome(expected),
        events,
        ReplacedPaths.of(json.path("replacedInRecording")),
        madeUp(json.path("replacedInRecording")));
  }

  /**
   * The input. A time that was made when the case was recorded stands as {@code <timestamp>}; the
   * parameter in the case's id tells its end, such as {@code Z} for UTC.
   */
  private static JsonNode input(JsonNode json) {
    if (!json.has("input")) {
      return Json.NODES.objectNode();
    }
    Matcher parameter = PARAMETER.matcher(json.path("id").asText());
    String end = parameter.find() ? parameter.group(1) : "";
    String time = Json.text(Json.NODES.textNode("2026-01-01T00:00:00" + end));
    return Json.parse(Json.text(json.get("input")).replace("\"<timestamp>\"", time));
  }

  /** A name that stands for the one that AWS had, without the brackets that no name may have. */
  private static String accepted(String placeholder) {
    return placeholder.replaceAll("[<>]", "");
  }

  private static List<String> names(JsonNode json) {
    List<String> names = new ArrayList<>();
    json.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static String definition(JsonNode definition) {
    return definition.isTextual() ? definition.textValue() : Json.text(definition);
  }

  private static Optional<String> text(JsonNode json, String field) {
    return json.hasNonNull(field) ? Optional.of(json.get(field).asText()) : Optional.empty();
  }

  static Optional<LocalDate> recordedOn(JsonNode json) {
    String text = json.path("recordedDate").asText();
    try {
      return text.length() < 10
          ? Optional.empty()
          : Optional.of(LocalDate.parse(text.substring(0, 10), DATE));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Optional<Stop> stop(JsonNode json) {
    JsonNode stop = json.get("stop");
    return stop == null
        ? Optional.empty()
        : Optional.of(new Stop(text(stop, "error"), text(stop, "cause"), Optional.empty()));
  }

  private static HistoryOrder order(JsonNode json, List<RecordedEvent> events) {
    if (events.stream().anyMatch(RecordedEvent::isErased)) {
      return new ErasedIds();
    }
    if (json.path("expected").path("status").asText().equals("RUNNING")) {
      return RecordedOrder.BEGINNING;
    }
    return json.path("interleaved").asBoolean(false)
        ? RecordedOrder.BY_BRANCH
        : RecordedOrder.EXACT;
  }

  private static RecordedOutcome outcome(JsonNode expected) {
    return new RecordedOutcome(
        expected.path("status").asText(),
        Optional.ofNullable(expected.get("output")),
        expected.path("outputMasked").asBoolean(false),
        text(expected, "error"),
        text(expected, "cause"));
  }

  private static List<String> madeUp(JsonNode replaced) {
    List<String> words = new ArrayList<>();
    for (JsonNode entry : replaced) {
      if (entry.path("madeUp").asBoolean(false)) {
        words.add(entry.path("by").asText());
      }
    }
    return words;
  }

  private static Map<String, List<RecordedAttempt>> attempts(JsonNode mocks) {
    Map<String, List<RecordedAttempt>> attempts = new LinkedHashMap<>();
    mocks
        .fields()
        .forEachRemaining(
            entry -> {
              List<RecordedAttempt> ofState = new ArrayList<>();
              entry.getValue().forEach(attempt -> ofState.add(attempt(attempt)));
              attempts.put(entry.getKey(), List.copyOf(ofState));
            });
    return attempts;
  }

  /** The mocks of a case do not tell who took the task of an activity, its history does. */
  private static Map<String, List<RecordedAttempt>> withWorkers(
      Map<String, List<RecordedAttempt>> mocks, Map<String, List<RecordedAttempt>> history) {
    Map<String, List<RecordedAttempt>> attempts = new LinkedHashMap<>();
    mocks.forEach(
        (state, ofState) -> {
          List<RecordedAttempt> seen = history.getOrDefault(state, List.of());
          List<RecordedAttempt> named = new ArrayList<>();
          for (int i = 0; i < ofState.size(); i++) {
            named.add(
                i < seen.size() ? ofState.get(i).by(seen.get(i).workerName()) : ofState.get(i));
          }
          attempts.put(state, named);
        });
    return attempts;
  }

  private static RecordedAttempt attempt(JsonNode json) {
    List<Integer> iterations = new ArrayList<>();
    if (json.has("iterations")) {
      json.get("iterations").forEach(index -> iterations.add(index.asInt()));
    } else if (json.has("iteration")) {
      iterations.add(json.get("iteration").asInt());
    }
    return new RecordedAttempt(
        List.copyOf(iterations),
        end(json),
        Optional.ofNullable(json.get("submitted")),
        Duration.ZERO,
        List.of(),
        Optional.empty());
  }

  private static End end(JsonNode json) {
    if (json.has("return")) {
      return new End.Returned(json.get("return"));
    }
    if (json.path("timeout").asBoolean(false) || json.path("pending").asBoolean(false)) {
      return new End.Never();
    }
    return new End.Failed(
        nullable(json, "error"),
        nullable(json, "cause"),
        RecordedAttempt.stepOf(json.path("failedAt").asText()));
  }

  private static @Nullable String nullable(JsonNode json, String field) {
    return text(json, field).orElse(null);
  }
}
