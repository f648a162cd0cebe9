package com.example.orders;

import com.example.orders.OrderStatus.Phase;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;

/** Takes orders and tells how they stand. An order is an execution that is named by its id. */
public final class OrderController {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SfnClient stepFunctions;
  private final String machineArn;

  public OrderController(SfnClient stepFunctions, String machineArn) {
    this.stepFunctions = stepFunctions;
    this.machineArn = machineArn;
  }

  /** Takes an order. The same order may be sent again: customers are impatient. */
  public void place(Order order) {
    try {
      stepFunctions.startExecution(
          start -> start.stateMachineArn(machineArn).name(order.id()).input(json(order)));
    } catch (ExecutionAlreadyExistsException e) {
      throw new OrderException("There is another order " + order.id(), e);
    }
  }

  /** Tells how an order stands. */
  public OrderStatus status(String orderId) {
    DescribeExecutionResponse execution;
    try {
      execution = stepFunctions.describeExecution(describe -> describe.executionArn(arn(orderId)));
    } catch (ExecutionDoesNotExistException e) {
      throw new OrderException("There is no order " + orderId, e);
    }
    return switch (execution.status()) {
      case SUCCEEDED -> new OrderStatus(Phase.SHIPPED, parcel(execution.output()));
      case FAILED, TIMED_OUT -> new OrderStatus(Phase.REJECTED, execution.error());
      case ABORTED -> new OrderStatus(Phase.CANCELLED, "");
      default -> new OrderStatus(Phase.OPEN, "");
    };
  }

  /** Cancels an order, as long as it is open. */
  public void cancel(String orderId) {
    stepFunctions.stopExecution(stop -> stop.executionArn(arn(orderId)).error("Order.Cancelled"));
  }

  private String arn(String orderId) {
    return machineArn.replace(":stateMachine:", ":execution:") + ":" + orderId;
  }

  private static String json(Order order) {
    try {
      return JSON.writeValueAsString(order);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String parcel(String output) {
    try {
      return JSON.readTree(output).path("parcel").asText();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
