package io.stepunit.assertj;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static io.stepunit.assertj.StepUnitAssertions.assertThatIllegalArgumentException;

import io.stepunit.Execution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class ApprovalTest {
  private static final String SWITCH = "stepunit.approve";
  private static final Path FOLDER = Path.of("src/test/java/io/stepunit/assertj");
  private static final Path NEW = FOLDER.resolve("ApprovalTest.new.approved.txt");

  @AfterEach
  void forget() throws IOException {
    System.clearProperty(SWITCH);
    Files.deleteIfExists(NEW);
  }

  @Test
  void an_execution_that_does_what_was_approved_passes() {
    assertThat(Runs.retried()).matchesApproved("retried");
    assertThat(Runs.broken()).matchesApproved("broken");
    assertThat(Runs.retried()).hasApprovedOutput("retried");
  }

  @Test
  void a_difference_is_shown_line_by_line() {
    String message = Messages.of(() -> assertThat(Runs.paid()).matchesApproved("retried"));

    assertThat(message)
        .contains(
            """
            Expecting execution run-1 to match src/test/java/io/stepunit/assertj/ApprovalTest.retried.approved.txt
            but there is a difference (- approved, + found)
            """)
        .contains("  -     +0s failed with Gateway.Busy: 503\n")
        .contains("  + SUCCEEDED after 3s\n")
        .contains(
            "If the change is right, run the test once with -Dstepunit.approve; what differs from"
                + " run to run is left out by ignoring(…)");
  }

  @Test
  void what_nobody_has_approved_is_shown_and_not_written() {
    String message = Messages.of(() -> assertThat(Runs.paid()).matchesApproved("new"));

    assertThat(message)
        .contains(
            "Nobody has approved src/test/java/io/stepunit/assertj/ApprovalTest.new.approved.txt"
                + " yet. This is what was found:")
        .contains(
            "run the test once with -Dstepunit.approve, which writes the file, and commit it");
    assertThat(NEW).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "true"})
  void a_run_that_is_told_to_approve_writes_what_it_finds(String told) throws IOException {
    System.setProperty(SWITCH, told);
    Files.writeString(NEW, "something else\n");

    assertThat(Runs.retried()).matchesApproved("new");

    assertThat(NEW).hasSameTextualContentAs(FOLDER.resolve("ApprovalTest.retried.approved.txt"));
  }

  @Test
  void a_run_that_is_told_not_to_approve_does_not() {
    System.setProperty(SWITCH, "false");

    Messages.of(() -> assertThat(Runs.paid()).matchesApproved("new"));

    assertThat(NEW).doesNotExist();
  }

  @Test
  void what_is_ignored_may_differ() {
    Execution one = withIds("\"a\"", "1");
    Execution other = withIds("[\"b\"]", "2");

    assertThat(one).ignoring("id", "$.lines[*].no").matchesApproved("ignoring");
    assertThat(other).ignoring("id").ignoring("$.lines[*].no").matchesApproved("ignoring");
    assertThat(other).ignoring("$..id", "$.lines[0].no").hasApprovedOutput("ignoring");
    Messages.of(() -> assertThat(other).ignoring("$.id").matchesApproved("ignoring"));
  }

  private static Execution withIds(String id, String number) {
    return Runs.of(
        "{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Pass\",\"End\":true}}}",
        "{\"order\":{\"id\":" + id + ",\"idle\":true},\"lines\":[{\"no\":" + number + "}]}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "$", "$.", "a.b", "$[?(@.x)]"})
  void what_is_no_field_cannot_be_ignored(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> assertThat(Runs.paid()).ignoring(text))
        .withMessageStartingWith(
            "'" + text + "' is neither a field's name nor a path to one. Write the name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "../up", "a/b", "C:"})
  void what_no_file_is_called_is_no_name(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> assertThat(Runs.paid()).matchesApproved(name))
        .withMessageContaining("found '" + name + "'.");
  }

  @Test
  void an_output_may_stand_in_a_file() {
    assertThat(Runs.paid()).hasOutputFile("paid-output.json");
    assertThat(Runs.paid()).hasOutputFile("src/test/resources/paid-output.json");

    assertThat(Messages.of(() -> assertThat(Runs.lines()).hasOutputFile("paid-output.json")))
        .contains("Expecting the output of execution run-1 to be");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> assertThat(Runs.paid()).hasOutputFile("nothing.json"))
        .withMessageStartingWith("There is no expected output 'nothing.json'");
  }

  @Test
  void an_execution_without_output_has_none_to_approve() {
    assertThat(Messages.of(() -> assertThat(Runs.broken()).hasApprovedOutput("broken")))
        .contains("to have an output");
  }

  @Test
  void soft_assertions_compare_too() {
    StepUnitSoftAssertions softly = new StepUnitSoftAssertions();

    softly.assertThat(Runs.paid()).ignoring("id").matchesApproved("retried");

    assertThat(softly.assertionErrorsCollected()).hasSize(1);
  }
}
