package io.stepunit.internal.model;

import io.stepunit.asl.Rule;
import io.stepunit.internal.expression.jsonata.ResultType;
import io.stepunit.internal.expression.jsonata.StatesVariables;
import java.util.Optional;

/** Reads pairs of a plain field and its {@code …Path} form, of which only one may be there. */
final class Settings {
  /** The greatest number of seconds that a definition can ask for. */
  static final long MAX_SECONDS = 99_999_999;

  private Settings() {}

  /** {@code name} as a whole number, or {@code namePath}, or an expression. */
  static Optional<Setting<Long>> integer(Fields fields, String name, long min, long max) {
    return orPath(fields, name, constantOrComputed(fields, name, min, max));
  }

  /** {@code name} as a whole number, or an expression. */
  static Optional<Setting<Long>> constantOrComputed(
      Fields fields, String name, long min, long max) {
    return Settings.<Long>computed(fields, name, ResultType.NUMBER)
        .or(() -> fields.integer(name, min, max).map(Setting.Constant::new));
  }

  /** {@code name} as a number, or {@code namePath}, or an expression. */
  static Optional<Setting<Double>> decimal(Fields fields, String name, double min, double max) {
    Optional<Setting<Double>> given =
        Settings.<Double>computed(fields, name, ResultType.NUMBER)
            .or(() -> fields.decimal(name, min, max).map(Setting.Constant::new));
    return orPath(fields, name, given);
  }

  /** A field of a JSONata state that holds an expression. */
  static <T> Optional<Setting<T>> computed(Fields fields, String name, ResultType expected) {
    return fields
        .optional(name)
        .filter(field -> fields.isJsonata() && Jsonata.isExpression(field))
        .map(
            field ->
                new Setting.Computed<>(
                    name,
                    Jsonata.compile(fields, field, StatesVariables.INPUT_AND_CONTEXT, expected)));
  }

  private static <T> Optional<Setting<T>> orPath(
      Fields fields, String name, Optional<Setting<T>> constant) {
    fields.atMostOneOf(name, name + "Path");
    Optional<Setting<T>> path = path(fields, name + "Path");
    return constant.isPresent() ? constant : path;
  }

  /** A {@code …Path} field. */
  static <T> Optional<Setting<T>> path(Fields fields, String name) {
    return fields
        .optional(name)
        .map(f -> new Setting.AtPath<>(name, fields.textOf(f), Compile.path(fields, f)));
  }

  /**
   * Refuses a path into the context object: of a Map's paths only {@code ItemsPath} may have one.
   */
  static void refuseContext(Fields fields, String name) {
    fields
        .optional(name)
        .filter(field -> field.value().asText().startsWith("$$"))
        .ifPresent(
            field ->
                fields.report(
                    Rule.INVALID_PATH,
                    "Value is not a Reference Path",
                    field.location(),
                    name + " cannot read the context object"));
  }
}
