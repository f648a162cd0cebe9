package io.stepunit.internal.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.mockito.Mockito.mock;

import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.mock.Mocks;
import org.junit.jupiter.api.Test;

class MockRegistryTest {
  @Test
  void stands_behind_the_mocks_of_a_machine() {
    TestStateMachine order =
        StepFunctionsEnvironment.create()
            .define(
                "order",
                "{\"StartAt\": \"Done\", \"States\": {\"Done\": {\"Type\": \"Succeed\"}}}");

    assertThat(MockRegistry.of(order.mocks())).isSameAs(order.mocks());
  }

  @Test
  void refuses_mocks_that_somebody_else_made() {
    Mocks strange = mock(Mocks.class);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> MockRegistry.of(strange))
        .withMessageContaining("which StepUnit did not make")
        .withMessageContaining("by its mocks()");
  }
}
