package io.stepunit.model;

/**
 * The kinds of problems that the service names when it refuses a definition: the {@code code} of a
 * {@code ValidateStateMachineDefinition} diagnostic.
 */
public enum DiagnosticCode {
  /** The text is not JSON. */
  INVALID_JSON_DESCRIPTION,
  /** A field is missing, unknown, or has a value that it cannot have. */
  SCHEMA_VALIDATION_FAILED,
  /** A JSONata expression does not parse. */
  INVALID_JSONATA_EXPRESSION,
  /** A JSONata expression refers to what does not exist at its place. */
  UNSUPPORTED_JSONATA_EXPRESSION,
  /** A transition leads to a state that is not there. */
  MISSING_TRANSITION_TARGET,
  /** Two states of a machine have one name. */
  DUPLICATE_STATE_NAME
}
