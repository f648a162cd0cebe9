package io.stepunit.internal.engine.state;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.EvaluationException;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.model.Resource;
import java.util.ArrayList;
import java.util.List;

/** What the service itself checks of a Task's parameters, before anything is called. */
public final class ParameterChecks {
  /** The fields of {@code apigateway:invoke} that hold a list of texts for each name. */
  private static final List<String> MULTI_VALUED = List.of("Headers", "QueryParameters");

  private ParameterChecks() {}

  /**
   * Checks the effective parameters of a Task.
   *
   * @throws EvaluationException {@code States.Runtime} if the Task cannot be started with them
   */
  public static void check(Resource resource, JsonNode parameters) {
    if (!(resource instanceof Resource.Service service)
        || !service.service().equals("apigateway")) {
      return;
    }
    List<String> problems = new ArrayList<>();
    for (String field : MULTI_VALUED) {
      if (parameters.has(field) && !isMultiValued(parameters.get(field))) {
        problems.add("The value of the field '" + field + "' has an invalid format");
      }
    }
    if (!problems.isEmpty()) {
      throw EvaluationException.runtime(
          "The Parameters '"
              + Json.text(parameters)
              + "' could not be used to start the Task: "
              + problems);
    }
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
}
