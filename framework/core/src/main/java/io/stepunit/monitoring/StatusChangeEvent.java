package io.stepunit.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.asl.WorkflowType;
import io.stepunit.history.EventDetails;
import io.stepunit.history.EventType;
import io.stepunit.history.ExecutionStatus;
import io.stepunit.internal.history.EventRecord;
import io.stepunit.internal.history.ExecutionDescription;
import io.stepunit.internal.history.ExecutionRecord;
import io.stepunit.internal.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

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
 * @since 0.1.0
 */
public final class StatusChangeEvent {
  /** What input and output may have together as escaped text; beyond it they are left out. */
  private static final int DATA_LIMIT = 248 * 1024;

  private final ExecutionDescription description;
  private final ExecutionStatus status;
  private final EventRecord cause;
  private final List<EventRecord> redrives;

  private StatusChangeEvent(ExecutionRecord execution, ExecutionStatus status, EventRecord cause) {
    this.description = execution.description();
    this.status = status;
    this.cause = cause;
    this.redrives =
        execution.events().stream()
            .filter(event -> event.type() == EventType.EXECUTION_REDRIVEN)
            .filter(event -> event.id() <= cause.id())
            .toList();
  }

  /** The status changes of an execution so far, in order; none of an Express execution. */
  public static List<StatusChangeEvent> of(ExecutionRecord execution) {
    if (execution.description().type() == WorkflowType.EXPRESS) {
      return List.of();
    }
    return execution.events().stream().flatMap(event -> of(execution, event).stream()).toList();
  }

  private static Optional<StatusChangeEvent> of(ExecutionRecord execution, EventRecord event) {
    return statusAfter(event).map(status -> new StatusChangeEvent(execution, status, event));
  }

  private static Optional<ExecutionStatus> statusAfter(EventRecord event) {
    return Optional.ofNullable(
        switch (event.type()) {
          case EXECUTION_STARTED, EXECUTION_REDRIVEN -> ExecutionStatus.RUNNING;
          case EXECUTION_SUCCEEDED -> ExecutionStatus.SUCCEEDED;
          case EXECUTION_FAILED -> ExecutionStatus.FAILED;
          case EXECUTION_ABORTED -> ExecutionStatus.ABORTED;
          case EXECUTION_TIMED_OUT -> ExecutionStatus.TIMED_OUT;
          default -> null;
        });
  }

  /** The virtual time of the change. */
  public Instant time() {
    return cause.timestamp();
  }

  public String executionArn() {
    return description.arn();
  }

  public String stateMachineArn() {
    return description.stateMachineArn();
  }

  /** The execution's name. */
  public String name() {
    return description.name();
  }

  /** Returns the new status of the execution. */
  public ExecutionStatus status() {
    return status;
  }

  /**
   * Returns the event as EventBridge sends it to a rule's target. In {@code detail}, {@code input}
   * and {@code output} are JSON text, the dates milliseconds since 1970, and what there is not is
   * null. The {@code id} is the same in each run of the test.
   */
  public JsonNode json() {
    String[] arn = executionArn().split(":", -1);
    String key = executionArn() + status + (redrives.isEmpty() ? "" : redrives.size());
    ObjectNode event = Json.NODES.objectNode();
    event.put("version", "0");
    event.put("id", UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString());
    event.put("detail-type", "Step Functions Execution Status Change");
    event.put("source", "aws.states");
    event.put("account", arn[4]);
    event.put("time", time().truncatedTo(ChronoUnit.SECONDS).toString());
    event.put("region", arn[3]);
    event.putArray("resources").add(executionArn());
    addDetail(event.putObject("detail"));
    return event;
  }

  private void addDetail(ObjectNode detail) {
    boolean ended = status != ExecutionStatus.RUNNING;
    detail.put("executionArn", executionArn());
    detail.put("stateMachineArn", stateMachineArn());
    detail.put("name", name());
    detail.put("status", status.name());
    detail.put("startDate", description.startedAt().toEpochMilli());
    detail.put("stopDate", ended ? time().toEpochMilli() : null);
    String input = Json.text(description.input());
    Optional<String> output = output();
    long outputSize = output.map(StatusChangeEvent::escapedSize).orElse(0L);
    boolean inputFits = escapedSize(input) + outputSize <= DATA_LIMIT;
    boolean outputFits = outputSize <= DATA_LIMIT;
    detail.put("input", inputFits ? input : null);
    detail.put("output", outputFits ? output.orElse(null) : null);
    detail.putNull("stateMachineVersionArn");
    detail.putNull("stateMachineAliasArn");
    addRedrive(detail);
    detail.putObject("inputDetails").put("included", inputFits);
    if (output.isPresent()) {
      detail.putObject("outputDetails").put("included", outputFits);
    } else {
      detail.putNull("outputDetails");
    }
    Optional<EventDetails.Failure> failure = failure();
    detail.put("error", failure.map(EventDetails.Failure::error).orElse(null));
    detail.put("cause", failure.map(EventDetails.Failure::cause).orElse(null));
  }

  private void addRedrive(ObjectNode detail) {
    boolean redrivable = status != ExecutionStatus.RUNNING && status != ExecutionStatus.SUCCEEDED;
    detail.put("redriveCount", redrives.size());
    detail.put(
        "redriveDate",
        redrives.isEmpty() ? null : redrives.get(redrives.size() - 1).timestamp().toEpochMilli());
    detail.put("redriveStatus", redrivable ? "REDRIVABLE" : "NOT_REDRIVABLE");
    detail.put(
        "redriveStatusReason",
        redrivable ? null : "Execution is " + status + " and cannot be redriven");
  }

  private Optional<String> output() {
    return cause.details() instanceof EventDetails.Output succeeded
        ? Optional.of(Json.text(succeeded.output()))
        : Optional.empty();
  }

  /** As in DescribeExecution, a timeout tells neither error nor cause. */
  private Optional<EventDetails.Failure> failure() {
    return status != ExecutionStatus.TIMED_OUT
            && cause.details() instanceof EventDetails.Failure failure
        ? Optional.of(failure)
        : Optional.empty();
  }

  private static long escapedSize(String text) {
    return Json.size(Json.NODES.textNode(text));
  }

  @Override
  public String toString() {
    return time() + " " + name() + " " + status;
  }
}
