package io.stepunit.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.history.ExecutionStatus;
import java.time.Instant;
import org.apiguardian.api.API;

/**
 * An event {@code Step Functions Execution Status Change}, as Step Functions sends it to
 * EventBridge when a Standard execution starts and when it ends. Express executions send none.
 *
 * <pre>{@code
 * assertThat(env.statusEvents())
 *     .extracting(StatusChangeEvent::status)
 *     .containsExactly(ExecutionStatus.RUNNING, ExecutionStatus.FAILED);
 * }</pre>
 *
 * <p>See "Automating Step Functions event delivery with EventBridge" in the AWS Step Functions
 * Developer Guide.
 *
 * @param time the virtual time of the change
 * @param executionArn the ARN of the execution
 * @param stateMachineArn the ARN of its machine
 * @param name the name of the execution
 * @param status the new status of the execution
 * @param json the event as EventBridge sends it to a rule's target. In {@code detail}, {@code
 *     input} and {@code output} are JSON text, the dates are milliseconds since 1970, and a field
 *     without a value is null. The {@code id} is the same in each run of the test.
 * @since 0.1.0
 */
@API(status = API.Status.EXPERIMENTAL)
public record StatusChangeEvent(
    Instant time,
    String executionArn,
    String stateMachineArn,
    String name,
    ExecutionStatus status,
    JsonNode json) {
  /** Copies the JSON. */
  public StatusChangeEvent {
    json = json.deepCopy();
  }

  /** Returns the event as EventBridge sends it to a rule's target, as a copy. */
  @Override
  public JsonNode json() {
    return json.deepCopy();
  }

  @Override
  public String toString() {
    return time + " " + name + " " + status;
  }
}
