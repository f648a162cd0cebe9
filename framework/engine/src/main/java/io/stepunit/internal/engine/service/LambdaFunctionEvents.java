package io.stepunit.internal.engine.service;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.history.EventDetails;
import io.stepunit.history.EventType;
import io.stepunit.internal.engine.state.Effect;
import io.stepunit.internal.model.Resource;
import io.stepunit.internal.spi.AttemptReply.FailedStep;
import org.jspecify.annotations.Nullable;

/** A Lambda function called by its own ARN: LambdaFunction… events. */
record LambdaFunctionEvents(Resource.LambdaFunction function) implements TaskEvents {
  @Override
  public Event scheduled(Effect.Call call) {
    return new Event(
        EventType.LAMBDA_FUNCTION_SCHEDULED,
        new EventDetails.LambdaFunctionScheduled(
            function.arn(), call.input(), call.timeoutSeconds(), call.credentialsRoleArn()));
  }

  @Override
  public Event started(@Nullable String workerName) {
    return new Event(EventType.LAMBDA_FUNCTION_STARTED, EventDetails.None.INSTANCE);
  }

  @Override
  public Event submitted(JsonNode answer) {
    throw new IllegalStateException("A function called by its ARN answers at once");
  }

  @Override
  public Event succeeded(JsonNode result) {
    return new Event(EventType.LAMBDA_FUNCTION_SUCCEEDED, new EventDetails.Output(result));
  }

  @Override
  public Event failed(FailedStep step, @Nullable String error, @Nullable String cause) {
    EventType type =
        switch (step) {
          case SCHEDULE -> EventType.LAMBDA_FUNCTION_SCHEDULE_FAILED;
          case START -> EventType.LAMBDA_FUNCTION_START_FAILED;
          case SUBMIT, RUN, CALL -> EventType.LAMBDA_FUNCTION_FAILED;
        };
    return new Event(type, new EventDetails.Failure(error, cause));
  }

  @Override
  public Event timedOut(@Nullable String error, @Nullable String cause) {
    return new Event(EventType.LAMBDA_FUNCTION_TIMED_OUT, new EventDetails.Failure(error, cause));
  }

  @Override
  public String taskName() {
    return function.arn();
  }

  @Override
  public boolean isSubmitted() {
    return false;
  }

  @Override
  public boolean hasToken() {
    return false;
  }

  @Override
  public boolean keepsText() {
    return true;
  }
}
