package io.stepunit.internal.model;

import java.util.List;

/** {@code Retry} and {@code Catch} of a state, in the definition's order; both may be empty. */
public record ErrorHandlers(List<Retrier> retriers, List<Catcher> catchers) {
  /** Neither Retry nor Catch. */
  public static final ErrorHandlers NONE = new ErrorHandlers(List.of(), List.of());

  static ErrorHandlers read(Fields fields) {
    List<Retrier> retriers =
        fields.optionalItems("Retry").stream()
            .map(node -> Retrier.read(fields.of(node, "a Retrier")))
            .toList();
    List<Catcher> catchers =
        fields.optionalItems("Catch").stream()
            .map(node -> Catcher.read(fields.of(node, "a Catcher")))
            .toList();
    return new ErrorHandlers(retriers, catchers);
  }
}
