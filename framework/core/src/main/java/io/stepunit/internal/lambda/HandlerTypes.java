package io.stepunit.internal.lambda;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which types a handler class puts for the I and O of RequestHandler.
 *
 * @param input the type that events are read as
 * @param output the type that results are written as
 */
record HandlerTypes(Type input, Type output) {
  /**
   * The types that a handler's class declares; what it leaves open is Object, as in Lambda. A class
   * that a container makes around a bean of the user's declares what the bean's does.
   *
   * @throws IllegalArgumentException if nothing declares them: a lambda expression does not, and a
   *     proxy of interfaces only if one of them does
   */
  static HandlerTypes of(RequestHandler<?, ?> handler) {
    Class<?> type = handler.getClass();
    Type[] arguments = search(type, Map.of());
    if (arguments == null) {
      return new HandlerTypes(Object.class, Object.class);
    }
    if (arguments[0] instanceof TypeVariable && isMadeAtRuntime(type)) {
      throw new IllegalArgumentException(
          """
          %s does not declare the handler's input type. Pass it: \
          handledBy(ChargeRequest.class, %s), or pass an object of a class that implements \
          RequestHandler<ChargeRequest, …>."""
              .formatted(
                  Proxy.isProxyClass(type)
                      ? "A proxy of the interface RequestHandler"
                      : "A lambda expression or method reference",
                  Proxy.isProxyClass(type) ? "handler" : "(request, context) -> …"));
    }
    return new HandlerTypes(known(arguments[0]), known(arguments[1]));
  }

  /** The types that a class declares; what it leaves open is Object, as in Lambda. */
  static HandlerTypes of(Class<?> type) {
    Type[] arguments = search(type, Map.of());
    return arguments == null
        ? new HandlerTypes(Object.class, Object.class)
        : new HandlerTypes(known(arguments[0]), known(arguments[1]));
  }

  private static boolean isMadeAtRuntime(Class<?> type) {
    return type.isSynthetic() || type.isHidden() || Proxy.isProxyClass(type);
  }

  private static Type @Nullable [] search(Type type, Map<TypeVariable<?>, Type> bound) {
    Class<?> raw = raw(type);
    if (raw == null) {
      return null;
    }
    Map<TypeVariable<?>, Type> bindings = bindings(type, raw, bound);
    if (raw == RequestHandler.class) {
      return Stream.of(raw.getTypeParameters())
          .map(variable -> bindings.getOrDefault(variable, variable))
          .toArray(Type[]::new);
    }
    return Stream.concat(
            Stream.ofNullable(raw.getGenericSuperclass()), Stream.of(raw.getGenericInterfaces()))
        .map(parent -> search(parent, bindings))
        .filter(found -> found != null)
        .findFirst()
        .orElse(null);
  }

  private static Map<TypeVariable<?>, Type> bindings(
      Type type, Class<?> raw, Map<TypeVariable<?>, Type> bound) {
    Map<TypeVariable<?>, Type> bindings = new HashMap<>();
    if (type instanceof ParameterizedType parameterized) {
      TypeVariable<?>[] variables = raw.getTypeParameters();
      for (int i = 0; i < variables.length; i++) {
        Type argument = parameterized.getActualTypeArguments()[i];
        bindings.put(
            variables[i],
            argument instanceof TypeVariable<?> open
                ? bound.getOrDefault(open, argument)
                : argument);
      }
    }
    return bindings;
  }

  private static @Nullable Class<?> raw(Type type) {
    if (type instanceof Class<?> plain) {
      return plain;
    }
    return type instanceof ParameterizedType parameterized
        ? (Class<?>) parameterized.getRawType()
        : null;
  }

  private static Type known(Type type) {
    return type instanceof TypeVariable ? Object.class : type;
  }
}
