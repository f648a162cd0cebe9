package io.stepunit.docs;

import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.junit.ReplayTest;
import io.stepunit.junit.StateMachineTest;
import org.junit.jupiter.api.BeforeEach;

@StateMachineTest("import.asl.json")
class ImportReplayTest {

  @BeforeEach
  void the_rows_of_friday(TestStateMachine products, StepFunctionsEnvironment env) {
    env.bucket("uploads").put("rows.csv", "id,price\n7,12\n8,9\n");
    products.mock("Save").returns("{}");
  }

  @ReplayTest("imported-rows.json")
  void imports_the_rows_as_on_friday() {}
}
