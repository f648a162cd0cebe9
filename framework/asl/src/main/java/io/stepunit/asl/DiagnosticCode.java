package io.stepunit.asl;

/**
 * AWS's codes for problems of a definition: the {@code code} of a {@code
 * ValidateStateMachineDefinition} diagnostic.
 *
 * @since 0.1.0
 */
public enum DiagnosticCode {
  /** The text is not JSON. */
  INVALID_JSON_DESCRIPTION,
  /** A field is missing, unknown, or has an invalid value. */
  SCHEMA_VALIDATION_FAILED,
  /** A JSONata expression does not parse. */
  INVALID_JSONATA_EXPRESSION,
  /** A JSONata expression refers to something that is not available there. */
  UNSUPPORTED_JSONATA_EXPRESSION,
  /** A transition leads to a state that does not exist, or no transition leads to a state. */
  MISSING_TRANSITION_TARGET,
  /** No state ends the workflow. */
  MISSING_END_STATE,
  /** Two states of a machine have the same name. */
  DUPLICATE_STATE_NAME,
  /** A branch or iteration assigns a variable of a scope around it. */
  DUPLICATE_VARIABLE_NAME,
  /** A state's name is empty or too long. */
  INVALID_STATE_NAME,
  /** Two Map states have the same {@code Label}. */
  DUPLICATE_LABEL_NAME,
  /** A {@code Label} is too long or has invalid characters. */
  INVALID_LABEL_NAME,
  /** A warning: a value looks like a path, but its key does not end in {@code .$}. */
  NO_DOLLAR,
  /** A warning: a value looks like a path, but its field is not the one that takes a path. */
  NO_PATH,
  /** A warning: a path in the {@code Result} of a Pass state stays text. */
  PASS_RESULT_IS_STATIC,
  /** A warning: a variable is read that may have no value. */
  POSSIBLY_UNDEFINED_VARIABLE
}
