package io.stepunit.internal.report.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaselineTest {
  @TempDir Path folder;

  private static Baseline baseline(Map<String, Set<String>> holes) {
    TreeMap<String, SortedSet<String>> sorted = new TreeMap<>();
    holes.forEach((definition, keys) -> sorted.put(definition, new TreeSet<>(keys)));
    return new Baseline(sorted);
  }

  @Test
  void is_written_with_a_hole_a_line_and_read_again() throws IOException {
    Path file = folder.resolve("config/stepunit-baseline.json");
    Baseline baseline =
        baseline(
            Map.of(
                "order", Set.of("/States/Undo", "/States/A \"b\"\n/Catch/0"),
                "fully covered", Set.of(),
                "billing", Set.of("/States/Pay/Retry/0#used")));

    baseline.write(file);

    assertThat(Files.readString(file))
        .isEqualTo(
            """
            {
              "billing": [
                "/States/Pay/Retry/0#used"
              ],
              "order": [
                "/States/A \\"b\\"\\n/Catch/0",
                "/States/Undo"
              ]
            }
            """);
    assertThat(Baseline.read(file)).isEqualTo(baseline);
  }

  @Test
  void without_holes_is_an_empty_object() {
    assertThat(Baseline.NONE).hasToString("{}\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "{\"order\": {}}", "{\"order\": [1]}"})
  void of_another_shape_is_refused(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("b.json"), text);

    assertThatThrownBy(() -> Baseline.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The baseline " + file + " is not an object whose members are arrays of texts.");
  }

  @Test
  void that_is_no_json_is_refused_with_the_place() throws IOException {
    Path file = Files.writeString(folder.resolve("b.json"), "{\"order\": [}");

    assertThatThrownBy(() -> Baseline.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("The baseline " + file + " is not JSON: ");
  }
}
