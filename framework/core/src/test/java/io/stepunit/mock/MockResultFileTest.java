package io.stepunit.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepunit.TestStateMachine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MockResultFileTest {
  private final TestStateMachine order = Machines.charge();

  @Test
  void a_result_stands_on_the_class_path() {
    order.mock("Charge").returnsFile("mocks/charge-paid.json");

    assertThat(order.run("{}").outputAt("$.by")).hasToString("Optional[\"file\"]");
  }

  @Test
  void a_result_stands_in_a_file(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("result.json"), "[1, 2]");

    order.mock("Charge").returnsFile(file).thenReturns(1);
    assertThat(order.run("{}").output()).hasToString("Optional[[1,2]]");

    order.mock("Charge").returnsFile(file.toString());
    assertThat(order.run("{}").output()).hasToString("Optional[[1,2]]");
  }

  @Test
  void a_missing_file_is_told_at_once(@TempDir Path folder) {
    assertThatThrownBy(() -> order.mock("Charge").returnsFile("mocks/charge.json"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("There is no result 'mocks/charge.json': neither on the class path")
        .hasMessageContaining(Path.of("mocks/charge.json").toAbsolutePath().toString());
    assertThatThrownBy(() -> order.mock("Charge").returnsFile(folder.resolve("none.json")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("none.json' is a file that is not there: " + folder);
  }

  @Test
  void a_file_that_is_no_json_is_told_with_the_place() {
    assertThatThrownBy(() -> order.mock("Charge").returnsFile("mocks/broken.json"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("The result 'mocks/broken.json' is not JSON: ")
        .hasMessageContaining("line 1");
  }
}
