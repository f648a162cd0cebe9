package io.stepunit.internal.expression;

/** The kind of value that a reader requires. */
public enum ValueKind {
  /** The reader does not say. */
  ANY,
  TEXT,
  NUMBER,
  BOOLEAN,
  /** A text that is an RFC 3339 timestamp. */
  TIMESTAMP,
  ARRAY,
  OBJECT,
  /** A text that is JSON. */
  JSON_TEXT
}
