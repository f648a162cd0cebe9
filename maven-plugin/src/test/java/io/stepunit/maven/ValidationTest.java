package io.stepunit.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidationTest {
  private static final String BROKEN =
      """
      {"StartAt": "Done",
       "States": {
         "Done": {"Type": "Succeed", "Nxt": "Off"}}}
      """;

  private static final String RISKY =
      """
      {"StartAt": "Call", "States": {"Call": {
        "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "End": true,
        "Parameters": {"QueueUrl": "https://queue", "MessageBody": "x"}}}}
      """;

  @TempDir Path folder;
  private final RecordedLog log = new RecordedLog();

  @Test
  void an_error_fails_the_build_and_is_told_with_its_place() throws IOException {
    Path file = file("order.asl.json", BROKEN);

    assertThatThrownBy(() -> new Validation(log, Map.of(), false).of(List.of(file)))
        .isInstanceOf(MojoFailureException.class)
        .hasMessage("1 file checked: 1 error, 0 warnings. They are listed above.");

    assertThat(log.lines())
        .singleElement()
        .asString()
        .startsWith("ERROR " + file + ":3 /States/Done/Nxt: Field 'Nxt' is not supported");
  }

  @Test
  void a_warning_is_told_and_passes() throws Exception {
    new Validation(log, Map.of(), false).of(List.of(file("order.asl.json", RISKY)));

    assertThat(log.lines()).first().asString().startsWith("WARN ");
    assertThat(log.lines()).last().isEqualTo("INFO 1 file checked: 0 errors, 1 warning");
  }

  @Test
  void a_warning_fails_the_build_where_the_project_is_strict() throws IOException {
    Path file = file("order.asl.json", RISKY);

    assertThatThrownBy(() -> new Validation(log, Map.of(), true).of(List.of(file)))
        .isInstanceOf(MojoFailureException.class);
  }

  @Test
  void all_machines_of_a_template_are_checked() throws IOException {
    Path template =
        file(
            "template.yaml",
            """
            Resources:
              First:
                Type: AWS::Serverless::StateMachine
                Properties:
                  Definition: {StartAt: A, States: {A: {Type: Succeed}}}
              Second:
                Type: AWS::Serverless::StateMachine
                Properties:
                  Definition: {StartAt: A, States: {A: {Type: Succeed, Nxt: A}}}
            """);

    assertThatThrownBy(() -> new Validation(log, Map.of(), false).of(List.of(template)))
        .hasMessageStartingWith("1 file checked: 1 error");
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
