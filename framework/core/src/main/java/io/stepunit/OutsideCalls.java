package io.stepunit;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.api.StepFunctionsException;
import io.stepunit.budget.InterruptedWorkError;
import io.stepunit.internal.client.ClientCalls;
import io.stepunit.internal.wire.ServiceCalls;

/**
 * The calls of clients: code under test that has a client of Step Functions, in this process or
 * behind a socket. Such code may catch whatever is thrown, so an error is remembered here for the
 * end of the test.
 */
final class OutsideCalls implements ServiceCalls {
  private final ClientCalls calls;
  private final AnswerErrors errors;

  OutsideCalls(ClientCalls calls, AnswerErrors errors) {
    this.calls = calls;
    this.errors = errors;
  }

  @Override
  public boolean knows(String operation) {
    return calls.knows(operation);
  }

  @Override
  public JsonNode call(String operation, JsonNode request) {
    try {
      return calls.call(operation, request);
    } catch (StepFunctionsException | InterruptedWorkError ofCaller) {
      // A thread that the code under test interrupts, such as an idle worker, is no fault of the
      // test.
      throw ofCaller;
    } catch (RuntimeException | Error e) {
      throw errors.remembered(e, "The call of " + operation);
    }
  }
}
