package io.stepunit.junit;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.contract.AssumedCall;
import io.stepunit.internal.contract.HandlerCheck;
import io.stepunit.internal.contract.HandlerRun;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.lambda.LambdaFunction;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * One call of a contract, for a {@link HonoursContract} to let a handler answer: the input that a
 * Task sends, and what mocks assume of the answer.
 *
 * <p>What the handler needs can be arranged by the assumption:
 *
 * <pre>{@code
 * @HonoursContract("contracts/order/Charge.json")
 * void charges_as_the_workflow_assumes(ContractCase assumed) {
 *   gateway.declines(assumed.error().isPresent());
 *
 *   assumed.honouredBy(new ChargeHandler(gateway));
 * }
 * }</pre>
 *
 * @since 0.1.0
 */
@API(status = API.Status.EXPERIMENTAL)
public final class ContractCase {
  private static final int SHOWN = 60;

  private final HandlerCheck check;
  private boolean held;

  ContractCase(HandlerCheck check) {
    this.check = check;
  }

  /** The name of the machine whose Task it is. */
  public String machineName() {
    return check.task().machine();
  }

  /** The name of the Task's state. */
  public String state() {
    return check.task().state();
  }

  /** What the handler gets: a copy. */
  public JsonNode input() {
    return call().input().deepCopy();
  }

  /**
   * What mocks return: a copy. Empty if they fail, or if nothing is said of what a function
   * returns.
   */
  public Optional<JsonNode> result() {
    return call().result().map(JsonNode::deepCopy);
  }

  /** The name of the error that mocks fail with; empty if they return. */
  public Optional<String> error() {
    return call().error();
  }

  /** The cause that mocks fail with. It is not compared with the handler's. */
  public Optional<String> cause() {
    return call().cause();
  }

  /**
   * Lets a Lambda handler answer, as Lambda's Java runtime calls it, and compares what it does with
   * what is assumed.
   *
   * @throws AssertionError if it does something else
   * @throws IllegalArgumentException if it is a lambda expression, which tells no types, or if the
   *     Task's result comes by a callback
   */
  public void honouredBy(RequestHandler<?, ?> handler) {
    Objects.requireNonNull(handler, "handler");
    invoke(LambdaFunction.of(handler));
  }

  /**
   * The same for a handler that does not tell the type of its input, such as a lambda expression.
   *
   * @param input the type
   * @throws AssertionError if it does something else
   * @throws IllegalArgumentException if the Task's result comes by a callback
   */
  public <I> void honouredBy(Class<I> input, RequestHandler<I, ?> handler) {
    Objects.requireNonNull(input, "input");
    Objects.requireNonNull(handler, "handler");
    invoke(LambdaFunction.of(input, handler));
  }

  /**
   * The same for a handler of streams.
   *
   * @throws AssertionError if it does something else
   * @throws IllegalArgumentException if the Task's result comes by a callback
   */
  public void honouredBy(RequestStreamHandler handler) {
    Objects.requireNonNull(handler, "handler");
    invoke(LambdaFunction.of(handler));
  }

  /**
   * Lets any code answer, such as the worker of an activity, and compares what it does with what is
   * assumed.
   *
   * @param code gets the input; returns JSON text in a {@code JsonNode}, a Map, a record, or any
   *     object, or throws: a {@link io.stepunit.TaskFailure} has the name of an error, the name of
   *     any other exception is that of its class. Of a Task with a callback it returns what the
   *     callback sends
   * @throws AssertionError if it does something else
   */
  public void answeredBy(Function<JsonNode, ? extends @Nullable Object> code) {
    Objects.requireNonNull(code, "code");
    held = true;
    check.require(HandlerRun.of(code, input()));
  }

  private void invoke(LambdaFunction function) {
    held = true;
    check.require(HandlerRun.of(function, check));
  }

  private AssumedCall call() {
    return check.call();
  }

  /** Whether a handler has answered. */
  boolean isHeld() {
    return held;
  }

  /** Input and answer, shortened: {@code {"card":"4000"} returns {"transaction":"t-1"}}. */
  @Override
  public String toString() {
    return shortened(Json.text(call().input()))
        + call()
            .error()
            .map(name -> " fails with " + name)
            .or(() -> call().result().map(result -> " returns " + shortened(Json.text(result))))
            .orElse(" returns");
  }

  private static String shortened(String text) {
    if (text.length() <= SHOWN) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(SHOWN - 1)) ? SHOWN - 1 : SHOWN;
    return text.substring(0, end) + "…";
  }
}
