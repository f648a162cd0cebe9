package io.stepunit.internal.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.api.Executions;
import io.stepunit.internal.engine.Engine;
import io.stepunit.internal.engine.ExecutionRun;
import java.util.Optional;
import java.util.Set;

/**
 * What polls look at. An operation is one if its answer can change by the passing of time alone: it
 * tells of executions, of Map Runs, or of machines, which are being deleted for a while.
 */
final class PolledWork {
  private static final Set<String> OF_STATUS =
      Set.of("DescribeExecution", "DescribeMapRun", "DescribeStateMachine");
  private static final Set<String> OF_EXECUTION = Set.of("GetExecutionHistory", "ListMapRuns");
  private static final Set<String> OF_ALL = Set.of("ListExecutions");
  private static final Set<String> UNDER_WAY = Set.of("RUNNING", "PENDING_REDRIVE", "DELETING");

  private final Engine engine;
  private final Executions executions;

  PolledWork(Engine engine, Executions executions) {
    this.engine = engine;
    this.executions = executions;
  }

  /** Whether an operation looks how far something has come. */
  static boolean isLookedAtBy(String operation) {
    return OF_STATUS.contains(operation)
        || OF_EXECUTION.contains(operation)
        || OF_ALL.contains(operation);
  }

  /**
   * Whether what an answer tells of still runs. Of the pages of a list only the first one asks how
   * far something has come; a list of executions may get longer as long as any execution runs.
   */
  boolean runs(PollLog.Question question, JsonNode answer) {
    JsonNode request = question.request();
    if (request.hasNonNull("nextToken")) {
      return false;
    }
    String operation = question.operation();
    if (OF_STATUS.contains(operation)) {
      return UNDER_WAY.contains(answer.path("status").asText());
    }
    return OF_EXECUTION.contains(operation)
        ? execution(request).filter(run -> !run.isEnded()).isPresent()
        : engine.executions().stream().anyMatch(PolledWork::isUnderWay);
  }

  /** The execution that a request names, if it does. */
  Optional<ExecutionRun> execution(JsonNode request) {
    return executions.find(request.path("executionArn").asText());
  }

  private static boolean isUnderWay(ExecutionRun run) {
    return !run.isEnded() && run.abandonedBy() == null;
  }
}
