package io.stepunit.internal.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.spi.UnanswerableTaskException;
import io.stepunit.internal.text.Suggestion;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/**
 * One action of a client of the SDK. The SDK tells the fields of requests and responses, but has no
 * way to call an action by its name other than its method.
 *
 * @param method the client's method; for an action that answers with a stream, the one that reads
 *     it
 * @param sendsStream whether the method takes what is sent beside the request
 */
record SdkOperation(Method method, boolean sendsStream) {

  /**
   * The action of that name.
   *
   * @param api the client's interface
   * @throws IllegalArgumentException if the client has no such action
   */
  static SdkOperation find(Class<?> api, String action) {
    return first(api, action + "AsBytes", SdkRequest.class)
        .map(method -> new SdkOperation(method, false))
        .or(
            () ->
                first(api, action, SdkRequest.class, RequestBody.class)
                    .map(method -> new SdkOperation(method, true)))
        .or(
            () ->
                first(api, action, SdkRequest.class).map(method -> new SdkOperation(method, false)))
        .orElseThrow(() -> unknown(api, action));
  }

  private static Optional<Method> first(Class<?> api, String name, Class<?>... parameters) {
    return Arrays.stream(api.getMethods())
        .filter(method -> method.getName().equals(name) && takes(method, parameters))
        .findFirst();
  }

  private static boolean takes(Method method, Class<?>... parameters) {
    Class<?>[] types = method.getParameterTypes();
    return types.length == parameters.length
        && Stream.iterate(0, i -> i < types.length, i -> i + 1)
            .allMatch(i -> parameters[i].isAssignableFrom(types[i]));
  }

  private static IllegalArgumentException unknown(Class<?> api, String action) {
    Set<String> actions = new TreeSet<>();
    Arrays.stream(api.getMethods())
        .filter(method -> takes(method, SdkRequest.class))
        .forEach(method -> actions.add(method.getName()));
    String nearest = Suggestion.of(action, actions).asSentence();
    return new UnanswerableTaskException(
        "%s has no action '%s'.%s Give the Task's service its own client, or mock the Task."
            .formatted(api.getSimpleName(), action, nearest));
  }

  /**
   * Calls the action.
   *
   * @return the SDK's response
   * @throws ParameterException if the input does not fit the request
   * @throws RuntimeException what the client throws
   */
  Object call(SdkClient client, JsonNode input) {
    Class<?> requestType = method.getParameterTypes()[0];
    SdkPojo builder = (SdkPojo) builderOf(requestType);
    ObjectNode members = input.isObject() ? input.deepCopy() : Json.NODES.objectNode();
    RequestBody body = sendsStream ? takeBody(members, builder) : RequestBody.empty();
    new PojoReader(requestType.getSimpleName()).read(members, builder);
    Object request = ((SdkBuilder<?, ?>) builder).build();
    return sendsStream ? invoke(method, client, request, body) : invoke(method, client, request);
  }

  /**
   * What is streamed is the one member that is no field of the request: {@code Body} of S3. It is
   * sent as JSON, a text with its quotes.
   */
  private static RequestBody takeBody(ObjectNode members, SdkPojo builder) {
    Map<String, SdkField<?>> fields = PojoReader.fields(builder);
    List<String> others =
        members.properties().stream()
            .map(Map.Entry::getKey)
            .filter(name -> !fields.containsKey(name))
            .toList();
    if (others.size() != 1) {
      return RequestBody.empty();
    }
    JsonNode body = members.remove(others.get(0));
    return RequestBody.fromString(Json.text(body));
  }

  /** A new builder of a request or response. */
  static Object builderOf(Class<?> type) {
    return invoke(method(type, "builder"), null);
  }

  private static Method method(Class<?> type, String name) {
    try {
      return type.getMethod(name);
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(
          type.getName() + " is not a request or response of the AWS SDK", e);
    }
  }

  private static Object invoke(
      Method method, @org.jspecify.annotations.Nullable Object target, Object... arguments) {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalArgumentException(method + " cannot be called", e);
    }
  }
}
