package io.stepunit.internal.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.stepunit.JacksonCodec;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TaskFailure;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.lambda.FunctionCall;
import io.stepunit.internal.lambda.FunctionName;
import io.stepunit.internal.lambda.FunctionOutcome;
import io.stepunit.internal.lambda.LambdaFunction;
import io.stepunit.internal.library.Assumption;
import io.stepunit.internal.text.Arn;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs a handler for one call of a contract. */
public final class HandlerRun {
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final String HOME = "arn:aws:lambda:us-east-1:123456789012:function:";

  private HandlerRun() {}

  /**
   * What a Lambda handler does, called as Lambda's Java runtime calls it.
   *
   * @throws IllegalArgumentException if what it returns is not the Task's result
   */
  public static FunctionOutcome of(LambdaFunction function, HandlerCheck check) {
    ContractedTask task = check.task();
    if (task.callback()) {
      throw new IllegalArgumentException(
          "The Task '%s' waits for a callback, so what its function returns is not its result. Say what the callback sends: answeredBy(input -> …)"
              .formatted(task.state()));
    }
    JsonNode input = check.call().input();
    FunctionName name = FunctionName.parse(task.function().orElse(task.state()));
    byte[] text = Json.text(input).getBytes(StandardCharsets.UTF_8);
    return function.invoke(
        new FunctionCall(
            name,
            Arn.isArn(task.resource()) && task.resource().contains(":function:")
                ? task.resource()
                : HOME + name,
            UUID.nameUUIDFromBytes(text).toString(),
            input,
            LONGEST,
            Clock.fixed(StepFunctionsEnvironment.DEFAULT_START, ZoneOffset.UTC),
            new JacksonCodec()));
  }

  /** What other code does. */
  public static FunctionOutcome of(
      Function<JsonNode, ? extends @Nullable Object> code, JsonNode input) {
    try {
      return new FunctionOutcome.Returned(json(code.apply(input)));
    } catch (TaskFailure e) {
      return failed(e.error().orElse("(no name)"), e);
    } catch (AssertionError e) {
      throw e;
    } catch (Throwable e) {
      Assumption.passOn(e);
      return failed(e.getClass().getName(), e);
    }
  }

  private static FunctionOutcome failed(String error, Throwable thrown) {
    return new FunctionOutcome.Failed(error, NullNode.getInstance(), thrown);
  }

  private static JsonNode json(@Nullable Object result) {
    if (result == null) {
      return NullNode.getInstance();
    }
    return result instanceof CharSequence text
        ? TextNode.valueOf(text.toString())
        : new JacksonCodec().toJson(result);
  }
}
