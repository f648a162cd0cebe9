package io.stepunit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.history.ExecutionStatus;
import io.stepunit.internal.api.SyncAnswer;
import io.stepunit.internal.history.HistoryJson;
import io.stepunit.internal.json.Json;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The response of StartSyncExecution: an ended Express execution with its billing details.
 *
 * <pre>{@code
 * SyncExecution answer = quote.startSync(Map.of("currency", "SEK"));
 * answer.billingDetails().billedDuration();
 * assertThat(answer.execution()).isSucceeded().hasOutputAt("$.rate", 10.9);
 * }</pre>
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartSyncExecution.html">StartSyncExecution</a>
 * @since 0.1.0
 */
public final class SyncExecution {
  private final Execution execution;
  private final SyncAnswer answer;

  SyncExecution(Execution execution) {
    this.execution = execution;
    this.answer = SyncAnswer.of(execution.internal());
  }

  /** Returns the execution with its history. */
  public Execution execution() {
    return execution;
  }

  /** SUCCEEDED, FAILED or TIMED_OUT. */
  public ExecutionStatus status() {
    return execution.status();
  }

  /** The output; empty unless the execution succeeded. */
  public Optional<JsonNode> output() {
    return execution.output();
  }

  /** The error; {@code States.Timeout} of an execution that timed out. */
  public Optional<String> error() {
    return answer.error();
  }

  public Optional<String> cause() {
    return execution.cause();
  }

  /** Virtual time of the start. */
  public Instant startDate() {
    return execution.startedAt();
  }

  /** Virtual time of the end. */
  public Instant stopDate() {
    return execution.startedAt().plus(execution.duration());
  }

  /** Returns the billing details. */
  public BillingDetails billingDetails() {
    return answer.billingDetails();
  }

  /**
   * Returns the response as {@code aws stepfunctions start-sync-execution} prints it: {@code input}
   * and {@code output} are JSON text, absent members are left out.
   *
   * <pre>{@code
   * {"billingDetails": {"billedDurationInMilliseconds": 300, "billedMemoryUsedInMB": 64},
   *  "executionArn": …, "input": "{}", "inputDetails": {"included": true}, "name": …,
   *  "output": "{…}", "outputDetails": {"included": true}, "startDate": …,
   *  "stateMachineArn": …, "status": "SUCCEEDED", "stopDate": …}
   * }</pre>
   */
  public JsonNode response() {
    ObjectNode response = Json.NODES.objectNode();
    answer.json(HistoryJson::time).properties().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(member -> response.set(member.getKey(), member.getValue()));
    return response;
  }

  @Override
  public String toString() {
    return execution.toString();
  }
}
