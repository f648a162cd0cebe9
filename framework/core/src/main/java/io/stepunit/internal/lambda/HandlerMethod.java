package io.stepunit.internal.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A public method that Lambda can call: of nothing, of an input, of an input and output stream,
 * each with or without a {@link Context} behind it.
 *
 * @param method the method
 */
record HandlerMethod(Method method) {
  /**
   * The method of a name. Of several, Lambda takes the one with the most parameters, and of those
   * one with a context.
   */
  static Optional<HandlerMethod> find(Class<?> type, String name) {
    return Arrays.stream(type.getMethods())
        .filter(method -> method.getName().equals(name) && !method.isBridge())
        .map(HandlerMethod::new)
        .filter(HandlerMethod::isCallable)
        .max(
            Comparator.comparingInt((HandlerMethod each) -> each.method.getParameterCount())
                .thenComparing(HandlerMethod::takesContext)
                .thenComparing(each -> each.method.toString()));
  }

  boolean isStatic() {
    return Modifier.isStatic(method.getModifiers());
  }

  boolean takesStreams() {
    List<Class<?>> data = data();
    return data.size() == 2
        && data.get(0) == InputStream.class
        && data.get(1) == OutputStream.class;
  }

  /** The type that events are read as; Object if the method takes none. */
  Type input() {
    return data().isEmpty() ? Object.class : method.getGenericParameterTypes()[0];
  }

  Type output() {
    return method.getGenericReturnType();
  }

  /**
   * Calls the method.
   *
   * @param instance null if the method is static
   * @param data the event, or the two streams
   */
  @Nullable Object call(@Nullable Object instance, Context context, @Nullable Object... data)
      throws Exception {
    Stream<@Nullable Object> given = Arrays.stream(data).limit(data().size());
    Object[] arguments =
        (takesContext() ? Stream.concat(given, Stream.of(context)) : given).toArray();
    try {
      return method.invoke(instance, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Exception thrown) {
        throw thrown;
      }
      if (e.getCause() instanceof Error thrown) {
        throw thrown;
      }
      throw e;
    }
  }

  private boolean isCallable() {
    return data().size() <= 1 || takesStreams();
  }

  private boolean takesContext() {
    Class<?>[] types = method.getParameterTypes();
    return types.length > 0 && types[types.length - 1] == Context.class;
  }

  /** The types of the parameters but for the context. */
  private List<Class<?>> data() {
    List<Class<?>> types = List.of(method.getParameterTypes());
    return takesContext() ? types.subList(0, types.size() - 1) : types;
  }
}
