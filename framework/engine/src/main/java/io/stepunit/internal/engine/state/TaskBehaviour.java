package io.stepunit.internal.engine.state;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.Scope;
import io.stepunit.internal.model.TaskState;
import org.jspecify.annotations.Nullable;

/** Calls the resource with the effective input. */
final class TaskBehaviour implements Behaviour<TaskState> {
  @Override
  public Effect enter(TaskState state, Frame frame) {
    JsonNode input = state.dataFlow().effectiveInput(frame);
    ParameterChecks.check(state.resource(), input);
    Scope scope = frame.withInput(state.dataFlow().input(frame));
    Long timeout = SettingValues.positive(state.timeoutSeconds(), scope);
    Long heartbeat = SettingValues.positive(state.heartbeatSeconds(), scope);
    JsonNode sent = AddedParameters.to(state.resource(), input);
    return new Effect.Call(
        sent,
        timeout,
        heartbeat,
        credentialsRoleArn(state, frame),
        state.sendCheck().check(input).orElse(null));
  }

  private static @Nullable String credentialsRoleArn(TaskState state, Frame frame) {
    if (state.credentialsRoleArn().isEmpty()) {
      return null;
    }
    JsonNode role = state.credentialsRoleArn().get().evaluate(frame);
    return role.isTextual() ? role.textValue() : null;
  }

  @Override
  public Effect resume(TaskState state, Frame frame, Outcome outcome) {
    JsonNode result = ((Outcome.Result) outcome).value();
    return Effect.Exit.of(state.next(), state.dataFlow().exit(frame, result));
  }
}
