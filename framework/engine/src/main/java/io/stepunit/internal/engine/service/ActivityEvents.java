package io.stepunit.internal.engine.service;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.history.EventDetails;
import io.stepunit.history.EventType;
import io.stepunit.internal.engine.state.Effect;
import io.stepunit.internal.model.Resource;
import io.stepunit.internal.spi.AttemptReply.FailedStep;
import org.jspecify.annotations.Nullable;

/** An activity: Activity… events; its worker ends it by the task token. */
record ActivityEvents(Resource.Activity activity) implements TaskEvents {
  @Override
  public Event scheduled(Effect.Call call) {
    return new Event(
        EventType.ACTIVITY_SCHEDULED,
        new EventDetails.ActivityScheduled(
            activity.arn(), call.input(), call.timeoutSeconds(), call.heartbeatSeconds()));
  }

  @Override
  public Event started(@Nullable String workerName) {
    return new Event(EventType.ACTIVITY_STARTED, new EventDetails.ActivityStarted(workerName));
  }

  @Override
  public Event submitted(JsonNode answer) {
    throw new IllegalStateException("An activity is not submitted");
  }

  @Override
  public Event succeeded(JsonNode result) {
    return new Event(EventType.ACTIVITY_SUCCEEDED, new EventDetails.Output(result));
  }

  @Override
  public Event failed(FailedStep step, @Nullable String error, @Nullable String cause) {
    EventType type =
        step == FailedStep.SCHEDULE
            ? EventType.ACTIVITY_SCHEDULE_FAILED
            : EventType.ACTIVITY_FAILED;
    return new Event(type, new EventDetails.Failure(error, cause));
  }

  @Override
  public Event timedOut(@Nullable String error, @Nullable String cause) {
    return new Event(EventType.ACTIVITY_TIMED_OUT, new EventDetails.Failure(error, cause));
  }

  @Override
  public String taskName() {
    return activity.arn();
  }

  @Override
  public String formerTask() {
    return activity.arn();
  }

  @Override
  public boolean isSubmitted() {
    return false;
  }

  @Override
  public boolean hasToken() {
    return true;
  }
}
