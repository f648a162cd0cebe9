package io.stepunit.junit.docs;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.stepunit.TaskHandler;
import io.stepunit.TaskReply;
import io.stepunit.TestStateMachine;
import io.stepunit.junit.MockTask;
import io.stepunit.junit.StateMachineTest;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

@StateMachineTest("order.asl.json")
class ChargeThenShipTest {
  @Test
  void ships_what_was_charged(
      TestStateMachine order,
      @MockTask("Charge") TaskHandler charge,
      @MockTask("Ship") TaskHandler ship)
      throws Exception {
    when(charge.handle(any()))
        .thenReturn(TaskReply.succeeds(JsonNodeFactory.instance.objectNode().put("paid", true)));
    when(ship.handle(any())).thenReturn(TaskReply.succeeds(JsonNodeFactory.instance.objectNode()));

    order.run("{\"id\": 7}");

    InOrder inOrder = inOrder(charge, ship);
    inOrder.verify(charge).handle(argThat(call -> call.input().path("id").asInt() == 7));
    inOrder.verify(ship, times(1)).handle(any());
  }
}
