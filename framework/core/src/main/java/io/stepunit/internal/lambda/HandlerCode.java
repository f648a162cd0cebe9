package io.stepunit.internal.lambda;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.stepunit.internal.spi.UnanswerableTaskException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes a function of the code that a template's {@code Handler} names. */
public final class HandlerCode {
  private static final String OF_INTERFACES = "handleRequest";

  private final String handler;
  private final HandlerName name;
  private final Function<Class<?>, Object> instances;

  private HandlerCode(String handler, Function<Class<?>, Object> instances) {
    this.handler = handler;
    this.name = HandlerName.parse(handler);
    this.instances = instances;
  }

  /**
   * The function.
   *
   * @param handler what {@code Handler} says
   * @param instances makes an object of the class that it names
   * @throws UnanswerableTaskException if there is no such code
   */
  public static LambdaFunction load(String handler, Function<Class<?>, Object> instances) {
    return new HandlerCode(handler, instances).function();
  }

  private LambdaFunction function() {
    Class<?> type = type();
    String method = name.method().orElse(OF_INTERFACES);
    if (method.equals(OF_INTERFACES) && RequestStreamHandler.class.isAssignableFrom(type)) {
      return LambdaFunction.of((RequestStreamHandler) instance(type));
    }
    if (method.equals(OF_INTERFACES) && RequestHandler.class.isAssignableFrom(type)) {
      return LambdaFunction.of((RequestHandler<?, ?>) instance(type), type);
    }
    HandlerMethod code =
        HandlerMethod.find(type, method).orElseThrow(() -> notAHandler(type, method));
    return LambdaFunction.of(code, code.isStatic() ? null : instance(type));
  }

  private Class<?> type() {
    @Nullable ClassLoader ofTest = Thread.currentThread().getContextClassLoader();
    try {
      return Class.forName(
          name.className(), true, ofTest == null ? HandlerCode.class.getClassLoader() : ofTest);
    } catch (ClassNotFoundException e) {
      throw new UnanswerableTaskException(
          """
          The class '%s' is not on the test's class path. Add the module that holds it to the \
          test's dependencies, mend the Handler '%s', or mock the Task.\
          """
              .formatted(name.className(), handler),
          e);
    } catch (LinkageError e) {
      throw new UnanswerableTaskException(
          "The class '%s' cannot be loaded: %s. Add what it needs to the test's dependencies."
              .formatted(name.className(), e),
          e);
    }
  }

  private Object instance(Class<?> type) {
    @Nullable Object instance = instances.apply(type);
    if (!type.isInstance(instance)) {
      throw new UnanswerableTaskException(
          "The test gave %s as the handler '%s', which is no %s. Give an object of that class."
              .formatted(
                  instance == null ? "null" : "a " + instance.getClass().getName(),
                  handler,
                  type.getName()));
    }
    return instance;
  }

  private UnanswerableTaskException notAHandler(Class<?> type, String method) {
    return new UnanswerableTaskException(
        name.method().isEmpty()
            ? """
            The class '%s' implements neither RequestHandler nor RequestStreamHandler, and the \
            Handler '%s' names no method of it. Write '%s::method'.\
            """
                .formatted(type.getName(), handler, type.getName())
            : """
            The class '%s' has no public method '%s' that Lambda can call: one with an input, or \
            with an InputStream and an OutputStream, each with or without a Context behind it. \
            Mend the Handler '%s' or the method.\
            """
                .formatted(type.getName(), method, handler));
  }
}
