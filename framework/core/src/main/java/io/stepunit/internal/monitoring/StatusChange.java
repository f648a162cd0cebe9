package io.stepunit.internal.monitoring;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.asl.WorkflowType;
import io.stepunit.history.EventDetails;
import io.stepunit.history.EventType;
import io.stepunit.history.ExecutionStatus;
import io.stepunit.internal.history.EventRecord;
import io.stepunit.internal.history.ExecutionDescription;
import io.stepunit.internal.history.ExecutionRecord;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.SentJson;
import io.stepunit.monitoring.StatusChangeEvent;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** A change of an execution's status, from which its event is made. */
public final class StatusChange {
  /** What input and output may have together as escaped text; beyond it they are left out. */
  private static final int DATA_LIMIT = 248 * 1024;

  private final ExecutionDescription description;
  private final ExecutionStatus status;
  private final EventRecord cause;
  private final EventDetails.ExecutionStarted started;
  private final List<EventRecord> redrives;

  private StatusChange(ExecutionRecord execution, ExecutionStatus status, EventRecord cause) {
    this.description = execution.description();
    this.status = status;
    this.cause = cause;
    this.started = (EventDetails.ExecutionStarted) execution.events().get(0).details();
    this.redrives =
        execution.events().stream()
            .filter(event -> event.type() == EventType.EXECUTION_REDRIVEN)
            .filter(event -> event.id() <= cause.id())
            .toList();
  }

  /** The events of executions so far, in the order of time; Express executions send none. */
  public static List<StatusChangeEvent> events(List<ExecutionRecord> executions) {
    return executions.stream()
        .filter(execution -> execution.description().type() != WorkflowType.EXPRESS)
        .flatMap(StatusChange::of)
        .map(StatusChange::event)
        .sorted(Comparator.comparing(StatusChangeEvent::time))
        .toList();
  }

  private static Stream<StatusChange> of(ExecutionRecord execution) {
    return execution.events().stream().flatMap(event -> of(execution, event).stream());
  }

  private static Optional<StatusChange> of(ExecutionRecord execution, EventRecord event) {
    return statusAfter(event).map(status -> new StatusChange(execution, status, event));
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

  private StatusChangeEvent event() {
    return new StatusChangeEvent(
        cause.timestamp(),
        description.arn(),
        description.stateMachineArn(),
        description.name(),
        status,
        json());
  }

  private ObjectNode json() {
    String[] arn = description.arn().split(":", -1);
    String key = description.arn() + status + (redrives.isEmpty() ? "" : redrives.size());
    ObjectNode event = Json.NODES.objectNode();
    event.put("version", "0");
    event.put("id", UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString());
    event.put("detail-type", "Step Functions Execution Status Change");
    event.put("source", "aws.states");
    event.put("account", arn[4]);
    event.put("time", cause.timestamp().truncatedTo(ChronoUnit.SECONDS).toString());
    event.put("region", arn[3]);
    event.putArray("resources").add(description.arn());
    addDetail(event.putObject("detail"));
    return event;
  }

  private void addDetail(ObjectNode detail) {
    boolean ended = status != ExecutionStatus.RUNNING;
    detail.put("executionArn", description.arn());
    detail.put("stateMachineArn", description.stateMachineArn());
    detail.put("name", description.name());
    detail.put("status", status.name());
    detail.put("startDate", description.startedAt().toEpochMilli());
    detail.put("stopDate", ended ? cause.timestamp().toEpochMilli() : null);
    String input = SentJson.text(description.input());
    Optional<String> output = output();
    long outputSize = output.map(StatusChange::escapedSize).orElse(0L);
    boolean inputFits = escapedSize(input) + outputSize <= DATA_LIMIT;
    boolean outputFits = outputSize <= DATA_LIMIT;
    detail.put("input", inputFits ? input : null);
    detail.put("output", outputFits ? output.orElse(null) : null);
    detail.put("stateMachineVersionArn", started.stateMachineVersionArn());
    detail.put("stateMachineAliasArn", started.stateMachineAliasArn());
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
        ? Optional.of(SentJson.text(succeeded.output()))
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
}
