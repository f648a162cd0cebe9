package io.stepunit.zoo;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.property.PropertyResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Thirty machines with a planted mistake, each of another kind, and what finds it. */
class ZooTest {
  private static final Path PAGE = Path.of("../docs/zoo.md");

  static List<Animal> animals() {
    return Animal.all();
  }

  @Test
  void thirty_machines_have_a_mistake_half_of_them_in_JSONata() {
    List<Animal> animals = Animal.all();

    assertThat(animals).hasSize(30).filteredOn(Animal::isInJsonata).hasSize(15);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("animals")
  void a_wrong_machine_is_valid_and_not_its_twin(Animal animal) {
    StepFunctionsEnvironment env = StepFunctionsEnvironment.create();
    JsonNode wrong = env.load(animal.wrong()).definition().source();

    JsonNode right = env.load(animal.right()).definition().source();

    assertThat(wrong).isNotEqualTo(right);
    assertThat(wrong.path("Comment")).isEqualTo(right.path("Comment"));
  }

  @ParameterizedTest(name = "finds the mistake of {0}")
  @MethodSource("animals")
  void finds_the_mistake(Animal animal) {
    PropertyResult result = Hunts.of(animal).in(animal.wrong());

    assertThat(result.counterexample()).as(animal.mistake()).isPresent();
  }

  @ParameterizedTest(name = "finds nothing in the twin of {0}")
  @MethodSource("animals")
  void finds_nothing_in_the_right_twin(Animal animal) {
    PropertyResult result = Hunts.of(animal).in(animal.right());

    assertThat(result.counterexample()).as(animal.mustHold()).isEmpty();
    assertThat(result.unreached()).as("what was never put to the test").isEmpty();
  }

  @Test
  void the_page_lists_all_animals() throws IOException {
    List<String> page = Files.readAllLines(PAGE);

    List<String> rows = Animal.all().stream().map(ZooTest::row).toList();

    assertThat(page).as("the rows of docs/zoo.md").containsSubsequence(rows);
    assertThat(page).filteredOn(line -> line.startsWith("| [")).hasSize(rows.size());
  }

  private static String row(Animal animal) {
    String folder = "../junit-extension/src/test/resources/io/stepunit/zoo/" + animal.name();
    return "| [%s](%s)%s | %s | %s | %s |"
        .formatted(
            animal.name(),
            folder,
            animal.isInJsonata() ? ", in JSONata" : "",
            animal.mistake(),
            animal.mustHold(),
            Hunts.of(animal).said());
  }
}
