package com.example;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;

import io.stepunit.TestStateMachine;
import io.stepunit.junit.StateMachineTest;
import org.junit.jupiter.api.Test;

/** Its filter is evaluated by json-path, which logs through SLF4J. */
@StateMachineTest("dear.asl.json")
class DearTest {
  @Test
  void only_lines_above_ten_are_chosen(TestStateMachine dear) {
    assertThat(dear.run("{\"lines\": [{\"price\": 10}, {\"price\": 11}]}"))
        .hasOutput("[{\"price\":11}]");
  }
}
