package io.stepunit.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.Execution;
import io.stepunit.asl.StateMachineDefinition;
import io.stepunit.history.HistoryEvent;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The AWS Step Functions API of one environment, with AWS's errors. Tests of one machine hardly
 * need it; it is for tests of code that calls the service, and for the rules of names and ARNs.
 *
 * <pre>{@code
 * StepFunctionsApi api = env.api();
 * String arn = api.startExecution(order.arn(), "order-7", Map.of("id", 7));
 * Execution run = api.describeExecution(arn);
 * assertThatThrownBy(() -> api.startExecution(order.arn(), "order-7", Map.of("id", 8)))
 *     .isInstanceOf(StepFunctionsException.class)
 *     .hasMessageContaining("ExecutionAlreadyExists");
 * }</pre>
 *
 * <p>A call happens at the present instant of virtual time, and all that is due at it. None moves
 * time, but for StartSyncExecution and GetActivityTask, which wait. That is the test's own way to
 * the service; calls of clients, such as {@code env.sfnClient()}, move time where somebody polls.
 * See the AWS Step Functions API reference.
 *
 * @since 0.1.0
 */
@API(status = API.Status.EXPERIMENTAL)
public interface StepFunctionsApi {
  /**
   * Calls StartExecution with a generated name.
   *
   * @param input JSON text, a JsonNode, a Map, a record, or any object
   * @return the execution's ARN
   * @throws StepFunctionsException {@code InvalidArn}, {@code StateMachineDoesNotExist} or {@code
   *     InvalidExecutionInput}
   */
  String startExecution(String stateMachineArn, Object input);

  /**
   * StartExecution.
   *
   * @param name 1 to 80 characters; a Standard machine's executions have different names, but the
   *     name and the input of one that runs give that one
   * @return the execution's ARN
   * @throws StepFunctionsException as above, and {@code ExecutionAlreadyExists} or {@code
   *     InvalidName}
   */
  String startExecution(String stateMachineArn, String name, Object input);

  /**
   * Calls DescribeExecution; the result includes the history.
   *
   * @throws StepFunctionsException {@code InvalidArn} or {@code ExecutionDoesNotExist}
   */
  Execution describeExecution(String executionArn);

  /**
   * GetExecutionHistory.
   *
   * @throws StepFunctionsException {@code InvalidArn} or {@code ExecutionDoesNotExist}
   */
  List<HistoryEvent> getExecutionHistory(String executionArn);

  /**
   * DescribeStateMachineForExecution: the definition that the execution was started with.
   *
   * @throws StepFunctionsException {@code InvalidArn} or {@code ExecutionDoesNotExist}
   */
  StateMachineDefinition describeStateMachineForExecution(String executionArn);

  /**
   * Calls ListExecutions for a machine, latest first.
   *
   * @throws StepFunctionsException {@code InvalidArn} or {@code StateMachineDoesNotExist}
   */
  List<Execution> listExecutions(String stateMachineArn);

  /**
   * Stops the execution (StopExecution).
   *
   * @throws StepFunctionsException {@code InvalidArn} or {@code ExecutionDoesNotExist}
   */
  void stopExecution(String executionArn, @Nullable String error, @Nullable String cause);

  /**
   * Calls RedriveExecution: the execution resumes when virtual time advances.
   *
   * @throws StepFunctionsException {@code ExecutionNotRedrivable}, {@code InvalidArn} or {@code
   *     ExecutionDoesNotExist}
   */
  void redriveExecution(String executionArn);

  /**
   * Calls any operation with the API's JSON.
   *
   * <pre>{@code
   * JsonNode answer = api.call("DescribeExecution", Map.of("executionArn", arn));
   * }</pre>
   *
   * @param operation the operation's name: {@code DescribeExecution}
   * @param request the request's members, in camel case: JSON text, a JsonNode, a Map
   * @return the answer's members, in camel case; times are ISO-8601 text
   * @throws StepFunctionsException if the service refuses the call
   * @throws IllegalArgumentException if there is no such operation here
   */
  JsonNode call(String operation, Object request);
}
