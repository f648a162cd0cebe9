package io.stepunit.table;

/**
 * The types that the attributes of a key can have.
 *
 * @since 0.1.0
 */
public enum AttributeType {
  /** Text. */
  S,
  /** A number. */
  N,
  /** Bytes. */
  B
}
