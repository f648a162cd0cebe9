package io.stepunit.internal.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.stepunit.asl.DefinitionNotFoundException;
import io.stepunit.asl.InvalidDefinitionException;
import io.stepunit.internal.Compiled;
import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.internal.model.PassState;
import io.stepunit.load.DefinitionLoader;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DefinitionLoaderTest {
  private static final String JSON =
      """
      {"StartAt": "Done", "States": {"Done": {"Type": "Succeed"}}}
      """;

  private static final String YAML =
      """
      StartAt: Done
      States:
        Done:
          Type: Succeed
      """;

  @Nested
  class Text {
    @ParameterizedTest
    @ValueSource(strings = {"order.json", "order.asl.json", "ORDER.JSON", "order", "order.yaml"})
    void text_is_read_as_json(String name) {
      assertThat(Compiled.fromText(name, JSON).graph().startAt()).isEqualTo("Done");
    }

    @ParameterizedTest
    @ValueSource(strings = {"order.yaml", "order.asl.yml", "order"})
    void text_is_read_as_yaml(String name) {
      assertThat(Compiled.fromText(name, YAML).graph().startAt()).isEqualTo("Done");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "# a comment first\nStartAt: A\nStates: {A: {Type: Succeed}}",
          "---\nStartAt: A\nStates: {A: {Type: Succeed}}",
          "\"StartAt\": A\n\"States\": {A: {Type: Succeed}}"
        })
    void without_a_telling_name_is_looked_at(String text) {
      assertThat(Compiled.fromText("order", text).graph().startAt()).isEqualTo("A");
    }

    @Test
    void in_a_yaml_file_may_be_json_indented_with_tabs() {
      String text = JSON.replace(" ", "\t");

      assertThat(Compiled.fromText("order.yaml", text).graph().startAt()).isEqualTo("Done");
    }

    @Test
    void in_a_yaml_file_may_be_yaml_in_braces() {
      String text = "{StartAt: Done, States: {Done: {Type: Succeed}}}";

      assertThat(Compiled.fromText("order.yaml", text).graph().startAt()).isEqualTo("Done");
    }

    @Test
    void may_begin_with_a_byte_order_mark() {
      assertThat(Compiled.fromText("order.json", "\uFEFF" + JSON).graph().startAt())
          .isEqualTo("Done");
    }

    @Test
    void in_yaml_has_its_problems_located_too() {
      assertThatExceptionOfType(InvalidDefinitionException.class)
          .isThrownBy(
              () ->
                  Compiled.fromText(
                      "order.asl.yaml",
                      """
                      StartAt: Ask
                      States:
                        Ask:
                          Type: Pass
                          Next: No
                        No:
                          Type: Succed
                      """))
          .withMessageContaining(
              "order.asl.yaml:5 /States/Ask/Next: Expected value of type [STRING] (found the"
                  + " boolean false; quote it to make it a string)")
          .withMessageContaining("order.asl.yaml:7 /States/No/Type: ");
    }

    @Test
    void text_of_a_megabyte_and_five_thousand_states_is_read() {
      int count = 5_000;
      String states =
          IntStream.range(0, count)
              .mapToObj(
                  i ->
                      """
                      "State%s": {"Type": "Pass", "Comment": "%s", "Parameters": {"a.$": "$.b"},
                        "ResultPath": "$.slot", "Next": "State%s"}\
                      """
                          .formatted(i, "x".repeat(100), (i + 1) % count))
              .collect(Collectors.joining(",\n"));
      String text =
          "{\"StartAt\": \"State0\", \"States\": {\n%s}}"
              .formatted(states)
              .replace("\"Next\": \"State0\"", "\"End\": true");

      CompiledDefinition machine = Compiled.fromText("big.json", text);

      assertThat(text.length()).isGreaterThan(1_000_000);
      assertThat(machine.graph().states()).hasSize(count);
      assertThat(machine.graph().state("State4999").location().line()).isEqualTo(10_000);
    }

    @Test
    void nested_deeply_is_read() {
      String inner = "{\"StartAt\": \"S0\", \"States\": {\"S0\": {\"Type\": \"Succeed\"}}}";
      for (int i = 1; i <= 100; i++) {
        inner =
            """
            {"StartAt": "S%1$s", "States": {"S%1$s": {"Type": "Parallel", "End": true,
              "Branches": [%2$s]}}}\
            """
                .formatted(i, inner);
      }

      assertThat(Compiled.fromText("deep.json", inner).graph().startAt()).isEqualTo("S100");
    }
  }

  @Nested
  class FilesOnDisk {
    @TempDir Path directory;

    @Test
    void files_on_disk_are_read_and_named_in_locations_as_they_were_given() throws IOException {
      Path file = Files.writeString(directory.resolve("order.asl.json"), JSON);

      CompiledDefinition machine = Compiled.fromFile(file);

      assertThat(machine.location().file()).isEqualTo(file.toString());
    }

    @Test
    void keep_letters_beyond_ascii() throws IOException {
      String text =
          """
          {"StartAt": "Größe", "States": {"Größe": {"Type": "Pass", "Result": "日本", "End": true}}}
          """;
      Path file = Files.writeString(directory.resolve("order.asl.json"), text);

      PassState state = (PassState) Compiled.fromFile(file).graph().state("Größe");

      assertThat(state.result().orElseThrow().asText()).isEqualTo("日本");
    }

    @Test
    void files_on_disk_that_are_missing_are_reported_with_the_nearest_name() throws IOException {
      Files.writeString(directory.resolve("order.asl.json"), JSON);
      Path missing = directory.resolve("ordr.asl.json");

      assertThatExceptionOfType(DefinitionNotFoundException.class)
          .isThrownBy(() -> DefinitionLoader.fromFile(missing))
          .withMessage("No file '%s'. Did you mean 'order.asl.json'?", missing);
    }

    @Test
    void in_a_missing_directory_are_reported_as_such() {
      Path missing = directory.resolve("machines").resolve("order.asl.json");

      assertThatExceptionOfType(DefinitionNotFoundException.class)
          .isThrownBy(() -> DefinitionLoader.fromFile(missing))
          .withMessageContaining("'" + missing + "'")
          .withMessageContaining("its directory does not exist");
    }

    @Test
    void files_on_disk_that_are_directories_are_reported() {
      assertThatExceptionOfType(DefinitionNotFoundException.class)
          .isThrownBy(() -> DefinitionLoader.fromFile(directory))
          .withMessageContaining("could not be read");
    }

    @Test
    void files_on_disk_that_are_not_utf_8_are_reported() throws IOException {
      Path file = directory.resolve("order.asl.json");
      Files.write(file, "{\"Größe\": 1}".getBytes(StandardCharsets.ISO_8859_1));

      assertThatExceptionOfType(DefinitionNotFoundException.class)
          .isThrownBy(() -> DefinitionLoader.fromFile(file))
          .withMessage("'%s' is not UTF-8 text; save it as UTF-8", file);
    }
  }

  @Nested
  class Resources {
    @TempDir Path root;

    @ParameterizedTest
    @ValueSource(strings = {"machines/order.asl.yaml", "/machines/order.asl.yaml"})
    void resources_are_read_from_the_class_path(String name) throws IOException {
      Files.writeString(
          Files.createDirectory(root.resolve("machines")).resolve("order.asl.yaml"), YAML);

      try (URLClassLoader loader = classPath()) {
        CompiledDefinition machine = Compiled.fromResource(name, loader);

        assertThat(machine.graph().startAt()).isEqualTo("Done");
        assertThat(machine.location().file()).isEqualTo(name);
      }
    }

    @Test
    void resources_that_are_missing_are_reported_with_where_was_looked_and_the_nearest_name()
        throws IOException {
      Files.writeString(
          Files.createDirectory(root.resolve("machines")).resolve("order.asl.json"), JSON);

      try (URLClassLoader loader = classPath()) {
        assertThatExceptionOfType(DefinitionNotFoundException.class)
            .isThrownBy(() -> DefinitionLoader.fromResource("order.asl.json", loader))
            .withMessageStartingWith("No resource 'order.asl.json' on the class path; looked in ")
            .withMessageContaining(root.toString())
            .withMessageContaining("Did you mean 'machines/order.asl.json'?");
      }
    }

    @Test
    void resources_that_are_missing_are_reported_with_what_is_there_if_nothing_is_near()
        throws IOException {
      Files.writeString(root.resolve("refund.json"), JSON);
      Files.writeString(root.resolve("Notes.txt"), "no definition");

      try (URLClassLoader loader = classPath()) {
        assertThatExceptionOfType(DefinitionNotFoundException.class)
            .isThrownBy(() -> DefinitionLoader.fromResource("shipment.asl.json", loader))
            .withMessageContaining("There is refund.json.");
      }
    }

    private URLClassLoader classPath() throws IOException {
      return new URLClassLoader(new URL[] {root.toUri().toURL()}, null);
    }
  }
}
