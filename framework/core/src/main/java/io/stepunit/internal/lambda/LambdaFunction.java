package io.stepunit.internal.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.JsonTextException;
import io.stepunit.internal.json.SentJson;
import io.stepunit.internal.library.Assumption;
import io.stepunit.internal.spi.UnanswerableTaskException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A user's handler, called as Lambda's Java runtime calls it: on the caller's thread, once an
 * invocation, always the same object, as a warm function is.
 *
 * <p>What the handler throws becomes a function error, {@link Error}s too; only an {@link
 * AssertionError} goes through, as it is the test's own.
 */
public final class LambdaFunction {
  private final Body body;

  private LambdaFunction(Body body) {
    this.body = body;
  }

  /**
   * A handler whose class tells the types of its input and output.
   *
   * @throws IllegalArgumentException if it is a lambda expression, which tells no types
   */
  public static LambdaFunction of(RequestHandler<?, ?> handler) {
    return new LambdaFunction(new Requests(requests(handler), HandlerTypes.of(handler)));
  }

  /**
   * A handler of a class that tells the types, whoever made the object: a proxy tells none.
   *
   * @param declared the handler's class, or one above it
   */
  static LambdaFunction of(RequestHandler<?, ?> handler, Class<?> declared) {
    return new LambdaFunction(new Requests(requests(handler), HandlerTypes.of(declared)));
  }

  /** A handler of events of a class; a lambda expression, say. */
  public static <I> LambdaFunction of(Class<I> input, RequestHandler<I, ?> handler) {
    return new LambdaFunction(
        new Requests(requests(handler), new HandlerTypes(input, Object.class)));
  }

  @SuppressWarnings("unchecked") // The input is read as the type that the handler declares.
  private static RequestCode requests(RequestHandler<?, ?> handler) {
    return ((RequestHandler<@Nullable Object, @Nullable Object>) handler)::handleRequest;
  }

  /** A handler of streams. */
  public static LambdaFunction of(RequestStreamHandler handler) {
    return new LambdaFunction(new Streams(handler::handleRequest));
  }

  /**
   * A method of a handler.
   *
   * @param instance null if the method is static
   */
  static LambdaFunction of(HandlerMethod method, @Nullable Object instance) {
    return method.takesStreams()
        ? new LambdaFunction(
            new Streams((input, output, context) -> method.call(instance, context, input, output)))
        : new LambdaFunction(
            new Requests(
                (input, context) -> method.call(instance, context, input),
                new HandlerTypes(method.input(), method.output())));
  }

  /**
   * Invokes the function.
   *
   * @throws AssertionError if the handler throws it
   * @throws IllegalArgumentException if a stream handler writes something that is not JSON
   */
  public FunctionOutcome invoke(FunctionCall call) {
    return body.invoke(call, new FunctionContext(call));
  }

  private interface Body {
    FunctionOutcome invoke(FunctionCall call, FunctionContext context);
  }

  /** Code of the user's that ends with a result of its own, or throws anything. */
  private interface UserCode {
    @Nullable Object call() throws Exception;
  }

  private static Object caught(UserCode code) {
    try {
      return Objects.requireNonNullElse(code.call(), NullNode.getInstance());
    } catch (AssertionError e) {
      throw e;
    } catch (Throwable e) {
      Assumption.passOn(e);
      return FunctionFailures.thrown(e);
    }
  }

  /** Handles an event. */
  private interface RequestCode {
    @Nullable Object handle(@Nullable Object input, Context context) throws Exception;
  }

  /** Reads an event and writes a result. */
  private interface StreamCode {
    void handle(InputStream input, OutputStream output, Context context) throws Exception;
  }

  private record Requests(RequestCode code, HandlerTypes types) implements Body {
    @Override
    public FunctionOutcome invoke(FunctionCall call, FunctionContext context) {
      PayloadMapping mapping = PayloadMapping.of(call.codec());
      Object input;
      try {
        input = call.payload().isNull() ? null : mapping.read(call.payload(), types.input());
      } catch (RuntimeException e) {
        return FunctionFailures.unreadable(e);
      }
      Object result = caught(() -> code.handle(input, context));
      return result instanceof FunctionOutcome failed ? failed : written(result, mapping);
    }

    private FunctionOutcome written(Object result, PayloadMapping mapping) {
      if (result instanceof NullNode) {
        return new FunctionOutcome.Returned(NullNode.getInstance());
      }
      try {
        return new FunctionOutcome.Returned(mapping.write(result, types.output()));
      } catch (RuntimeException e) {
        return FunctionFailures.unwritable(e);
      }
    }
  }

  private record Streams(StreamCode code) implements Body {
    @Override
    public FunctionOutcome invoke(FunctionCall call, FunctionContext context) {
      byte[] event = Json.text(call.payload()).getBytes(StandardCharsets.UTF_8);
      ByteArrayOutputStream output = new ByteArrayOutputStream();
      Object result =
          caught(
              () -> {
                code.handle(new ByteArrayInputStream(event), output, context);
                return null;
              });
      return result instanceof FunctionOutcome failed
          ? failed
          : new FunctionOutcome.Returned(json(output.toString(StandardCharsets.UTF_8)));
    }

    private static JsonNode json(String written) {
      if (written.isBlank()) {
        return NullNode.getInstance();
      }
      try {
        return SentJson.of(Json.parseData(written), written);
      } catch (JsonTextException e) {
        throw new UnanswerableTaskException(
            "The handler wrote something that is not JSON: %s\nfound: %s\nLambda would refuse it too. Write JSON; a string needs its quotes."
                .formatted(e.getMessage(), written.lines().findFirst().orElse("")),
            e);
      }
    }
  }
}
