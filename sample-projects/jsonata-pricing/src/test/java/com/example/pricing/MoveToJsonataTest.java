package com.example.pricing;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static io.stepunit.assertj.StepUnitAssertions.assertThatThrownBy;

import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.junit.StateMachine;
import io.stepunit.junit.StateMachineTest;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Two states of JSONata in place of seven: nobody outside may notice. */
@StateMachineTest("discount.asl.json")
class MoveToJsonataTest {
  @Test
  void the_shop_is_told_the_same_discounts(
      TestStateMachine discount,
      @StateMachine("discount-in-jsonpath.asl.json") TestStateMachine original) {
    assertThat(discount).behavesLike(original);
  }

  @Test
  void a_discount_that_got_lost_in_the_move_is_found(
      @StateMachine("discount-in-jsonpath.asl.json") TestStateMachine original,
      StepFunctionsEnvironment environment)
      throws Exception {
    String careless =
        Files.readString(Path.of("src/main/resources/discount.asl.json"))
            .replace("$tier = 'SILVER' ? 0.05 : 0", "0");

    TestStateMachine moved = environment.define("careless", careless);

    assertThatThrownBy(() -> assertThat(moved).behavesLike(original))
        .hasMessageContaining("SILVER")
        .hasMessageContaining("\"discount\":0.05");
  }
}
