package io.stepunit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * One attempt of one Task, as a {@link TaskHandler} sees it.
 *
 * <pre>{@code
 * TaskHandler charge =
 *     request -> request.attempt() == 1 ? TaskReply.fails("Gateway.Busy", null) : PAID;
 * }</pre>
 *
 * <p>StepUnit makes these; a test has no need to implement it.
 *
 * @since 0.1.0
 */
public interface TaskRequest {
  /** The execution's name. */
  String execution();

  /** The execution's ARN, as {@code $$.Execution.Id} shows it. */
  String executionArn();

  /** The ARN of the state machine that is executed. */
  String stateMachineArn();

  /** The state's name. */
  String state();

  /** The state's name with the branches and iterations that lead to it: {@code Lines[3]/Charge}. */
  String path();

  /** The indexes of the branches and iterations around the state, outermost first, 0-based. */
  List<Integer> iterations();

  /** The {@code Resource} that is called. */
  String resource();

  /** Returns the effective input, after Parameters or Arguments; it must not be changed. */
  JsonNode input();

  /** Returns the number of the attempt within this visit of the state, 1-based. */
  int attempt();

  /**
   * Returns the number of the call within the execution, over all visits and iterations of the
   * state, 1-based.
   */
  int invocation();

  /** The token of a callback Task or an activity. */
  Optional<String> taskToken();

  /** Returns the virtual time. */
  Clock clock();
}
