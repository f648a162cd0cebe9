package io.stepunit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.api.StepFunctionsException;
import io.stepunit.asl.WorkflowType;
import io.stepunit.internal.aws.ResponseMetadata;
import io.stepunit.internal.engine.ExecutionRun;
import io.stepunit.internal.model.Resource;
import io.stepunit.internal.model.Resource.Pattern;
import io.stepunit.internal.spi.AttemptReply;
import io.stepunit.internal.spi.AttemptReply.FailedStep;
import io.stepunit.internal.spi.AttemptRequest;
import io.stepunit.internal.spi.SimulatedService;
import io.stepunit.internal.text.StackTraces;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Answers Tasks that call Step Functions itself: {@code states:startExecution} in all its patterns,
 * and {@code aws-sdk:sfn:…}, as far as they are about machines of this environment.
 */
final class StatesService implements SimulatedService {
  private static final String OPTIMIZED = "states";
  private static final String SDK = "aws-sdk:sfn";
  private static final String START = "startExecution";
  private static final String START_SYNC = "startSyncExecution";

  /** Waits, which a Task cannot do within its event: left to mocks. */
  private static final String POLL = "getActivityTask";

  private static final String MACHINE = "stateMachineArn";

  private final Operations operations;
  private final Machines machines;
  private final Executions executions;

  StatesService(Operations operations, Machines machines, Executions executions) {
    this.operations = operations;
    this.machines = machines;
    this.executions = executions;
  }

  @Override
  public Optional<AttemptReply> reply(AttemptRequest task) {
    if (!(task.resource() instanceof Resource.Service called) || !isOfStepFunctions(called)) {
      return Optional.empty();
    }
    Request request = request(called, task);
    boolean isAnswered =
        operations.find(called.action()).isPresent() && !called.action().equals(POLL);
    if (!isKnown(request) || !isAnswered) {
      return Optional.empty();
    }
    ExecutionRun parent = executions.find(task.executionArn()).orElse(null);
    if (parent == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          switch (called.action()) {
            case START -> start(called, request, parent);
            case START_SYNC ->
                new AttemptReply.Runs(
                    new SyncChild(operations.startSync(request, parent)), Optional.empty());
            default ->
                replyTo(
                    called,
                    result(called, operations.find(called.action()).get().call(request, parent)));
          });
    } catch (StepFunctionsException e) {
      return Optional.of(refused(called, e));
    }
  }

  private static Request request(Resource.Service called, AttemptRequest task) {
    return new Request(RequestModel.asRequest(called.action(), task.input()));
  }

  private static boolean isOfStepFunctions(Resource.Service called) {
    return called.service().equals(OPTIMIZED) || called.service().equals(SDK);
  }

  /** Whether the call is about what this environment has, or had, as far as it names it at all. */
  private boolean isKnown(Request request) {
    Optional<String> machine = request.optional(MACHINE);
    return machine.isEmpty()
        || machines.find(machine.get()).isPresent()
        || machines.isDeleted(machine.get());
  }

  private AttemptReply start(Resource.Service called, Request request, ExecutionRun parent) {
    ExecutionRun child = operations.start(request, parent);
    ObjectNode accepted = result(called, ServiceJson.started(child));
    if (called.pattern() != Pattern.SYNC && called.pattern() != Pattern.SYNC_2) {
      return replyTo(called, accepted);
    }
    if (child.machine().type() == WorkflowType.EXPRESS) {
      throw StackTraces.pruned(
          new AssertionError(
              "%s waits for the execution '%s', and an Express execution does not report its end. Start it by arn:aws:states:::aws-sdk:sfn:startSyncExecution, or make '%s' a Standard machine."
                  .formatted(called.arn(), child.name(), child.machine().name())));
    }
    return new AttemptReply.Runs(
        new ChildExecution(child, parent.arn(), called.pattern()), Optional.of(accepted));
  }

  private static ObjectNode result(Resource.Service called, ObjectNode answer) {
    if (called.service().equals(SDK)) {
      return ServiceJson.asResult(answer);
    }
    ObjectNode result = ServiceJson.asOptimizedResult(answer);
    ResponseMetadata.addTo(
        result,
        called.service(),
        200,
        ResponseMetadata.contentOf(answer, "application/x-amz-json-1.0"));
    return result;
  }

  private static AttemptReply replyTo(Resource.Service called, JsonNode result) {
    return called.pattern() == Pattern.WAIT_FOR_TASK_TOKEN
        ? new AttemptReply.Silence(List.of(), Optional.of(result))
        : AttemptReply.succeeds(result);
  }

  private static AttemptReply refused(Resource.Service called, StepFunctionsException e) {
    boolean optimized = called.service().equals(OPTIMIZED);
    String error = e.error().endsWith("Exception") ? e.error() : e.error() + "Exception";
    String cause =
        optimized
            ? "%s (Service: AWSStepFunctions; Status Code: 400; Error Code: %s; Request ID: %s; Proxy: null)"
                .formatted(e.reason(), e.error(), ResponseMetadata.REQUEST_ID)
            : "%s (Service: Sfn, Status Code: 400, Request ID: %s) (SDK Attempt Count: 1)"
                .formatted(e.reason(), ResponseMetadata.REQUEST_ID);
    return new AttemptReply.Fails(
        (optimized ? "StepFunctions." : "Sfn.") + error,
        cause,
        Duration.ZERO,
        List.of(),
        FailedStep.CALL,
        Optional.empty());
  }

  @Override
  public Optional<String> hint(AttemptRequest task) {
    if (!(task.resource() instanceof Resource.Service called)
        || !isOfStepFunctions(called)
        || operations.find(called.action()).isEmpty()) {
      return Optional.empty();
    }
    Request request = request(called, task);
    return request
        .optional(MACHINE)
        .filter(arn -> !isKnown(request))
        .map(
            arn ->
                """
                It names the state machine %s, which is not registered in this environment. %s
                Register it:
                  env.load("child.asl.json").boundTo("%s");
                or mock the Task."""
                    .formatted(arn, machines.listed(arn), arn));
  }
}
