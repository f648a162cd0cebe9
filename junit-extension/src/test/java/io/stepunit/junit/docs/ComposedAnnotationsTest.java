package io.stepunit.junit.docs;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.stepunit.TaskHandler;
import io.stepunit.TaskReply;
import io.stepunit.TestStateMachine;
import io.stepunit.junit.MockTask;
import io.stepunit.junit.StateMachine;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;

@OrderMachineTest
class ComposedAnnotationsTest {
  @Target({ElementType.FIELD, ElementType.PARAMETER})
  @Retention(RetentionPolicy.RUNTIME)
  @StateMachine("billing.asl.json")
  @interface Billing {}

  @Target({ElementType.FIELD, ElementType.PARAMETER})
  @Retention(RetentionPolicy.RUNTIME)
  @MockTask("Charge")
  @interface Charge {}

  @Test
  void bills_what_was_charged(
      TestStateMachine order, @Billing TestStateMachine billing, @Charge TaskHandler charge)
      throws Exception {
    when(charge.handle(any()))
        .thenReturn(TaskReply.succeeds(JsonNodeFactory.instance.objectNode().put("paid", true)));
    order.mock("Ship").returns("{}");
    billing.mock("Bill").returns("{}");

    assertThat(order.run("{}")).isSucceeded();
    assertThat(billing.run("{}")).isSucceeded();
  }
}
