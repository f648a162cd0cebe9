package io.stepunit.model;

import io.stepunit.expression.Expr;
import java.util.Optional;

/**
 * A Task state.
 *
 * @param timeoutSeconds {@code TimeoutSeconds} or {@code TimeoutSecondsPath}
 * @param heartbeatSeconds {@code HeartbeatSeconds} or {@code HeartbeatSecondsPath}
 * @param credentials {@code Credentials}
 */
public record TaskState(
    StateInfo info,
    Resource resource,
    DataFlow dataFlow,
    Optional<Setting<Long>> timeoutSeconds,
    Optional<Setting<Long>> heartbeatSeconds,
    Optional<Expr> credentials,
    ErrorHandlers errorHandlers,
    Transition next)
    implements State {
  static TaskState read(StateInfo info, Fields fields) {
    return new TaskState(
        info,
        readResource(fields),
        DataFlows.ofWorkingState(fields),
        Settings.integer(fields, "TimeoutSeconds", 1, Settings.MAX_SECONDS),
        Settings.integer(fields, "HeartbeatSeconds", 1, Settings.MAX_SECONDS),
        fields.optional("Credentials").map(field -> readCredentials(fields, field)),
        ErrorHandlers.read(fields),
        Transition.read(fields));
  }

  private static Resource readResource(Fields fields) {
    Optional<LocatedNode> field = fields.required("Resource");
    String text = field.map(fields::textOf).orElse("");
    try {
      return Resource.parse(text);
    } catch (IllegalArgumentException e) {
      field
          .filter(f -> f.value().isTextual())
          .ifPresent(
              f ->
                  fields.schemaError(
                      String.valueOf(e.getMessage()), f.location(), Fields.found(f.value())));
      return new Resource.LambdaFunction(text, text);
    }
  }

  private static Expr readCredentials(Fields fields, LocatedNode field) {
    Fields credentials = fields.of(field, "Credentials");
    credentials.atMostOneOf("RoleArn", "RoleArn.$");
    if (!credentials.has("RoleArn") && !credentials.has("RoleArn.$")) {
      fields.schemaError("The field 'RoleArn' is required but was missing", field.location(), "");
    }
    credentials.text("RoleArn");
    credentials.done();
    return Compile.template(fields, field);
  }

  @Override
  public StateType type() {
    return StateType.TASK;
  }
}
