package io.stepunit.internal.model;

import io.stepunit.asl.Rule;
import io.stepunit.asl.SourceLocation;
import io.stepunit.internal.expression.Expr;
import io.stepunit.internal.expression.Read;
import io.stepunit.internal.expression.ValueKind;
import io.stepunit.internal.expression.jsonata.ResultType;
import io.stepunit.internal.expression.jsonata.StatesVariables;
import io.stepunit.internal.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A Task state.
 *
 * @param resource what is called
 * @param resourceLocation where the {@code Resource} stands
 * @param timeoutSeconds {@code TimeoutSeconds} or {@code TimeoutSecondsPath}
 * @param heartbeatSeconds {@code HeartbeatSeconds} or {@code HeartbeatSecondsPath}
 * @param credentialsRoleArn {@code RoleArn} of {@code Credentials}
 */
public record TaskState(
    StateInfo info,
    Resource resource,
    SourceLocation resourceLocation,
    DataFlow dataFlow,
    Optional<Setting<Long>> timeoutSeconds,
    Optional<Setting<Long>> heartbeatSeconds,
    Optional<Expr> credentialsRoleArn,
    ErrorHandlers errorHandlers,
    Transition next)
    implements State {
  static TaskState read(StateInfo info, Fields fields) {
    return new TaskState(
        info,
        readResource(fields),
        fields.optional("Resource").map(LocatedNode::location).orElseGet(fields::location),
        DataFlows.ofWorkingState(fields),
        Settings.integer(fields, "TimeoutSeconds", 1, Settings.MAX_SECONDS),
        Settings.integer(fields, "HeartbeatSeconds", 1, Settings.MAX_SECONDS),
        fields.optional("Credentials").flatMap(field -> readRoleArn(fields, field)),
        ErrorHandlers.read(fields),
        Transition.read(fields));
  }

  private static Resource readResource(Fields fields) {
    Optional<LocatedNode> field = fields.required("Resource");
    String text = field.map(fields::textOf).orElse("");
    try {
      return Resource.parse(text);
    } catch (UnknownResourceException e) {
      field
          .filter(f -> f.value().isTextual())
          .ifPresent(
              f ->
                  fields.report(
                      Rule.UNRECOGNIZED_RESOURCE,
                      String.valueOf(e.getMessage()),
                      f.location(),
                      e.hint()));
      return new Resource.LambdaFunction(text, text);
    }
  }

  private static Optional<Expr> readRoleArn(Fields fields, LocatedNode field) {
    Fields credentials = fields.of(field, "Credentials");
    Optional<Expr> roleArn =
        fields.isJsonata() ? jsonataRoleArn(credentials) : jsonPathRoleArn(credentials);
    if (roleArn.isEmpty()) {
      // As recorded, AWS then says no word of fields that do not belong there.
      fields.report(
          Rule.CREDENTIALS_WITHOUT_ROLE,
          "The field 'RoleArn' is required but was missing",
          field.location(),
          field.fields().isEmpty() ? "" : "found " + String.join(", ", field.fields().keySet()));
    } else {
      credentials.done();
    }
    return roleArn;
  }

  private static Optional<Expr> jsonataRoleArn(Fields credentials) {
    credentials.text("RoleArn");
    return Jsonata.optional(
        credentials, "RoleArn", StatesVariables.INPUT_AND_CONTEXT, ResultType.STRING);
  }

  private static Optional<Expr> jsonPathRoleArn(Fields credentials) {
    credentials.atMostOneOf("RoleArn", "RoleArn.$");
    Optional<Expr> constant =
        credentials.text("RoleArn").map(arn -> Expr.constant(Json.NODES.textNode(arn)));
    Optional<Expr> path =
        credentials
            .optional("RoleArn.$")
            .map(roleArn -> Compile.pathOrIntrinsic(credentials, roleArn));
    return constant.or(() -> path);
  }

  @Override
  public List<Target> targets() {
    return Stream.concat(next.target(), errorHandlers.targets()).toList();
  }

  @Override
  public boolean ends() {
    return next.equals(Transition.END);
  }

  @Override
  public Stream<Read> reads() {
    return Stream.of(
            dataFlow.reads(),
            timeoutSeconds.stream().flatMap(seconds -> seconds.reads(ValueKind.NUMBER)),
            heartbeatSeconds.stream().flatMap(seconds -> seconds.reads(ValueKind.NUMBER)),
            credentialsRoleArn.stream().flatMap(arn -> arn.reads(ValueKind.TEXT)),
            errorHandlers.reads())
        .flatMap(Function.identity());
  }

  @Override
  public StateType type() {
    return StateType.TASK;
  }
}
