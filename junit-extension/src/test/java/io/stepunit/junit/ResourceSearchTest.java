package io.stepunit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepunit.TestStateMachine;
import io.stepunit.junit.ResourceSearch.Kind;
import io.stepunit.junit.testkit.TestKit;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.io.TempDir;

class ResourceSearchTest {

  @Test
  void a_resource_beside_the_test_class_comes_first() {
    assertThat(text("pass.asl.json")).contains("beside the test class");
  }

  @Test
  void then_the_root_of_the_class_path() {
    assertThat(text("root-only.asl.json")).contains("at the root");
  }

  @Test
  void a_leading_slash_means_the_root() {
    assertThat(text("/pass.asl.json")).contains("at the root");
  }

  @Test
  void then_a_file(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("an order.asl.json"), "{}");

    assertThat(text(file.toString())).isEqualTo("{}");
  }

  @Test
  void a_directory_is_no_definition() {
    assertThatThrownBy(() -> find("inherited"))
        .isInstanceOf(ExtensionConfigurationException.class)
        .hasMessageContaining("class path: io/stepunit/junit/inherited");
  }

  @Test
  void a_blank_name_is_refused() {
    assertThatThrownBy(() -> find(" "))
        .hasMessage("this test names no definition; expected a file such as \"order.asl.json\".");
  }

  @Test
  void a_text_that_can_be_no_file_name_is_not_found() {
    assertThatThrownBy(() -> find("a\0b"))
        .isInstanceOf(ExtensionConfigurationException.class)
        .hasMessageContaining("Looked for");
  }

  @Test
  void a_file_that_is_not_utf_8_is_refused(@TempDir Path directory) throws IOException {
    Path file =
        Files.write(directory.resolve("x.asl.json"), "\"é\"".getBytes(StandardCharsets.ISO_8859_1));
    URL found = find(file.toString());

    assertThatThrownBy(() -> ResourceSearch.read(Kind.DEFINITION, found))
        .hasMessageContaining("x.asl.json is not UTF-8 text. Save it as UTF-8.");
  }

  @Test
  void a_missing_file_fails_the_class_once_and_tells_where_it_was_looked_for() {
    assertThat(TestKit.run(MissingFileTestCases.class))
        .failsAContainerWith()
        .startsWith(
            "No definition \"ordre.asl.json\", named by @StateMachineTest(\"ordre.asl.json\") on"
                + " io.stepunit.junit.ResourceSearchTest$MissingFileTestCases. Looked for\n"
                + "  class path: io/stepunit/junit/ordre.asl.json\n"
                + "  class path: ordre.asl.json\n"
                + "  file: "
                + Path.of("ordre.asl.json").toAbsolutePath()
                + "\n")
        .contains("Put it into src/test/resources");
  }

  @StateMachineTest("ordre.asl.json")
  static class MissingFileTestCases {
    @Test
    void never_runs() {}

    @Test
    void nor_does_this() {}
  }

  @Test
  void a_missing_file_of_a_parameter_fails_its_test() {
    assertThat(TestKit.run(MissingParameterTestCases.class))
        .failsATestPrinting()
        .contains(
            "No definition \"child.asl.json\", named by @StateMachine(\"child.asl.json\") on"
                + " io.stepunit.junit.ResourceSearchTest$MissingParameterTestCases.never_runs");
  }

  @StateMachineTest("pass.asl.json")
  static class MissingParameterTestCases {
    @Test
    void never_runs(@StateMachine("child.asl.json") TestStateMachine child) {}
  }

  private static String text(String resource) {
    return ResourceSearch.read(Kind.DEFINITION, find(resource));
  }

  private static URL find(String resource) {
    return ResourceSearch.find(Kind.DEFINITION, resource, ResourceSearchTest.class, "this test");
  }
}
