package io.stepunit.internal.engine.service;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.history.EventDetails;
import io.stepunit.history.EventType;
import io.stepunit.internal.engine.state.Effect;
import io.stepunit.internal.model.Resource;
import io.stepunit.internal.model.Resource.Pattern;
import io.stepunit.internal.spi.AttemptReply.FailedStep;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An optimized or SDK integration: Task… events. */
record ServiceTaskEvents(Resource.Service service, String region) implements TaskEvents {
  /** An agent is given up after 15 minutes, whatever the state says. */
  private static final Map<String, Long> LONGEST_SECONDS = Map.of("bedrockagentcore", 900L);

  @Override
  public Event scheduled(Effect.Call call) {
    return new Event(
        EventType.TASK_SCHEDULED,
        new EventDetails.TaskScheduled(
            service.service(),
            service.actionWithSuffix(),
            region,
            call.input(),
            call.timeoutSeconds(),
            call.heartbeatSeconds(),
            call.credentialsRoleArn()));
  }

  @Override
  public Event started(@Nullable String workerName) {
    return new Event(
        EventType.TASK_STARTED,
        new EventDetails.TaskStarted(service.service(), service.actionWithSuffix()));
  }

  @Override
  public Event submitted(JsonNode answer) {
    return output(EventType.TASK_SUBMITTED, answer);
  }

  @Override
  public Event succeeded(JsonNode result) {
    return output(EventType.TASK_SUCCEEDED, result);
  }

  private Event output(EventType type, JsonNode output) {
    return new Event(
        type, new EventDetails.TaskOutput(service.service(), service.actionWithSuffix(), output));
  }

  @Override
  public Event failed(FailedStep step, @Nullable String error, @Nullable String cause) {
    EventType type =
        switch (step) {
          case SCHEDULE, START -> EventType.TASK_START_FAILED;
          case SUBMIT -> EventType.TASK_SUBMIT_FAILED;
          case RUN, CALL -> EventType.TASK_FAILED;
        };
    return failure(type, error, cause);
  }

  @Override
  public Event timedOut(@Nullable String error, @Nullable String cause) {
    return failure(EventType.TASK_TIMED_OUT, error, cause);
  }

  private Event failure(EventType type, @Nullable String error, @Nullable String cause) {
    return new Event(
        type,
        new EventDetails.TaskFailure(service.service(), service.actionWithSuffix(), error, cause));
  }

  @Override
  public @Nullable Long deadlineSeconds(Effect.Call call) {
    Long own = call.timeoutSeconds();
    Long longest = LONGEST_SECONDS.get(service.service());
    return longest == null || own != null && own < longest ? own : longest;
  }

  @Override
  public String taskName() {
    return service.service();
  }

  @Override
  public boolean isSubmitted() {
    return service.pattern() != Pattern.REQUEST_RESPONSE;
  }

  @Override
  public boolean hasToken() {
    return isSubmitted();
  }
}
