package io.stepunit.internal.model.read;

import io.stepunit.asl.Rule;
import io.stepunit.internal.expression.jsonata.ResultType;
import io.stepunit.internal.model.Setting;
import java.util.Optional;

/**
 * Reads pairs of a field and its {@code …Path} form, which exclude each other.
 *
 * @param fields the object's fields
 */
record SettingFields(Fields fields) {
  /** The greatest number of seconds that a definition can ask for. */
  static final long MAX_SECONDS = 99_999_999;

  /** {@code name} as a whole number, or {@code namePath}, or an expression. */
  Optional<Setting<Long>> integer(String name, long min, long max) {
    return orPath(name, constantOrComputed(name, min, max));
  }

  /** {@code name} as a whole number, or an expression. */
  Optional<Setting<Long>> constantOrComputed(String name, long min, long max) {
    return fields
        .ofLanguage()
        .<Long>computed(name, ResultType.NUMBER)
        .or(() -> fields.integer(name, min, max).map(Setting.Constant::new));
  }

  /** {@code name} as a number, or {@code namePath}, or an expression. */
  Optional<Setting<Double>> decimal(String name, double min, double max) {
    Optional<Setting<Double>> given =
        fields
            .ofLanguage()
            .<Double>computed(name, ResultType.NUMBER)
            .or(() -> fields.decimal(name, min, max).map(Setting.Constant::new));
    return orPath(name, given);
  }

  /** {@code name} as a text, or {@code namePath} with a path or a call, or an expression. */
  Optional<Setting<String>> text(String name) {
    Optional<Setting<String>> computed = fields.ofLanguage().computed(name, ResultType.STRING);
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
                        pathName,
                        fields.textOf(field),
                        new JsonPathFields(fields).pathOrIntrinsic(field)));
    return constant.isPresent() ? constant : path;
  }

  private <T> Optional<Setting<T>> orPath(String name, Optional<Setting<T>> constant) {
    fields.atMostOneOf(name, name + "Path");
    Optional<Setting<T>> path = path(name + "Path");
    return constant.isPresent() ? constant : path;
  }

  /** A {@code …Path} field. */
  <T> Optional<Setting<T>> path(String name) {
    return fields
        .optional(name)
        .map(
            field ->
                new Setting.AtPath<>(
                    name, fields.textOf(field), new JsonPathFields(fields).path(field)));
  }

  /**
   * Refuses a path into the context object: of a Map's paths only {@code ItemsPath} may have one.
   */
  void refuseContext(String name) {
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
