package io.stepunit.internal.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stepunit.asl.Diagnostic;
import io.stepunit.asl.Diagnostic.Severity;
import io.stepunit.asl.InvalidDefinitionException;
import io.stepunit.asl.RequestValidation;
import io.stepunit.asl.Rule;
import io.stepunit.asl.ValidationSettings;
import io.stepunit.asl.WorkflowType;
import io.stepunit.load.DefinitionLoader;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a project makes of the warnings. */
class ValidationSettingsTest {
  /** Without a timeout, and nothing else to be said about. */
  private static final String SEND =
      """
      {"StartAt": "Send", "States": {
        "Send": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "End": true}}}
      """;

  private static List<Diagnostic> validate(ValidationSettings settings) {
    return DefinitionLoader.validate("send", SEND, WorkflowType.STANDARD, settings);
  }

  @Test
  void warnings_are_kept_with_the_definition_and_stop_nothing() {
    List<Diagnostic> warnings = DefinitionLoader.fromText("send", SEND).warnings();

    assertThat(warnings).extracting(Diagnostic::rule).containsExactly(Rule.TASK_WITHOUT_TIMEOUT);
    assertThat(warnings.get(0))
        .hasToString(
            "send:2 /States/Send: The Task has no TimeoutSeconds"
                + " (if no answer arrives, it waits for 99,999,999 seconds)");
    assertThat(warnings.get(0).severity()).isEqualTo(Severity.WARNING);
  }

  @Test
  void a_warning_can_be_silenced() {
    ValidationSettings settings = ValidationSettings.DEFAULT.with("TASK_WITHOUT_TIMEOUT", "off");

    assertThat(validate(settings)).isEmpty();
    assertThat(DefinitionLoader.fromText("send", SEND, settings).warnings()).isEmpty();
  }

  @Test
  void a_warning_can_be_raised_to_an_error_which_refuses_the_definition() {
    ValidationSettings settings = ValidationSettings.DEFAULT.with("TASK_WITHOUT_TIMEOUT", "error");

    assertThat(validate(settings)).extracting(Diagnostic::severity).containsExactly(Severity.ERROR);
    assertThatExceptionOfType(InvalidDefinitionException.class)
        .isThrownBy(() -> DefinitionLoader.fromText("send", SEND, settings))
        .withMessageContaining("The Task has no TimeoutSeconds");
  }

  @Test
  void an_error_cannot_be_changed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ValidationSettings.DEFAULT.with("UNREACHABLE_STATE", "off"))
        .withMessage("The validation rule UNREACHABLE_STATE is an error; only warnings can be set");
  }

  @Test
  void unknown_names_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ValidationSettings.DEFAULT.with("TASK_WITHOUT_TIMEOUTS", "off"))
        .withMessageContaining("did you mean TASK_WITHOUT_TIMEOUT?");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ValidationSettings.DEFAULT.with("TASK_WITHOUT_TIMEOUT", "never"))
        .withMessageContaining("is set to 'never'; expected error, warning or off");
  }

  @Test
  void a_file_on_the_class_path_holds_them_for_a_whole_project(@TempDir Path root)
      throws IOException {
    Files.writeString(
        root.resolve("stepunit.properties"), "stepunit.validation.TASK_WITHOUT_TIMEOUT = off\n");

    try (URLClassLoader project = new URLClassLoader(new URL[] {root.toUri().toURL()}, null)) {
      assertThat(validate(ProjectSettings.of(project))).isEmpty();
    }
  }

  @Test
  void requests_are_checked_as_on_aws_unless_a_project_says_otherwise(@TempDir Path root)
      throws IOException {
    Files.writeString(root.resolve("stepunit.properties"), "stepunit.requestValidation = WARN\n");

    try (URLClassLoader project = new URLClassLoader(new URL[] {root.toUri().toURL()}, null)) {
      assertThat(ProjectSettings.of(project).requestValidation()).isEqualTo(RequestValidation.WARN);
    }
    assertThat(ValidationSettings.DEFAULT.requestValidation()).isEqualTo(RequestValidation.STRICT);
  }

  @Test
  void changing_a_rule_keeps_how_requests_are_checked() {
    ValidationSettings off =
        ValidationSettings.DEFAULT.withRequestValidation(RequestValidation.OFF);

    assertThat(off.with("TASK_WITHOUT_TIMEOUT", "off").requestValidation())
        .isEqualTo(RequestValidation.OFF);
    assertThat(off.withoutWarnings().requestValidation()).isEqualTo(RequestValidation.OFF);
  }

  @Test
  void a_mode_that_there_is_not_names_the_file(@TempDir Path root) throws IOException {
    Files.writeString(root.resolve("stepunit.properties"), "stepunit.requestValidation=warn\n");

    try (URLClassLoader project = new URLClassLoader(new URL[] {root.toUri().toURL()}, null)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ProjectSettings.of(project))
          .withMessage(
              "stepunit.properties: stepunit.requestValidation is 'warn'; expected STRICT, WARN or"
                  + " OFF");
    }
  }

  @Test
  void a_mistake_in_that_file_names_the_file(@TempDir Path root) throws IOException {
    Files.writeString(
        root.resolve("stepunit.properties"), "stepunit.validation.TIMEOUT_MISSING = off\n");

    try (URLClassLoader project = new URLClassLoader(new URL[] {root.toUri().toURL()}, null)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ProjectSettings.of(project))
          .withMessageStartingWith("stepunit.properties: stepunit.validation.TIMEOUT_MISSING: ");
    }
  }
}
