package io.stepunit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.Execution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.asl.WorkflowType;
import io.stepunit.history.LogLevel;
import io.stepunit.recording.ReplayReport;
import io.stepunit.recording.ReplayedExecution;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayCommandTest {
  private static final String ORDER =
      """
      {"StartAt": "IsLarge", "States": {
        "IsLarge": {"Type": "Choice", "Default": "Charge",
          "Choices": [{"Variable": "$.amount", "NumericGreaterThan": 100, "Next": "Refuse"}]},
        "Charge": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
          "Parameters": {"FunctionName": "charge"}, "End": true},
        "Refuse": {"Type": "Fail", "Error": "Refused"}}}
      """;

  private static final String GENEROUS = ORDER.replace("100", "1000");

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path histories;

  @BeforeEach
  void five_orders() throws IOException {
    histories = Files.createDirectory(folder.resolve("histories"));
    TestStateMachine machine = StepFunctionsEnvironment.create().define("order", ORDER);
    machine.mock("Charge").returnsPayload(Map.of());
    for (int amount = 80; amount < 130; amount += 10) {
      Execution run = machine.run(Map.of("amount", amount));
      Files.writeString(histories.resolve(amount + ".json"), run.historyJson());
    }
  }

  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return StepUnitCommand.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @Test
  void executions_that_go_the_same_way_are_a_success() throws IOException {
    int code = run("replay", histories.toString(), file("order.asl.json", ORDER));

    assertThat(code).as(err::toString).isZero();
    assertThat(out.toString()).startsWith("5 of 5 recorded executions go the same way.");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void executions_that_go_another_way_fail_the_command() throws IOException {
    int code = run("replay", histories.toString(), file("new.asl.json", GENEROUS));

    assertThat(code).isEqualTo(1);
    assertThat(out.toString())
        .startsWith("3 of 5 recorded executions go the same way (60.0 %).")
        .contains(
            "  2 executions: 'Refuse' no longer follows 'IsLarge': 'Charge' does\n"
                + "    2 ended FAILED with Refused, now RUNNING\n"
                + "    110.json, 120.json");
  }

  @Test
  void other_data_fail_only_a_strict_command() throws IOException {
    String changed =
        file(
            "new.asl.json",
            ORDER.replace("\"FunctionName\": \"charge\"", "\"FunctionName\": \"pay\""));

    assertThat(run("replay", histories.toString(), changed)).isZero();
    assertThat(out.toString()).contains("Same path, other data:");
    assertThat(run("replay", "--strict", histories.toString(), changed)).isEqualTo(1);
  }

  @Test
  void reports_of_jobs_are_merged() throws IOException {
    String changed = file("new.asl.json", GENEROUS);
    run("replay", "--json", histories.toString(), changed);
    ReplayReport whole = ReplayReport.ofJson(out.toString());
    String[] reports = new String[3];
    for (int job = 1; job <= 3; job++) {
      run("replay", "--json", "--shard", job + "/3", histories.toString(), changed);
      reports[job - 1] = file("report-" + job + ".json", out.toString());
    }

    int code = run("replay", "--merge", "--json", reports[0], reports[1], reports[2]);

    assertThat(code).isEqualTo(1);
    ReplayReport merged = ReplayReport.ofJson(out.toString());
    assertThat(merged.executions())
        .containsExactlyInAnyOrderElementsOf(whole.executions())
        .extracting(ReplayedExecution::name)
        .containsExactly("100.json", "80.json", "110.json", "90.json", "120.json");
    assertThat(run("replay", "--merge", reports[0], reports[1], reports[2])).isEqualTo(1);
    assertThat(out.toString()).startsWith("3 of 5 recorded executions go the same way");
  }

  @Test
  void a_job_without_an_execution_succeeds() throws IOException {
    int code = run("replay", "--shard", "7/8", histories.toString(), file("order.asl.json", ORDER));

    assertThat(code).isZero();
    assertThat(out.toString()).startsWith("No recorded execution was replayed.");
  }

  @Test
  void log_records_are_replayed_as_express_executions() throws IOException {
    TestStateMachine machine =
        StepFunctionsEnvironment.create().define("order", ORDER, WorkflowType.EXPRESS);
    StringBuilder lines = new StringBuilder();
    machine
        .start(Map.of("amount", 120))
        .finish()
        .log(LogLevel.ALL, true)
        .forEach(each -> lines.append(each).append('\n'));
    String log = file("order.log", lines.toString());

    assertThat(run("replay", "--json", log, file("order.asl.json", ORDER))).isZero();

    ReplayReport report = ReplayReport.ofJson(out.toString());
    assertThat(report.isAsRecorded()).isTrue();
    assertThat(report.costPerThousand().orElseThrow().recorded())
        .isLessThan(new BigDecimal("0.01"));
  }

  @Test
  void what_cannot_be_replayed_fails_with_the_reason() throws IOException {
    Files.writeString(histories.resolve("bad.json"), "{\"Code\": 1}");

    int code = run("replay", histories.toString(), file("order.asl.json", ORDER));

    assertThat(code).isEqualTo(1);
    assertThat(out.toString())
        .contains("go the same way; 1 could not be replayed.\nNot replayed:\n  bad.json: 1 value");
  }

  @Test
  void a_wrong_use_is_told_in_a_sentence() throws IOException {
    String order = file("order.asl.json", ORDER);

    assertThat(run("replay", histories.toString())).isEqualTo(2);
    assertThat(err.toString()).startsWith("replay takes a folder with recorded executions and a");
    assertThat(run("replay", folder.resolve("none").toString(), order)).isEqualTo(2);
    assertThat(err.toString()).startsWith("There is no folder with recorded executions at ");
    assertThat(run("replay", "--shard", "9/8", histories.toString(), order)).isEqualTo(2);
    assertThat(err.toString()).startsWith("--shard is \"9/8\"");
    assertThat(run("replay", "--merge", order)).isEqualTo(2);
    assertThat(err.toString()).contains("order.asl.json: This is no report of replays as JSON");
  }

  @Test
  void masked_copies_are_written_and_can_be_replayed() throws IOException {
    TestStateMachine machine = StepFunctionsEnvironment.create().define("order", ORDER);
    machine.mock("Charge").returnsPayload(Map.of("to", "kim@example.com"));
    Map<String, Object> input =
        Map.of("amount", 1, "mail", "kim@example.com", "name", "Kim Quist", "code", "AB-7,7");
    Path personal = Files.createDirectory(folder.resolve("personal"));
    Files.writeString(personal.resolve("kim@example.com.json"), machine.run(input).historyJson());
    Path masked = folder.resolve("masked");

    int code =
        run(
            "replay",
            "--mask",
            "email,field=name",
            "--mask",
            "pattern=AB-\\d,\\d",
            "--write",
            masked.toString(),
            personal.toString());

    assertThat(code).as(err::toString).isZero();
    assertThat(err.toString()).isEqualToIgnoringNewLines("1 masked file written to " + masked);
    try (Stream<Path> files = Files.list(masked)) {
      Path copy = files.findFirst().orElseThrow();
      assertThat(copy.getFileName().toString()).doesNotContain("kim");
      assertThat(Files.readString(copy)).doesNotContain("kim@", "Quist", "AB-7");
    }
    assertThat(run("replay", masked.toString(), file("order.asl.json", ORDER))).isZero();
  }

  @Test
  void masks_and_copies_have_to_fit_together() throws IOException {
    String order = file("order.asl.json", ORDER);
    String copies = folder.resolve("copies").toString();

    assertThat(run("replay", "--write", copies, histories.toString(), order)).isEqualTo(2);
    assertThat(err.toString()).startsWith("--write copies all files and masks them: say what by");
    assertThat(run("replay", "--mask", "phone", histories.toString(), order)).isEqualTo(2);
    assertThat(err.toString()).startsWith("--mask does not know 'phone'");
  }
}
