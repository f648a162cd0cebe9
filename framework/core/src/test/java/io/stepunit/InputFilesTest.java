package io.stepunit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepunit.internal.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFilesTest {
  private final TestStateMachine pass =
      StepFunctionsEnvironment.create()
          .define(
              "pass",
              """
              {"StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}
              """);

  @TempDir private Path folder;
  private Path event;

  @BeforeEach
  void a_project_keeps_an_event_in_a_file() throws IOException {
    event = Files.writeString(folder.resolve("order.json"), "{\"id\": 7}");
  }

  @Test
  void a_path_is_read_and_never_taken_for_its_name() {
    assertThat(pass.run(event).input()).isEqualTo(Json.parse("{\"id\": 7}"));
    assertThat(pass.run(event.toFile()).input()).isEqualTo(Json.parse("{\"id\": 7}"));
    assertThat(pass.start(event).finish().input()).isEqualTo(Json.parse("{\"id\": 7}"));
  }

  @Test
  void the_text_of_the_file_is_what_is_sent() {
    assertThat(pass.run(event).historyJson()).contains("\"input\": \"{\\\"id\\\": 7}\"");
    assertThat(pass.runFile(event.toString()).historyJson())
        .contains("\"input\": \"{\\\"id\\\": 7}\"");
  }

  @Test
  void a_file_is_named_by_the_class_path_or_by_its_own_path() {
    assertThat(pass.runFile("mocks/charge-paid.json").outputAt("$.by"))
        .contains(Json.parse("\"file\""));
    assertThat(pass.runFile(event.toString()).outputAt("$.id")).contains(Json.parse("7"));
  }

  @Test
  void without_an_input_there_is_an_empty_object() {
    assertThat(pass.run().input()).isEqualTo(Json.parse("{}"));
    assertThat(pass.start().finish().input()).isEqualTo(Json.parse("{}"));
  }

  @Nested
  class What_cannot_be_read {
    @Test
    void a_file_that_is_not_there_is_told_by_its_whole_path() {
      assertThatThrownBy(() -> pass.run(folder.resolve("none.json")))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("The input of 'pass', the file ")
          .hasMessageEndingWith(", is a file that is not there: " + folder.resolve("none.json"));
    }

    @Test
    void a_name_that_is_nowhere_is_told_with_both_places() {
      assertThatThrownBy(() -> pass.runFile("events/none.json"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("There is no input 'events/none.json': neither on the class path")
          .hasMessageEndingWith("nor as the file " + Path.of("events/none.json").toAbsolutePath());
    }

    @Test
    void a_file_that_is_no_json_is_told_with_the_place() throws IOException {
      Path broken = Files.writeString(folder.resolve("broken.json"), "{\"id\": }");

      assertThatThrownBy(() -> pass.run(broken))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("broken.json, is not JSON: ")
          .hasMessageContaining("(line 1, column ");
      assertThatThrownBy(() -> pass.runFile(broken.toString()))
          .hasMessageContaining("broken.json' is not JSON: ");
    }
  }
}
