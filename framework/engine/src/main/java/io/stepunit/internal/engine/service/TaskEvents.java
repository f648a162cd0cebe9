package io.stepunit.internal.engine.service;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.history.EventDetails;
import io.stepunit.history.EventType;
import io.stepunit.internal.engine.state.Effect;
import io.stepunit.internal.model.Resource;
import io.stepunit.internal.spi.AttemptReply.FailedStep;
import org.jspecify.annotations.Nullable;

/** The events by which the history shows one attempt of a Task, by the kind of its resource. */
public interface TaskEvents {
  /** One event to be recorded. */
  record Event(EventType type, EventDetails details) {}

  /** The call is scheduled. */
  Event scheduled(Effect.Call call);

  /**
   * The call has begun.
   *
   * @param workerName who took the task of an activity, null where nobody told a name
   */
  Event started(@Nullable String workerName);

  /** The call was accepted, its result comes later. */
  Event submitted(JsonNode answer);

  /** The result is here. */
  Event succeeded(JsonNode result);

  /** The call failed at a step. */
  Event failed(FailedStep step, @Nullable String error, @Nullable String cause);

  /** The call took too long. */
  Event timedOut(@Nullable String error, @Nullable String cause);

  /** After how many seconds the call takes too long, null where it may take any time. */
  default @Nullable Long deadlineSeconds(Effect.Call call) {
    return call.timeoutSeconds();
  }

  /** What AWS calls the task in the cause of a result that is too large. */
  String taskName();

  /** What the refusal of its token names when the call is over. */
  default String formerTask() {
    return "Provided task does not exist anymore";
  }

  /** Whether the call is first accepted, and its result comes later. */
  boolean isSubmitted();

  /** Whether a task token can end the call. */
  boolean hasToken();

  /**
   * Whether AWS hands the text of a result on as it came: that of a function by its ARN and that
   * sent with a task token, but not the answer of a service.
   */
  default boolean keepsText() {
    return hasToken();
  }

  /** The events of a resource. */
  static TaskEvents of(Resource resource, String region) {
    if (resource instanceof Resource.LambdaFunction function) {
      return new LambdaFunctionEvents(function);
    }
    if (resource instanceof Resource.Activity activity) {
      return new ActivityEvents(activity);
    }
    return new ServiceTaskEvents((Resource.Service) resource, region);
  }
}
