package io.stepunit.internal.engine.state;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.EvaluationException;
import io.stepunit.internal.model.Resource;
import io.stepunit.internal.model.Unsendable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the service itself checks of a Task's parameters, before anything is called. */
public final class ParameterChecks {
  /** The fields of {@code apigateway:invoke} that hold a list of texts for each name. */
  private static final List<String> MULTI_VALUED = List.of("Headers", "QueryParameters");

  /**
   * The headers that a definition of {@code http:invoke} may not set: they belong to the
   * connection, or to the way of the message.
   */
  private static final Set<String> REFUSED_HEADERS =
      Set.of(
          "authorization",
          "connection",
          "content-length",
          "expect",
          "host",
          "proxy-authorization",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "via");

  private ParameterChecks() {}

  /**
   * Checks the effective parameters of a Task.
   *
   * @throws EvaluationException {@code States.Runtime} if the Task cannot be started with them
   */
  public static void check(Resource resource, JsonNode parameters) {
    if (!(resource instanceof Resource.Service service)) {
      return;
    }
    List<String> problems =
        switch (service.service()) {
          case "apigateway" -> notMultiValued(parameters);
          case "http" -> refusedHeaders(parameters.path("Headers"));
          default -> List.of();
        };
    if (!problems.isEmpty()) {
      throw EvaluationException.runtime(Unsendable.cause(parameters, problems));
    }
  }

  private static List<String> notMultiValued(JsonNode parameters) {
    return MULTI_VALUED.stream()
        .filter(field -> parameters.has(field) && !isMultiValued(parameters.get(field)))
        .map(field -> "The value of the field '" + field + "' has an invalid format")
        .toList();
  }

  private static boolean isMultiValued(JsonNode value) {
    if (!value.isObject()) {
      return false;
    }
    for (JsonNode texts : value) {
      if (!texts.isArray()) {
        return false;
      }
    }
    return true;
  }

  private static List<String> refusedHeaders(JsonNode headers) {
    List<String> refused = new ArrayList<>();
    headers
        .fieldNames()
        .forEachRemaining(
            name -> {
              String lower = name.toLowerCase(Locale.ROOT);
              if (REFUSED_HEADERS.contains(lower)) {
                refused.add(lower);
              }
            });
    return refused.isEmpty()
        ? List.of()
        : List.of("The 'Headers' field contains unsupported values: " + refused);
  }
}
