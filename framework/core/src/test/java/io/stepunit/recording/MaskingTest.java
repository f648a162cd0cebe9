package io.stepunit.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stepunit.Execution;
import io.stepunit.Replays;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.asl.WorkflowType;
import io.stepunit.history.LogLevel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaskingTest {
  private static final String ORDER =
      """
      {"StartAt": "Welcome", "States": {
        "Welcome": {"Type": "Pass", "ResultPath": "$.text", "Next": "Charge", "Parameters": {
          "mail.$": "$.contact.email",
          "greeting.$": "States.Format('Dear {} {}', $.customer.first, $.customer.last)",
          "wrapped.$": "States.JsonToString($.customer)"}},
        "Charge": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
          "Parameters": {"FunctionName": "charge", "Payload.$": "$"},
          "Catch": [{"ErrorEquals": ["States.ALL"], "ResultPath": "$.error", "Next": "IsSame"}],
          "ResultPath": "$.charge", "Next": "IsSame"},
        "IsSame": {"Type": "Choice", "Default": "Other", "Choices": [
          {"Variable": "$.contact.email", "StringEqualsPath": "$.account", "Next": "Large"}]},
        "Large": {"Type": "Choice", "Default": "Other", "Choices": [
          {"Variable": "$.amount", "NumericGreaterThan": 50, "Next": "Done"}]},
        "Done": {"Type": "Succeed"},
        "Other": {"Type": "Fail", "ErrorPath": "$.contact.email", "CausePath": "$.text.wrapped"}}}
      """;

  /** What must not be seen by anybody, in whatever case. */
  private static final List<String> SECRETS =
      List.of(
          "zoë.quist@mail.example.org",
          "zo\\u00eb",
          "quist@",
          "walter.bern@home.example.net",
          "4111 1111 1111 1111",
          "4111111111111111",
          "zoë",
          "quist",
          "walter",
          "bernstein",
          "elm street 221",
          "557788990",
          "de89370400440532013000");

  private static final Masking MASKING =
      Masking.nothing()
          .emails()
          .cardNumbers()
          .fields("first", "LAST", "insuranceNumber")
          .paths("$..address", "$.customer.notes[*]")
          .matching("DE\\d{20}");

  private static final ObjectMapper MAPPER = new ObjectMapper();

  @TempDir Path folder;

  private Path recorded;

  @BeforeEach
  void orders_of_two_customers() throws IOException {
    recorded = Files.createDirectory(folder.resolve("recorded"));
    record(WorkflowType.STANDARD, "Zoë", "Quist", "zoë.quist@mail.example.org", "fine");
    record(WorkflowType.EXPRESS, "Zoë", "Quist", "zoë.quist@mail.example.org", "same");
    record(WorkflowType.STANDARD, "Walter", "Bernstein", "walter.bern@home.example.net", "fails");
  }

  private void record(WorkflowType type, String first, String last, String email, String course)
      throws IOException {
    TestStateMachine machine =
        StepFunctionsEnvironment.builder().lenient().build().define("order", ORDER, type);
    String cause =
        MAPPER.writeValueAsString(
            Map.of("errorMessage", "No money of " + first + " " + last + " <" + email + ">"));
    if (course.equals("fails")) {
      machine.mock("Charge").fails("Declined." + last, cause);
    } else {
      machine
          .mock("Charge")
          .returnsPayload(
              Map.of(
                  "holder",
                  first + " " + last,
                  "card",
                  "4111 1111 1111 1111",
                  "iban",
                  "DE89370400440532013000",
                  "raw",
                  "{\"to\": \"" + email.toUpperCase(Locale.ROOT) + "\", \"n\": 4111111111111111}"));
    }
    Map<String, Object> input =
        Map.of(
            "customer",
            Map.of(
                "first",
                first,
                "last",
                last,
                "insuranceNumber",
                557788990,
                "address",
                Map.of("street", "Elm Street 221", "lives", true),
                "notes",
                List.of(first + " rang", "by " + last)),
            "contact",
            Map.of("email", email),
            "account",
            course.equals("same") ? "other" : email,
            "byMail",
            Map.of(email, 1),
            "amount",
            77,
            "ready",
            true);
    String name = "order-" + first.charAt(0) + "-" + last + "-" + course;
    Execution run = machine.start(input, name).finish();
    if (type == WorkflowType.STANDARD) {
      Files.writeString(recorded.resolve(email + ".json"), run.historyJson());
    } else {
      StringBuilder lines = new StringBuilder();
      run.log(LogLevel.ALL, true).forEach(each -> lines.append(each).append('\n'));
      Files.writeString(recorded.resolve("log-of-" + last + ".log"), lines.toString());
    }
  }

  private static List<String> secretsIn(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return SECRETS.stream()
        .filter(secret -> lower.contains(secret.toLowerCase(Locale.ROOT)))
        .toList();
  }

  private static List<Path> filesIn(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private Path copies() {
    Path masked = folder.resolve("masked");
    assertThat(Replays.of(recorded).maskedBy(MASKING).copyTo(masked)).isEqualTo(3);
    return masked;
  }

  @Test
  void no_original_value_survives_in_any_byte_of_the_copies() throws IOException {
    Path masked = copies();

    List<Path> files = filesIn(masked);
    assertThat(files).hasSize(3);
    for (Path file : files) {
      assertThat(secretsIn(Files.readString(file))).as(file.toString()).isEmpty();
      assertThat(secretsIn(masked.relativize(file).toString())).isEmpty();
    }
  }

  @Test
  void the_recordings_of_this_test_have_all_secrets() throws IOException {
    StringBuilder all = new StringBuilder();
    for (Path file : filesIn(recorded)) {
      all.append(Files.readString(file));
    }

    assertThat(secretsIn(all.toString())).hasSize(SECRETS.size() - 1).doesNotContain("zo\\u00eb");
  }

  @Test
  void masked_executions_go_the_same_way() {
    ReplayReport report = Replays.of(recorded).maskedBy(MASKING).through(ORDER);

    assertThat(report.isAsRecorded()).as(report::toString).isTrue();
    assertThat(report.executions()).hasSize(3);
    assertThat(secretsIn(report.toString() + report.toJson())).isEmpty();
  }

  @Test
  void copies_replay_as_the_originals_do() {
    ReplayReport ofCopies = Replays.of(copies()).through(ORDER);

    assertThat(ofCopies.isAsRecorded()).as(ofCopies::toString).isTrue();
    assertThat(ofCopies.executions())
        .extracting(each -> each.recorded().status().name())
        .containsExactlyInAnyOrder("SUCCEEDED", "SUCCEEDED", "FAILED");
  }

  @Test
  void differences_of_a_changed_definition_show_masks_only() {
    String changed =
        ORDER.replace("Dear", "Hello").replace("\"Next\": \"Done\"", "\"Next\": \"Other\"");

    ReplayReport report =
        Replays.of(recorded)
            .maskedBy(MASKING)
            .through(changed.replace("\"Done\": {\"Type\": \"Succeed\"},", ""));

    assertThat(report.executions()).allSatisfy(each -> assertThat(each.differences()).isNotEmpty());
    assertThat(secretsIn(report.toString() + report.toJson())).isEmpty();
  }

  @Test
  void kinds_lengths_and_equality_are_kept_and_numbers_unless_they_are_named() throws IOException {
    List<JsonNode> inputs = new ArrayList<>();
    for (Path file : filesIn(copies())) {
      if (file.toString().endsWith(".json")) {
        JsonNode started =
            MAPPER.readTree(file.toFile()).at("/events/0/executionStartedEventDetails");
        inputs.add(MAPPER.readTree(started.get("input").asText()));
      }
    }

    assertThat(inputs).hasSize(2);
    for (JsonNode input : inputs) {
      assertThat(input.get("account")).isEqualTo(input.at("/contact/email"));
      assertThat(input.get("byMail").fieldNames().next()).isEqualTo(input.get("account").asText());
      assertThat(input.get("amount").asInt()).isEqualTo(77);
      assertThat(input.get("ready").asBoolean()).isTrue();
      assertThat(input.at("/customer/insuranceNumber").isIntegralNumber()).isTrue();
      assertThat(input.at("/customer/insuranceNumber").asText()).hasSize(9);
      assertThat(input.at("/customer/address/lives").isBoolean()).isTrue();
    }
    assertThat(inputs.get(0).get("account")).isNotEqualTo(inputs.get(1).get("account"));
    assertThat(inputs.get(0).at("/customer/insuranceNumber"))
        .isEqualTo(inputs.get(1).at("/customer/insuranceNumber"));
  }

  @Test
  void the_mask_of_a_card_number_is_one_too() throws IOException {
    StringBuilder all = new StringBuilder();
    for (Path file : filesIn(copies())) {
      all.append(Files.readString(file));
    }

    assertThat(all).contains("9000 0000 0000 001").contains("900000000000001");
  }

  @Test
  void broken_files_do_not_show_what_is_in_them() throws IOException {
    Files.writeString(recorded.resolve("a-Quist.json"), "{\"events\": [Quist");
    Files.writeString(recorded.resolve("b.json"), "{\"last\": \"Quist\"}");

    ReplayReport report = Replays.of(recorded).maskedBy(MASKING).through(ORDER);

    assertThat(report.unreplayed()).hasSize(2);
    assertThat(secretsIn(report.toString())).isEmpty();
  }

  @Test
  void copies_are_written_into_a_new_folder_only() throws IOException {
    Path masked = Files.createDirectory(folder.resolve("old"));
    Files.writeString(masked.resolve("a.txt"), "a");

    assertThatThrownBy(() -> Replays.of(recorded).maskedBy(MASKING).copyTo(masked))
        .isInstanceOf(RecordingException.class)
        .hasMessageContaining("Masked copies are written into a new folder, but ")
        .hasMessageContaining(" has files in it.");
  }

  @Test
  void a_path_with_a_filter_is_refused() {
    assertThatThrownBy(() -> Masking.nothing().paths("$.a[?(@.b)]"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is no path that can be masked");
    assertThatThrownBy(() -> Masking.nothing().matching("("))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'(' is no regular expression");
  }
}
