package io.stepunit.junit.docs;

import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WithoutTheExtensionTest {

  @Test
  void an_environment_is_all_it_takes() {
    StepFunctionsEnvironment environment = StepFunctionsEnvironment.builder().seed(7).build();
    TestStateMachine order = environment.load("io/stepunit/junit/docs/order.asl.json");
    order.mock("Charge").returns(Map.of("paid", true));
    order.mock("Ship").returns(Map.of("shipped", true));

    order.run(Map.of("id", 7));

    environment.verifyAnswers();
    environment.verifyMocksUsed();
  }
}
