package io.stepunit.zoo;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.history.ExecutionStatus;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The zoo itself. */
class ZooTest {
  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();

  static List<Animal> animals() {
    return Animal.all();
  }

  @Test
  void thirty_machines_have_a_mistake_half_of_them_in_JSONata() {
    List<Animal> animals = Animal.all();

    assertThat(animals).hasSize(30).filteredOn(Animal::isInJsonata).hasSize(15);
  }

  @ParameterizedTest
  @MethodSource("animals")
  void a_wrong_machine_is_valid_and_not_its_twin(Animal animal) {
    JsonNode wrong = env.load(animal.wrong()).definition().source();

    JsonNode right = env.load(animal.right()).definition().source();

    assertThat(wrong).isNotEqualTo(right);
    assertThat(wrong.path("Comment")).isEqualTo(right.path("Comment"));
  }

  @ParameterizedTest
  @MethodSource("animals")
  void a_right_machine_can_succeed(Animal animal) {
    assertThat(env.load(animal.right()).explore().executions(ExecutionStatus.SUCCEEDED))
        .isNotEmpty();
  }
}
