package io.stepunit.junit.docs;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.stepunit.TaskHandler;
import io.stepunit.TaskReply;
import io.stepunit.TestStateMachine;
import io.stepunit.junit.MockTask;
import io.stepunit.junit.StateMachineExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@SuppressWarnings("NullAway.Init")
class ChargeTest {
  @RegisterExtension
  static final StateMachineExtension ORDER =
      StateMachineExtension.load("order.asl.json").seed(7).lenient().build();

  @MockTask("Charge")
  TaskHandler charge;

  @Test
  void charges_once(TestStateMachine order) throws Exception {
    when(charge.handle(any()))
        .thenReturn(TaskReply.succeeds(JsonNodeFactory.instance.objectNode().put("paid", true)));
    order.mock("Ship").returns("{}");

    order.run("{\"id\": 7}");

    verify(charge).handle(any());
  }
}
