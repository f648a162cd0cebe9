package io.stepunit.internal.spi;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.asl.SourceLocation;
import io.stepunit.internal.history.VisitRef;
import io.stepunit.internal.model.Resource;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * One attempt of one Task, as its handler receives it.
 *
 * @param execution the execution's name
 * @param executionArn the execution's ARN, as {@code $$.Execution.Id} shows it
 * @param topExecutionArn what calls are counted for: the same, or in a child execution of a
 *     Distributed Map the ARN of the execution that the outermost Map is in
 * @param stateMachineArn the ARN of the machine that is executed
 * @param visit the visit of the state
 * @param resource what is called
 * @param input the effective input: the engine's own tree, which nobody may change; users' code
 *     gets a copy
 * @param attempt the attempt within this visit, 1-based
 * @param invocation the attempt within the whole execution, over all visits of the state and, of an
 *     Express execution, over all runs, 1-based
 * @param taskToken the token of a callback task or activity
 * @param handDriven whether the test drives the execution by hand, so that a callback task without
 *     a mock may wait for it
 * @param clock the virtual time
 */
public record AttemptRequest(
    String execution,
    String executionArn,
    String topExecutionArn,
    String stateMachineArn,
    VisitRef visit,
    Resource resource,
    JsonNode input,
    int attempt,
    int invocation,
    Optional<String> taskToken,
    boolean handDriven,
    Clock clock) {
  /** The state's name. */
  public String state() {
    return visit.state().name();
  }

  /** The state's name with the branches and iterations that lead to it: {@code Lines[3]/Charge}. */
  public String path() {
    return visit.path();
  }

  /** The indexes of the Map iterations around the state, outermost first, 0-based. */
  public List<Integer> iterations() {
    return visit.iterations();
  }

  /** Where the state is defined. */
  public SourceLocation location() {
    return visit.state().location();
  }

  /** The same request with another effective input. */
  public AttemptRequest withInput(JsonNode other) {
    return with(other, invocation);
  }

  /** The same request as another attempt within the whole execution. */
  public AttemptRequest withInvocation(int other) {
    return with(input, other);
  }

  /** The same request, counted for something else. */
  public AttemptRequest countedFor(String other) {
    return with(input, invocation, other);
  }

  private AttemptRequest with(JsonNode otherInput, int otherInvocation) {
    return with(otherInput, otherInvocation, topExecutionArn);
  }

  private AttemptRequest with(JsonNode otherInput, int otherInvocation, String counted) {
    return new AttemptRequest(
        execution,
        executionArn,
        counted,
        stateMachineArn,
        visit,
        resource,
        otherInput,
        attempt,
        otherInvocation,
        taskToken,
        handDriven,
        clock);
  }
}
