package io.stepunit.internal.validation;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.asl.Rule;
import io.stepunit.internal.model.read.Diagnostics;
import io.stepunit.internal.model.read.LocatedNode;
import java.util.Optional;
import java.util.stream.Stream;

/** Parameters that Step Functions keeps for itself: those of an ECS task that it waits for. */
final class ReservedParameters implements StateCheck {
  private static final String RUN_TASK = ":ecs:runTask.sync";

  /** As recorded, it may be given if it says what Step Functions itself would. */
  private static final String STARTER = "AWS Step Functions";

  @Override
  public void check(StateNode state, Diagnostics diagnostics) {
    if (state.is("Task") && state.text("Resource").endsWith(RUN_TASK)) {
      Stream.of("Parameters", "Arguments")
          .flatMap(field -> state.field(field).stream())
          .forEach(parameters -> checkReserved(parameters, diagnostics));
    }
  }

  private static void checkReserved(LocatedNode parameters, Diagnostics diagnostics) {
    parameters
        .fields()
        .forEach(
            (name, value) ->
                reserved(name, value.value())
                    .ifPresent(
                        field ->
                            diagnostics.report(
                                Rule.UNKNOWN_FIELD,
                                "The field '" + field + "' is not supported by Step Functions",
                                value.location(),
                                "with .sync Step Functions says who started the task")));
  }

  private static Optional<String> reserved(String name, JsonNode value) {
    String field = name.endsWith(".$") ? name.substring(0, name.length() - 2) : name;
    boolean refused = field.equals("StartedBy") && !STARTER.equals(value.textValue());
    return refused ? Optional.of(field) : Optional.empty();
  }
}
