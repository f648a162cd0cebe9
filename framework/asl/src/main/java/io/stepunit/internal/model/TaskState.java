package io.stepunit.internal.model;

import io.stepunit.asl.SourceLocation;
import io.stepunit.internal.expression.Expr;
import io.stepunit.internal.expression.Read;
import io.stepunit.internal.expression.ValueKind;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A Task state.
 *
 * @param resource what is called
 * @param resourceLocation where the {@code Resource} stands
 * @param function {@code FunctionName} of what is sent, where it is a literal
 * @param sendCheck holds what is sent to what the resource accepts
 * @param timeoutSeconds {@code TimeoutSeconds} or {@code TimeoutSecondsPath}
 * @param heartbeatSeconds {@code HeartbeatSeconds} or {@code HeartbeatSecondsPath}
 * @param credentialsRoleArn {@code RoleArn} of {@code Credentials}
 */
public record TaskState(
    StateInfo info,
    Resource resource,
    SourceLocation resourceLocation,
    DataFlow dataFlow,
    Optional<String> function,
    SendCheck sendCheck,
    Optional<Setting<Long>> timeoutSeconds,
    Optional<Setting<Long>> heartbeatSeconds,
    Optional<Expr> credentialsRoleArn,
    ErrorHandlers errorHandlers,
    Transition next)
    implements State {

  @Override
  public List<StateTarget> targets() {
    return errorHandlers.targets(next);
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
