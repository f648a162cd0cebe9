package io.stepunit.internal.model;

import io.stepunit.internal.expression.Read;
import io.stepunit.internal.expression.ValueKind;
import io.stepunit.internal.expression.jsonata.ResultType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A Fail state.
 *
 * @param error {@code Error} or {@code ErrorPath}
 * @param cause {@code Cause} or {@code CausePath}
 */
public record FailState(
    StateInfo info, Optional<Setting<String>> error, Optional<Setting<String>> cause)
    implements State {
  static FailState read(StateInfo info, Fields fields) {
    return new FailState(info, readText(fields, "Error"), readText(fields, "Cause"));
  }

  private static Optional<Setting<String>> readText(Fields fields, String name) {
    Optional<Setting<String>> computed = Settings.computed(fields, name, ResultType.STRING);
    if (computed.isPresent()) {
      return computed;
    }
    String pathName = name + "Path";
    fields.atMostOneOf(name, pathName);
    Optional<Setting<String>> constant = fields.text(name).map(Setting.Constant::new);
    Optional<Setting<String>> path =
        fields
            .optional(pathName)
            .map(
                field ->
                    new Setting.AtPath<>(
                        pathName, fields.textOf(field), Compile.pathOrIntrinsic(fields, field)));
    return constant.isPresent() ? constant : path;
  }

  @Override
  public List<Target> targets() {
    return List.of();
  }

  @Override
  public boolean ends() {
    return true;
  }

  @Override
  public Stream<Read> reads() {
    return Stream.of(error, cause)
        .flatMap(Optional::stream)
        .flatMap(text -> text.reads(ValueKind.TEXT));
  }

  @Override
  public StateType type() {
    return StateType.FAIL;
  }
}
