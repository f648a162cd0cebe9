package io.stepunit.internal.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.api.StepFunctionsException;
import io.stepunit.recording.Comparison;
import io.stepunit.recording.Difference;
import io.stepunit.recording.Difference.Level;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares what the API answers with what a case recorded, in the form of the recording's time. */
final class AnswerComparison {
  /** Words that recordings have in the place of a role. */
  private static final List<String> ROLES = List.of("snf_role_arn", "sfn_role_arn");

  /** How the client library that recorded some refusals words them. */
  private static final Pattern REFUSAL =
      Pattern.compile("An error occurred \\((\\w+)\\) when calling the \\w+ operation: (.*)");

  private static final Set<String> SINCE_REDRIVE =
      Set.of(
          "redriveCount",
          "redriveStatus",
          "redriveStatusReason",
          "failuresNotRedrivable",
          "pendingRedrive");

  /** Recordings of March 2023 have neither in DescribeExecution, those since redrive have both. */
  private static final Set<String> FAILURE = Set.of("error", "cause");

  private final Optional<LocalDate> recordedOn;
  private final ValueComparison values;
  private final List<Difference> differences = new ArrayList<>();

  /**
   * @param json the case
   */
  AnswerComparison(JsonNode json) {
    this.recordedOn = CaseFile.recordedOn(json);
    this.values =
        new ValueComparison(
            new Placeholders(ROLES, List.of(), List.of()),
            ReplacedPaths.of(json.path("replacedInRecording")));
  }

  /**
   * Compares an answer.
   *
   * @param root what the answer is called in the report
   */
  void compare(String root, JsonNode recorded, JsonNode found) {
    values.compare(List.of(root), recorded, inRecordedForm(found), this::differ);
  }

  /** Compares an answer of GetExecutionHistory. */
  void history(JsonNode recorded, JsonNode found) {
    HistoryComparison histories = new HistoryComparison(values);
    histories.inOrder(
        AwsChanges.inTodaysForm(RecordedEvent.listOf(recorded.path("events")), recordedOn),
        RecordedEvent.listOf(found.path("events")));
    differences.addAll(histories.differences());
  }

  /**
   * Compares a refusal.
   *
   * @param recorded the exception as the case has it
   * @param message AWS's message, with the words of the recording
   */
  void refusal(String call, JsonNode recorded, StepFunctionsException found, String message) {
    Matcher text = REFUSAL.matcher(recorded.path("exception_value").asText());
    String error =
        text.matches() ? text.group(1) : recorded.path("Error").path("Code").asText("no refusal");
    String reason = text.matches() ? text.group(2) : recorded.path("message").asText();
    if (!error.equals(found.error()) || !withoutBrackets(reason).equals(message)) {
      differ(call, error + ": " + reason, found.error() + ": " + message);
    }
  }

  /** A word without the brackets that no name may have. */
  static String withoutBrackets(String word) {
    return word.replaceAll("[<>]", "");
  }

  void differ(String field, String recorded, String found) {
    differences.add(Differences.ofExecution(Level.ANSWER, field, recorded, found));
  }

  /** What differs, empty if nothing does. */
  String report() {
    return differences.isEmpty() ? "" : new Comparison(differences).report();
  }

  private JsonNode inRecordedForm(JsonNode answer) {
    if (!answer.isObject()) {
      return answer;
    }
    ObjectNode form = answer.deepCopy();
    if (AwsChanges.isBeforeKeys(recordedOn)) {
      form.remove("encryptionConfiguration");
    }
    if (AwsChanges.isBeforeRedrive(recordedOn)) {
      form.remove(FAILURE);
      withoutRedrive(form);
    }
    return form;
  }

  private static void withoutRedrive(ObjectNode answer) {
    answer.remove(SINCE_REDRIVE);
    answer
        .properties()
        .forEach(
            member -> {
              if (member.getValue() instanceof ObjectNode inner) {
                withoutRedrive(inner);
              }
            });
  }
}
